/// For each predicate the phases in which it decides whether a match can begin.
///
/// Phases are bits; all phases behind the 63rd share the last one.
struct PhaseIndex: Sendable {
  /// What one predicate decides.
  struct Uses: Sendable {
    /// A match may begin with a token that passes.
    var starts: UInt64 = 0
    /// A match may be such a token alone.
    var wholes: UInt64 = 0
    /// The second token of a match may pass.
    var follows: UInt64 = 0
  }

  private(set) var uses: [Uses] = []

  init() {}

  /// - Complexity: O(states of all phases).
  init(phases: [Automaton], predicateCount: Int) {
    uses = Array(repeating: Uses(), count: predicateCount)
    for (phase, automaton) in phases.enumerated() {
      let bit = Self.bit(of: phase)
      let isEnd = automaton.accepting
      var behind: [Int] = []
      for state in automaton.reachable(from: automaton.starts) {
        guard case .consume(let predicate, let next) = automaton.states[state] else { continue }
        uses[predicate].starts |= bit
        behind.append(next)
        if isEnd[next] { uses[predicate].wholes |= bit }
      }
      for state in automaton.reachable(from: behind) {
        guard case .consume(let predicate, _) = automaton.states[state] else { continue }
        uses[predicate].follows |= bit
      }
    }
  }

  static func bit(of phase: Int) -> UInt64 { 1 << UInt64(min(phase, 63)) }
}

extension Automaton {
  /// The consuming and accepting states reached from `seeds` without a token.
  func reachable(from seeds: [Int]) -> [Int] {
    var seen: Set<Int> = []
    var stack = seeds
    var reached: [Int] = []
    while let state = stack.popLast() {
      guard seen.insert(state).inserted else { continue }
      switch states[state] {
      case .split, .save: stack += targets(of: state)
      case .consume, .accept: reached.append(state)
      }
    }
    return reached
  }

  /// Whether an accepting state is reached from each state without a token.
  fileprivate var accepting: [Bool] {
    var sources: [[Int]] = Array(repeating: [], count: states.count)
    var stack: [Int] = []
    for (state, kind) in states.enumerated() {
      switch kind {
      case .split, .save: for target in targets(of: state) { sources[target].append(state) }
      case .accept: stack.append(state)
      case .consume: break
      }
    }
    var isAccepting = Array(repeating: false, count: states.count)
    while let state = stack.popLast() {
      guard !isAccepting[state] else { continue }
      isAccepting[state] = true
      stack += sources[state]
    }
    return isAccepting
  }
}
