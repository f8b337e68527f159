import TextModel

/// The search for the captured parts of one match, with the scratch of one worker.
///
/// Choices are tried in writing order, each pair of state and place once: linear in the product of
/// both, with a stack of its own.
final class CaptureSearch {
  private let program: RuleProgram
  private let classes: WordClasses
  /// The places of the parts of the match that was searched last, from its start on, two a part;
  /// -1 where a part was not met.
  let slots = PlainBuffer<Int16>()
  /// What is left to do, last first.
  private let stack = PlainBuffer<Step>()
  private let visited = NumberSet()

  private struct Step: BitwiseCopyable {
    /// The state to visit; of a step that undoes what a failed branch saved, -1 minus the slot.
    var state: Int32
    /// The place to visit it at, or the value to restore.
    var place: Int32
  }

  init(program: RuleProgram, classes: WordClasses) {
    self.program = program
    self.classes = classes
  }

  /// Leaves the places of the parts of a rule's match as `slots`.
  func run(_ rule: CompiledRule, _ symbols: PlainBuffer<Int32>, _ match: Run) {
    let automaton = program.phases[rule.phase]
    let count = match.count
    slots.removeAll()
    slots.append(repeating: -1, count: rule.captures.count * 2)
    visited.removeAll()
    stack.removeAll()
    visit(automaton.acceptances[rule.acceptance].start, at: 0)
    search: while stack.count > 0 {
      let step = stack[stack.count - 1]
      stack.removeLast(from: stack.count - 1)
      let place = Int(step.place)
      guard step.state >= 0 else {
        slots[-1 - Int(step.state)] = Int16(place)
        continue
      }
      guard visited.insert(UInt64(step.state) << 32 | UInt64(place)) else { continue }
      switch automaton[Int(step.state)] {
      case .split(let targets):
        for target in targets.reversed() { visit(Int(target), at: place) }
      case .save(let slot, let next):
        stack.append(Step(state: -1 - Int32(slot), place: Int32(slots[slot])))
        slots[slot] = Int16(place)
        visit(next, at: place)
      case .consume(let predicate, let next):
        if place < count, classes.passes(symbols[match.lowerBound + place], predicate) {
          visit(next, at: place + 1)
        }
      case .accept(let accepted):
        if accepted == rule.acceptance, place == count { break search }
      }
    }
    if !rule.isMarked {
      slots[0] = 0
      slots[1] = Int16(count)
    }
  }

  private func visit(_ state: Int, at place: Int) {
    stack.append(Step(state: Int32(state), place: Int32(place)))
  }
}
