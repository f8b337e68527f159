/// The states that can be reached from one, in order of first visit, choices in writing order.
struct AutomatonWalk {
  private let automaton: Automaton
  private(set) var states: [Int] = []
  private var numbers: [Int: Int] = [:]

  /// - Complexity: O(states reached).
  init(automaton: Automaton, start: Int) {
    self.automaton = automaton
    var stack = [start]
    while let state = stack.popLast() {
      guard numbers[state] == nil else { continue }
      numbers[state] = states.count
      states.append(state)
      stack += automaton.targets(of: state).reversed()
    }
  }

  /// The walk as numbers that are equal for automata of equal form: what is captured does not count.
  mutating func shape() -> [Int] {
    var shape: [Int] = []
    for state in states {
      switch automaton.states[state] {
      case .split: shape.append(-1)
      case .save(let slot, _): shape.append(slot < 2 ? -2 : -1)
      case .consume(let predicate, _): shape.append(predicate)
      case .accept: shape.append(-3)
      }
      shape += automaton.targets(of: state).map { numbers[$0]! }
      shape.append(-4)
    }
    return shape
  }
}
