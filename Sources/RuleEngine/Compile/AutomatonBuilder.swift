/// An ``Automaton`` that is being built.
struct AutomatonBuilder {
  enum State {
    case split([Int])
    case consume(predicate: Int, next: Int)
    case save(slot: Int, next: Int)
    case accept(Int)
  }

  private(set) var states: [State] = []
  private(set) var acceptances: [Automaton.Acceptance] = []

  mutating func add(_ state: State) -> Int {
    states.append(state)
    return states.count - 1
  }

  /// Reserves a state that is set later: the loop of a repetition.
  mutating func reserve() -> Int { add(.split([])) }

  mutating func set(_ index: Int, _ state: State) { states[index] = state }

  /// Adds a pattern whose start is set later.
  ///
  /// - Returns: its number.
  mutating func addAcceptance(rule: Int, isException: Bool) -> Int {
    acceptances.append(Automaton.Acceptance(rule: rule, isException: isException, start: -1))
    return acceptances.count - 1
  }

  mutating func setStart(_ start: Int, of acceptance: Int) {
    let old = acceptances[acceptance]
    acceptances[acceptance] = Automaton.Acceptance(
      rule: old.rule, isException: old.isException, start: start)
  }
}
