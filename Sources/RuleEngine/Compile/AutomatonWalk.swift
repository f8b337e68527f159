/// The states that can be reached from one, in order of first visit, choices in writing order;
/// those that only note captured parts are passed over.
struct AutomatonWalk {
  private let automaton: Automaton
  private(set) var states: [Int] = []
  private var numbers: [Int: Int] = [:]

  /// - Complexity: O(states reached).
  init(automaton: Automaton, start: Int) {
    self.automaton = automaton
    var stack = [automaton.behindCaptures(start)]
    while let state = stack.popLast() {
      guard numbers[state] == nil else { continue }
      numbers[state] = states.count
      states.append(state)
      stack += automaton.targets(of: state).map { automaton.behindCaptures($0) }.reversed()
    }
  }

  /// The walk as numbers that are equal for automata of equal form: what is captured does not count.
  mutating func shape() -> [Int] {
    var shape: [Int] = []
    for state in states {
      switch automaton[state] {
      case .split: shape.append(-1)
      case .save: shape.append(-2)
      case .consume(let predicate, _): shape.append(predicate)
      case .accept: shape.append(-3)
      }
      shape += automaton.targets(of: state).map { numbers[automaton.behindCaptures($0)]! }
      shape.append(-4)
    }
    return shape
  }
}

extension Automaton {
  /// The first state from a state on that is not about a captured part.
  func behindCaptures(_ state: Int) -> Int {
    var state = state
    while case .save(let slot, let next) = self[state], slot > 1 { state = next }
    return state
  }
}
