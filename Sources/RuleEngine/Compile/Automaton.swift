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
}
