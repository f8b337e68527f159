import TextModel

/// A deterministic automaton over word classes, built from an ``Automaton`` as far as texts need it.
///
/// State 0 is dead, state 1 is the start. Of the worker's classes only what the phase's own
/// predicates tell apart counts, so that few classes and states are enough for any text. Transitions
/// lie in one table, hashed, of bounded size; when it is full, everything is forgotten and built
/// anew.
final class LazyAutomaton {
  private let automaton: Automaton
  private let starts: [Int32]
  private let classes: WordClasses
  /// The states along the phase's own classes.
  private let transitions = TransitionTable()
  private var members: [[Int32]] = []
  private var numbers: [[Int32]: Int32] = [:]
  /// The acceptances of each state, as ranges of `acceptances`.
  private let acceptanceEnds = PlainBuffer<Int32>()
  private let acceptances = PlainBuffer<Int32>()

  /// Where the phase's own classes stand in the rows of the worker's, see ``WordClasses/own``.
  private let column: Int
  private let own: PlainBuffer<UInt16>
  private let columnCount: Int
  /// For each of the phase's own classes which of its predicates are passed, a bit each.
  private var passing: [[UInt64]] = []
  private var passingNumbers: [[UInt64]: Int32] = [:]
  /// The words that a bit for each of the phase's predicates takes.
  private let wordCount: Int
  /// For each state what is reached from it without a token, made when first asked for.
  private var closures: [[Int32]?] = []

  static let dead: Int32 = 0
  static let start: Int32 = 1
  /// Half a million transitions, 8 MB with the free half of the table.
  private static let mostTransitions = 1 << 19

  // Scratch of the closure.
  private var stamps: [UInt32] = []
  private var stamp: UInt32 = 0

  /// An automaton of a phase's rules, or of their exceptions.
  init(automaton: Automaton, ofExceptions: Bool, classes: WordClasses, column: Int) {
    self.column = column
    own = classes.own
    columnCount = classes.columnCount
    self.automaton = automaton
    starts = automaton.acceptances.filter { $0.isException == ofExceptions }
      .map { Int32($0.start) }
    self.classes = classes
    wordCount = automaton.ownPredicateCount / 64 + 1
  }

  private func reset() {
    transitions.removeAll()
    members.removeAll()
    numbers.removeAll()
    acceptances.removeAll()
    acceptanceEnds.removeAll()
    for number in 0..<classes.count { own[number * columnCount + column] = WordClasses.unknown }
    _ = state([])
    _ = state(closure(starts))
    if members.count == 1 { _ = newState([]) }  // A phase without rules: the start is dead too.
  }

  /// Whether any pattern exists.
  var isEmpty: Bool { starts.isEmpty }

  /// The state behind `state` along a token of a class.
  ///
  /// - Complexity: O(1) where the transition is known, else O(states of the automaton).
  @inline(__always)
  func next(_ state: Int32, _ symbol: Int32) -> Int32 {
    let own = own[Int(symbol) * columnCount + column]
    if own != WordClasses.unknown, let known = transitions.next(state, Int32(own)) { return known }
    return build(state, symbol)
  }

  /// The patterns, by number, that a run which ends in a state matches.
  @inline(__always)
  func acceptances(of state: Int32) -> Range<Int> {
    Int(acceptanceEnds[Int(state) - 1])..<Int(acceptanceEnds[Int(state)])
  }

  /// A pattern out of ``acceptances(of:)``.
  @inline(__always)
  func acceptance(_ index: Int) -> Int { Int(acceptances[index]) }

  private func build(_ state: Int32, _ symbol: Int32) -> Int32 {
    if members.isEmpty {
      stamps = Array(repeating: 0, count: automaton.stateCount)
      closures = Array(repeating: nil, count: automaton.stateCount)
      reset()
    }
    let own = ownClass(of: symbol)
    if let known = transitions.next(state, own) { return known }
    let passed = passing[Int(own)]
    var next: [Int32] = []
    for member in members[Int(state)] {
      let cell = automaton.cells[Int(member)]
      let bit = Int(cell.asked)
      if bit >= 0, passed[bit >> 6] & 1 << UInt64(bit & 63) != 0 { next.append(cell.second) }
    }
    let members = closure(next)
    if transitions.count >= Self.mostTransitions
      || max(Int32(self.members.count), own) >= TransitionTable.limit - 1
    {
      passing.removeAll()
      passingNumbers.removeAll()
      reset()
      return self.state(members)
    }
    let number = self.state(members)
    transitions.keep(state, own, next: number)
    return number
  }

  /// The phase's own class of one of the worker's.
  private func ownClass(of symbol: Int32) -> Int32 {
    let place = Int(symbol) * columnCount + column
    if own[place] != WordClasses.unknown { return Int32(own[place]) }
    var passed = Array(repeating: UInt64(0), count: wordCount)
    classes.forEachPredicate(of: symbol) {
      let bit = Int(automaton.ownPredicates[$0])
      if bit >= 0 { passed[bit >> 6] |= 1 << UInt64(bit & 63) }
    }
    let number = passingNumbers[passed] ?? Int32(passing.count)
    if number == passing.count {
      passingNumbers[passed] = number
      passing.append(passed)
    }
    // What is too large for a row is looked up each time.
    if number < WordClasses.unknown { own[place] = UInt16(number) }
    return number
  }

  private func state(_ set: [Int32]) -> Int32 {
    if let known = numbers[set] { return known }
    numbers[set] = Int32(members.count)
    return newState(set)
  }

  private func newState(_ set: [Int32]) -> Int32 {
    let number = Int32(members.count)
    members.append(set)
    for state in set {
      if case .accept(let acceptance) = automaton[Int(state)] {
        acceptances.append(Int32(acceptance))
      }
    }
    acceptanceEnds.append(Int32(acceptances.count))
    return number
  }

  /// The consuming and accepting states reached from `seeds` without a token, sorted.
  private func closure(_ seeds: [Int32]) -> [Int32] {
    if seeds.count == 1 { return closure(of: seeds[0]) }
    var reached: [Int32] = []
    beginStamps()
    for seed in seeds {
      for state in closure(of: seed) where stamps[Int(state)] != stamp {
        stamps[Int(state)] = stamp
        reached.append(state)
      }
    }
    reached.sort()
    return reached
  }

  private func beginStamps() {
    if stamp == .max {
      stamps = Array(repeating: 0, count: stamps.count)
      stamp = 0
    }
    stamp += 1
  }

  /// The same from one state.
  private func closure(of seed: Int32) -> [Int32] {
    if let known = closures[Int(seed)] { return known }
    let reached = automaton.reachable(from: [Int(seed)]).map { Int32($0) }.sorted()
    closures[Int(seed)] = reached
    return reached
  }
}
