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

  /// The phase's own class of each of the worker's; -1 where nobody has asked.
  private let ownClasses = PlainBuffer<Int32>()
  /// For each of the phase's own classes which of its predicates are passed, a bit each.
  private var passing: [[UInt64]] = []
  private var passingNumbers: [[UInt64]: Int32] = [:]
  /// The number that a predicate has within the phase.
  private let ownPredicates: [Int: Int]

  static let dead: Int32 = 0
  static let start: Int32 = 1
  /// Half a million transitions, 8 MB with the free half of the table.
  private static let mostTransitions = 1 << 19

  // Scratch of the closure.
  private var stamps: [UInt32]
  private var stamp: UInt32 = 0
  private var stack: [Int32] = []

  /// An automaton of a phase's rules, or of their exceptions.
  init(automaton: Automaton, ofExceptions: Bool, classes: WordClasses) {
    self.automaton = automaton
    starts = automaton.acceptances.filter { $0.isException == ofExceptions }
      .map { Int32($0.start) }
    self.classes = classes
    stamps = Array(repeating: 0, count: automaton.states.count)
    var own: [Int: Int] = [:]
    for case .consume(let predicate, _) in automaton.states where own[predicate] == nil {
      own[predicate] = own.count
    }
    ownPredicates = own
    reset()
  }

  private func reset() {
    transitions.removeAll()
    members.removeAll()
    numbers.removeAll()
    acceptances.removeAll()
    acceptanceEnds.removeAll()
    forgetClasses()
    _ = state([])
    _ = state(closure(starts))
    if members.count == 1 { _ = newState([]) }  // A phase without rules: the start is dead too.
  }

  /// Forgets the worker's classes: their numbers name others from now on.
  func forgetClasses() { ownClasses.removeAll() }

  /// Whether any pattern exists.
  var isEmpty: Bool { starts.isEmpty }

  /// The state behind `state` along a token of a class.
  ///
  /// - Complexity: O(1) where the transition is known, else O(states of the automaton).
  @inline(__always)
  func next(_ state: Int32, _ symbol: Int32) -> Int32 {
    if Int(symbol) < ownClasses.count {
      let own = ownClasses[Int(symbol)]
      if own >= 0, let known = transitions.next(state, own) { return known }
    }
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
    let own = ownClass(of: symbol)
    if let known = transitions.next(state, own) { return known }
    let passed = passing[Int(own)]
    var targets: [Int32] = []
    for member in members[Int(state)] {
      if case .consume(let predicate, let next) = automaton.states[Int(member)] {
        let bit = ownPredicates[predicate]!
        if passed[bit >> 6] & 1 << UInt64(bit & 63) != 0 { targets.append(Int32(next)) }
      }
    }
    let members = closure(targets)
    if transitions.count >= Self.mostTransitions
      || max(Int32(self.members.count), own) >= TransitionTable.limit - 1
    {
      passing.removeAll()
      passingNumbers.removeAll()
      reset()
      return self.state(members)
    }
    let next = self.state(members)
    transitions.keep(state, own, next: next)
    return next
  }

  /// The phase's own class of one of the worker's.
  private func ownClass(of symbol: Int32) -> Int32 {
    if Int(symbol) >= ownClasses.count {
      ownClasses.append(
        repeating: -1, count: max(classes.count, Int(symbol) + 1) - ownClasses.count)
    }
    let known = ownClasses[Int(symbol)]
    if known >= 0 { return known }
    var passed = Array(repeating: UInt64(0), count: ownPredicates.count / 64 + 1)
    classes.forEachPredicate(of: symbol) {
      if let bit = ownPredicates[$0] { passed[bit >> 6] |= 1 << UInt64(bit & 63) }
    }
    let number = passingNumbers[passed] ?? Int32(passing.count)
    if number == passing.count {
      passingNumbers[passed] = number
      passing.append(passed)
    }
    ownClasses[Int(symbol)] = number
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
      if case .accept(let acceptance) = automaton.states[Int(state)] {
        acceptances.append(Int32(acceptance))
      }
    }
    acceptanceEnds.append(Int32(acceptances.count))
    return number
  }

  /// The consuming and accepting states reached from `seeds` without a token, sorted.
  private func closure(_ seeds: [Int32]) -> [Int32] {
    if stamp == .max {
      stamps = Array(repeating: 0, count: stamps.count)
      stamp = 0
    }
    stamp += 1
    stack.removeAll(keepingCapacity: true)
    stack += seeds
    var reached: [Int32] = []
    while let state = stack.popLast() {
      if stamps[Int(state)] == stamp { continue }
      stamps[Int(state)] = stamp
      switch automaton.states[Int(state)] {
      case .split(let targets): for target in targets { stack.append(Int32(target)) }
      case .save(_, let next): stack.append(Int32(next))
      case .consume, .accept: reached.append(state)
      }
    }
    return reached.sorted()
  }
}
