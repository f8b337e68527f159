import TextModel

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
    of rule: CompiledRule, in automaton: Automaton, classes: WordClasses, symbols: PlainBuffer<Int32>,
    _ match: Range<Int>
  ) -> [Int] {
    var slots = Array(repeating: -1, count: rule.captures.count * 2)
    var visited: Set<Int> = []
    var stack = [
      Step.visit(state: automaton.acceptances[rule.acceptance].start, place: match.lowerBound)
    ]
    let width = match.count + 1
    search: while let step = stack.popLast() {
      guard case .visit(let state, let place) = step else {
        if case .restore(let slot, let value) = step { slots[slot] = value }
        continue
      }
      guard visited.insert(state * width + place - match.lowerBound).inserted else { continue }
      switch automaton.states[state] {
      case .split(let targets):
        for target in targets.reversed() { stack.append(.visit(state: target, place: place)) }
      case .save(let slot, let next):
        stack.append(.restore(slot: slot, value: slots[slot]))
        slots[slot] = place
        stack.append(.visit(state: next, place: place))
      case .consume(let predicate, let next):
        if place < match.upperBound, classes.passes(symbols[place], predicate) {
          stack.append(.visit(state: next, place: place + 1))
        }
      case .accept(let accepted):
        if accepted == rule.acceptance, place == match.upperBound { break search }
      }
    }
    if !rule.isMarked {
      slots[0] = match.lowerBound
      slots[1] = match.upperBound
    }
    return slots
  }
}
