import TextModel

/// A nondeterministic automaton over predicates of tokens (Thompson's construction).
struct Automaton: Sendable {
  enum State: Sendable {
    /// Goes on wherever listed, first choice first.
    case split([Int])
    /// Consumes a token that passes the predicate.
    case consume(predicate: Int, next: Int)
    /// Notes the place under a slot.
    case save(slot: Int, next: Int)
    /// A rule, or an exception of one, is met.
    case accept(Int)
  }

  /// What an accepting state stands for.
  struct Acceptance: Sendable {
    var rule: Int
    var isException: Bool
    /// Where the pattern begins.
    var start: Int
  }

  private(set) var states: [State] = []
  private(set) var acceptances: [Acceptance] = []
  /// The first states of all patterns.
  var starts: [Int] { acceptances.map(\.start) }

  mutating func add(_ state: State) -> Int {
    states.append(state)
    return states.count - 1
  }

  /// Reserves a state that is set later: the loop of a repetition.
  mutating func reserve() -> Int { add(.split([])) }

  mutating func set(_ index: Int, _ state: State) { states[index] = state }

  /// The states that follow a state.
  func targets(of state: Int) -> [Int] {
    switch states[state] {
    case .split(let targets): targets
    case .consume(_, let next), .save(_, let next): [next]
    case .accept: []
    }
  }

  mutating func addAcceptance(rule: Int, isException: Bool) -> Int {
    acceptances.append(Acceptance(rule: rule, isException: isException, start: -1))
    return acceptances.count - 1
  }

  mutating func setStart(_ start: Int, of acceptance: Int) {
    acceptances[acceptance].start = start
  }

  init() {}

  func write(to writer: inout ByteWriter) {
    var row: [Int32] = []
    for state in states {
      switch state {
      case .split(let targets):
        row.append(0)
        row.append(Int32(targets.count))
        row += targets.map { Int32($0) }
      case .consume(let predicate, let next): row += [1, Int32(predicate), Int32(next)]
      case .save(let slot, let next): row += [2, Int32(slot), Int32(next)]
      case .accept(let acceptance): row += [3, Int32(acceptance)]
      }
    }
    writer.add(states.count)
    writer.add(row: row)
    writer.add(
      row: acceptances.flatMap { [Int32($0.rule), $0.isException ? 1 : 0, Int32($0.start)] })
  }

  init(from reader: inout ByteReader) throws(ByteRecordFailure) {
    let count = try reader.int()
    let row = try reader.row(of: Int32.self)
    var next = 0
    func take() throws(ByteRecordFailure) -> Int {
      guard next < row.count else { throw ByteRecordFailure() }
      defer { next += 1 }
      return Int(row[next])
    }
    func takeState() throws(ByteRecordFailure) -> Int {
      let state = try take()
      guard state >= 0, state < count else { throw ByteRecordFailure() }
      return state
    }
    guard count >= 0, count <= row.count else { throw ByteRecordFailure() }
    states.reserveCapacity(count)
    for _ in 0..<count {
      switch try take() {
      case 0:
        var targets: [Int] = []
        for _ in 0..<max(0, try take()) { targets.append(try takeState()) }
        states.append(.split(targets))
      case 1: states.append(.consume(predicate: try take(), next: try takeState()))
      case 2: states.append(.save(slot: try take(), next: try takeState()))
      case 3: states.append(.accept(try take()))
      default: throw ByteRecordFailure()
      }
    }
    let cells = try reader.row(of: Int32.self)
    guard cells.count % 3 == 0 else { throw ByteRecordFailure() }
    for first in stride(from: 0, to: cells.count, by: 3) {
      acceptances.append(
        Acceptance(
          rule: Int(cells[first]), isException: cells[first + 1] != 0, start: Int(cells[first + 2]))
      )
    }
  }
}
