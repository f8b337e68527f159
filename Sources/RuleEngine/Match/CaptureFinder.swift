/// Finds which part of a match each captured part is, for one rule over one matched run.
///
/// Choices are tried in writing order, each pair of state and place once: linear in the product of
/// both, with a stack of its own.
struct CaptureFinder {
  /// What is left to do, last first.
  private enum Step {
    case visit(state: Int, place: Int)
    /// Undoes what a failed branch saved.
    case restore(slot: Int, value: Int)
  }

  /// The places of the parts, two a part, -1 where a part was not met.
  static func slots(
    of rule: CompiledRule, in automaton: Automaton, classes: WordClasses, symbols: ArraySlice<Int32>
  ) -> [Int] {
    var slots = Array(repeating: -1, count: rule.captures.count * 2)
    var visited: Set<Int> = []
    var stack = [
      Step.visit(state: automaton.acceptances[rule.acceptance].start, place: symbols.startIndex)
    ]
    let width = symbols.count + 1
    search: while let step = stack.popLast() {
      guard case .visit(let state, let place) = step else {
        if case .restore(let slot, let value) = step { slots[slot] = value }
        continue
      }
      guard visited.insert(state * width + place - symbols.startIndex).inserted else { continue }
      switch automaton.states[state] {
      case .split(let targets):
        for target in targets.reversed() { stack.append(.visit(state: target, place: place)) }
      case .save(let slot, let next):
        stack.append(.restore(slot: slot, value: slots[slot]))
        slots[slot] = place
        stack.append(.visit(state: next, place: place))
      case .consume(let predicate, let next):
        if place < symbols.endIndex, classes.passes(symbols[place], predicate) {
          stack.append(.visit(state: next, place: place + 1))
        }
      case .accept(let accepted):
        if accepted == rule.acceptance, place == symbols.endIndex { break search }
      }
    }
    if !rule.isMarked {
      slots[0] = symbols.startIndex
      slots[1] = symbols.endIndex
    }
    return slots
  }
}
