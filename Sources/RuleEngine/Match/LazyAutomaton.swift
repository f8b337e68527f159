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
  /// Those behind the start, by class; -1 where nobody has asked. Every walk begins with one.
  private let firsts = PlainBuffer<Int32>()
  /// The members of each state, in order; a state is the id of its members.
  private let states = NumberPool()
  /// What was found to lie behind the tokens that led to states, and the state of each: many tokens
  /// lead on alike.
  private let steps = NumberPool()
  private let stateOfStep = PlainBuffer<Int32>()
  /// The acceptances of each state, as ranges of `acceptances`.
  private let acceptanceEnds = PlainBuffer<Int32>()
  private let acceptances = PlainBuffer<Int32>()

  /// Where the phase's own classes stand in the rows of the worker's, see ``WordClasses/own``.
  private let column: Int
  private let own: PlainBuffer<UInt16>
  private let columnCount: Int
  /// For each of the phase's own classes which of its predicates are passed, a bit each; a class is
  /// the id of these bits.
  private let passing = NumberPool()
  /// The numbers that a bit for each of the phase's predicates takes.
  private let wordCount: Int
  /// For each member what is reached from it without a token, as an id in `closures`; -1 where
  /// nobody has asked.
  private let closureOf = PlainBuffer<Int32>()
  private let closures = NumberPool()

  /// What stands behind the start for each predicate: it has more members than any other state.
  @exclusivity(unchecked) private var beginnings = NumberRows([])

  static let dead: Int32 = 0
  static let start: Int32 = 1
  /// Half a million transitions, 8 MB with the free half of the table.
  private static let mostTransitions = 1 << 19

  // Scratch of what is being built.
  private let reachedLast: StateStamps
  private let visitedLast: StateStamps
  private let stack = PlainBuffer<Int32>()
  private let seeds = PlainBuffer<Int32>()
  private let reached = PlainBuffer<Int32>()
  private let bits = PlainBuffer<Int32>()

  /// An automaton of a phase's rules, or of their exceptions.
  ///
  /// - Parameter stamps: scratch, shared with the other automata of a worker, for as many states.
  init(
    automaton: Automaton, ofExceptions: Bool, classes: WordClasses, column: Int,
    stamps: (reached: StateStamps, visited: StateStamps)
  ) {
    (reachedLast, visitedLast) = stamps
    self.column = column
    own = classes.own
    columnCount = classes.columnCount
    self.automaton = automaton
    starts = automaton.acceptances.filter { $0.isException == ofExceptions }
      .map { Int32($0.start) }
    self.classes = classes
    wordCount = automaton.ownPredicateCount / 32 + 1
  }

  private func reset() {
    transitions.removeAll()
    firsts.removeAll()
    states.removeAll()
    steps.removeAll()
    stateOfStep.removeAll()
    acceptances.removeAll()
    acceptanceEnds.removeAll()
    for number in 0..<classes.count { own[number * columnCount + column] = WordClasses.unknown }
    reached.removeAll()
    _ = state()
    seeds.removeAll()
    seeds.append(contentsOf: starts)
    close()
    let start = state()
    var beginnings: [[Int]] = Array(repeating: [], count: wordCount * 32)
    for place in states.range(of: start) {
      let cell = automaton.cells[Int(states[place])]
      if cell.asked >= 0 { beginnings[Int(cell.asked)].append(Int(cell.second)) }
    }
    self.beginnings = NumberRows(beginnings)
  }

  /// Whether any pattern exists.
  var isEmpty: Bool { starts.isEmpty }

  /// The state behind `state` along a token of a class.
  ///
  /// - Complexity: O(1) where the transition is known, else O(states of the automaton).
  @inline(__always)
  func next(_ state: Int32, _ symbol: Int32) -> Int32 {
    let own = own[Int(symbol) * columnCount + column]
    if own != WordClasses.unknown, let known = known(state, Int32(own)) { return known }
    return build(state, symbol)
  }

  @inline(__always)
  private func known(_ state: Int32, _ own: Int32) -> Int32? {
    guard state == Self.start else { return transitions.next(state, own) }
    guard own < firsts.count, firsts[Int(own)] >= 0 else { return nil }
    return firsts[Int(own)]
  }

  private func keep(_ state: Int32, _ own: Int32, next: Int32) {
    guard state == Self.start else { return transitions.keep(state, own, next: next) }
    if own >= firsts.count {
      firsts.append(repeating: -1, count: max(64, Int(own) + 1, firsts.count * 2) - firsts.count)
    }
    firsts[Int(own)] = next
  }

  /// The patterns, by number, that a run which ends in a state matches.
  @inline(__always)
  func acceptances(of state: Int32) -> Range<Int> {
    Int(acceptanceEnds[Int(state) - 1])..<Int(acceptanceEnds[Int(state)])
  }

  /// A pattern out of ``acceptances(of:)``.
  @inline(__always)
  func acceptance(_ index: Int) -> Int { Int(acceptances[index]) }

  /// Whether a token of a class is a match of some pattern.
  func accepts(_ symbol: Int32) -> Bool {
    let state = next(Self.start, symbol)
    return state != Self.dead && !acceptances(of: state).isEmpty
  }

  /// Whether a match of some pattern may begin with a token of a class and go on.
  func goesOn(behind symbol: Int32) -> Bool {
    let state = next(Self.start, symbol)
    guard state != Self.dead else { return false }
    for place in states.range(of: state) where automaton.cells[Int(states[place])].asked >= 0 {
      return true
    }
    return false
  }

  private func build(_ state: Int32, _ symbol: Int32) -> Int32 {
    // A phase without rules: the start is dead too.
    if isEmpty { return Self.dead }
    if states.count == 0 {
      closureOf.append(repeating: -1, count: automaton.stateCount)
      reset()
    }
    let own = ownClass(of: symbol)
    if let known = known(state, own) { return known }
    let passed = passing.range(of: own).lowerBound
    seeds.removeAll()
    if state == Self.start {
      for word in 0..<wordCount {
        var rest = UInt32(bitPattern: passing[passed + word])
        while rest != 0 {
          let bit = word * 32 + rest.trailingZeroBitCount
          for place in beginnings.range(of: bit) { seeds.append(beginnings[place]) }
          rest &= rest - 1
        }
      }
    } else {
      for place in states.range(of: state) {
        let cell = automaton.cells[Int(states[place])]
        let bit = Int(cell.asked)
        if bit >= 0, passing[passed + bit >> 5] & 1 << Int32(bit & 31) != 0 {
          seeds.append(cell.second)
        }
      }
    }
    if transitions.count >= Self.mostTransitions
      || max(Int32(states.count), own) >= TransitionTable.limit - 1
    {
      close()
      let members = reached.withValues { Array($0) }
      passing.removeAll()
      reset()
      reached.removeAll()
      reached.append(contentsOf: members)
      return self.state()
    }
    let step = steps.intern(seeds)
    if step == stateOfStep.count {
      close()
      stateOfStep.append(self.state())
    }
    keep(state, own, next: stateOfStep[Int(step)])
    return stateOfStep[Int(step)]
  }

  /// The phase's own class of one of the worker's.
  private func ownClass(of symbol: Int32) -> Int32 {
    let place = Int(symbol) * columnCount + column
    if own[place] != WordClasses.unknown { return Int32(own[place]) }
    bits.removeAll()
    bits.append(repeating: 0, count: wordCount)
    classes.forEachPredicate(of: symbol) {
      let bit = Int(automaton.ownPredicates[$0])
      if bit >= 0 { bits[bit >> 5] |= 1 << Int32(bit & 31) }
    }
    let number = passing.intern(bits)
    // What is too large for a row is looked up each time.
    if number < WordClasses.unknown { own[place] = UInt16(number) }
    return number
  }

  /// The state of the members that were reached.
  private func state() -> Int32 {
    let count = Int32(states.count)
    let number = states.intern(reached)
    guard number == count else { return number }
    for place in states.range(of: number) {
      if case .accept(let acceptance) = automaton[Int(states[place])] {
        acceptances.append(Int32(acceptance))
      }
    }
    acceptanceEnds.append(Int32(acceptances.count))
    return number
  }

  /// Leaves the consuming and accepting states that are reached from `seeds` without a token as
  /// `reached`, in order.
  private func close() {
    reached.removeAll()
    reachedLast.begin()
    for index in 0..<seeds.count {
      for place in closures.range(of: closure(of: seeds[index])) {
        let state = closures[place]
        if reachedLast.mark(Int(state)) { reached.append(state) }
      }
    }
    if seeds.count > 1 { reached.sort() }
  }

  /// The same from one state, as an id in `closures`.
  private func closure(of seed: Int32) -> Int32 {
    let known = closureOf[Int(seed)]
    if known >= 0 { return known }
    let states = PlainBuffer<Int32>()
    visitedLast.begin()
    stack.removeAll()
    stack.append(seed)
    while stack.count > 0 {
      let state = Int(stack[stack.count - 1])
      stack.removeLast(from: stack.count - 1)
      guard visitedLast.mark(state) else { continue }
      switch automaton[state] {
      case .split(let targets): for target in targets { stack.append(target) }
      case .save(_, let next): stack.append(Int32(next))
      case .consume, .accept: states.append(Int32(state))
      }
    }
    states.sort()
    let id = closures.intern(states)
    closureOf[Int(seed)] = id
    return id
  }
}
