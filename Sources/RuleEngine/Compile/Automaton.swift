import TextModel

/// A nondeterministic automaton over predicates of tokens (Thompson's construction).
struct Automaton: Sendable {
  enum State {
    /// Goes on wherever listed, first choice first.
    case split(Slice<PlainRow<Int32>>)
    /// Consumes a token that passes the predicate.
    case consume(predicate: Int, next: Int)
    /// Notes the place under a slot.
    case save(slot: Int, next: Int)
    /// A rule, or an exception of one, is met.
    case accept(Int)
  }

  /// A state as it is kept.
  struct Cell: BitwiseCopyable, Sendable {
    enum Kind {
      static let split: Int32 = 0, consume: Int32 = 1, save: Int32 = 2, accept: Int32 = 3
    }

    var kind: Int32
    /// The first of the targets, the predicate, the slot or the pattern.
    var first: Int32
    /// The number of targets, or the next state.
    var second: Int32
    /// What a consuming state asks, by the phase's own number of the predicate; else -1.
    var asked: Int32
  }

  /// What an accepting state stands for.
  struct Acceptance: BitwiseCopyable, Sendable {
    private var number: Int32
    private var exception: Int32
    private var first: Int32

    init(rule: Int, isException: Bool, start: Int) {
      number = Int32(rule)
      exception = isException ? 1 : 0
      first = Int32(start)
    }

    var rule: Int { Int(number) }
    var isException: Bool { exception != 0 }
    /// Where the pattern begins.
    var start: Int { Int(first) }
  }

  let cells: PlainRow<Cell>
  private let targets: PlainRow<Int32>
  let acceptances: PlainRow<Acceptance>
  /// The number that each predicate has within the automaton; -1 where no state asks for it.
  let ownPredicates: PlainRow<Int32>
  /// The predicates that states ask for.
  let ownPredicateCount: Int

  /// - Complexity: O(states + predicates of the program).
  init(_ builder: AutomatonBuilder, predicateCount: Int) {
    var targets: [Int32] = []
    var own: [Int32] = Array(repeating: -1, count: predicateCount)
    var ownCount: Int32 = 0
    cells = PlainRow(
      builder.states.map { state in
        switch state {
        case .split(let own):
          targets += own.map { Int32($0) }
          return Cell(
            kind: Cell.Kind.split, first: Int32(targets.count - own.count),
            second: Int32(own.count), asked: -1)
        case .consume(let predicate, let next):
          if own[predicate] < 0 {
            own[predicate] = ownCount
            ownCount += 1
          }
          return Cell(
            kind: Cell.Kind.consume, first: Int32(predicate), second: Int32(next),
            asked: own[predicate])
        case .save(let slot, let next):
          return Cell(kind: Cell.Kind.save, first: Int32(slot), second: Int32(next), asked: -1)
        case .accept(let pattern):
          return Cell(kind: Cell.Kind.accept, first: Int32(pattern), second: 0, asked: -1)
        }
      })
    self.targets = PlainRow(targets)
    acceptances = PlainRow(builder.acceptances)
    ownPredicates = PlainRow(own)
    ownPredicateCount = Int(ownCount)
  }

  func write(to writer: inout ByteWriter) {
    writer.add(row: cells)
    writer.add(row: targets)
    writer.add(row: acceptances)
    writer.add(row: ownPredicates)
    writer.add(ownPredicateCount)
  }

  init(from reader: inout ByteReader) throws(ByteRecordFailure) {
    cells = try reader.row(of: Cell.self)
    targets = try reader.row(of: Int32.self)
    acceptances = try reader.row(of: Acceptance.self)
    ownPredicates = try reader.row(of: Int32.self)
    ownPredicateCount = try reader.int()
  }

  /// The states are numbered from 0.
  var stateCount: Int { cells.count }

  /// A state by its number.
  subscript(state: Int) -> State {
    let cell = cells[state]
    switch cell.kind {
    case Cell.Kind.split:
      return .split(targets[Int(cell.first)..<Int(cell.first + cell.second)])
    case Cell.Kind.consume:
      return .consume(predicate: Int(cell.first), next: Int(cell.second))
    case Cell.Kind.save: return .save(slot: Int(cell.first), next: Int(cell.second))
    default: return .accept(Int(cell.first))
    }
  }

  /// The states that follow a state.
  func targets(of state: Int) -> [Int] {
    switch self[state] {
    case .split(let targets): targets.map { Int($0) }
    case .consume(_, let next), .save(_, let next): [next]
    case .accept: []
    }
  }

  /// The consuming and accepting states reached from `seeds` without a token.
  func reachable(from seeds: [Int]) -> [Int] {
    var seen: Set<Int> = []
    var stack = seeds
    var reached: [Int] = []
    while let state = stack.popLast() {
      guard seen.insert(state).inserted else { continue }
      switch self[state] {
      case .split, .save: stack += targets(of: state)
      case .consume, .accept: reached.append(state)
      }
    }
    return reached
  }
}
