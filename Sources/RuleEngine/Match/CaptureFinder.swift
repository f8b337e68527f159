import TextModel

/// Finds which part of a match each captured part is, once for each rule and row of classes.
final class CaptureFinder {
  private let program: RuleProgram
  private let classes: WordClasses
  /// A rule and the classes of a match, and where its parts stand in `slots`.
  private let asked = NumberPool()
  private let starts = PlainBuffer<Int32>()
  /// The places of the parts from the match's start on, two a part, -1 where a part was not met.
  private let slots = PlainBuffer<Int16>()
  private let key = PlainBuffer<Int32>()

  /// So many answers are kept.
  private static let mostAnswers = 1 << 16

  init(program: RuleProgram, classes: WordClasses) {
    self.program = program
    self.classes = classes
  }

  /// Forgets all answers: the classes' numbers name others from now on.
  func removeAll() {
    asked.removeAll()
    starts.removeAll()
    slots.removeAll()
  }

  /// Whether so many answers are kept that they should be forgotten between sentences.
  var isFull: Bool { starts.count > Self.mostAnswers }

  /// Where the parts of a rule's match begin among all answers.
  func parts(of rule: Int, symbols: PlainBuffer<Int32>, _ match: Run) -> Int {
    key.removeAll()
    key.append(Int32(rule))
    for place in match.lowerBound..<match.upperBound { key.append(symbols[place]) }
    let id = Int(asked.intern(key))
    if id == starts.count {
      starts.append(Int32(slots.count))
      let found = CaptureSearch(program: program, classes: classes).slots(
        of: program.rules[rule], symbols, match.range)
      for slot in found { slots.append(Int16(slot)) }
    }
    return Int(starts[id])
  }

  /// Adds the places of a match's captured parts, from its extent on, to a row.
  func appendParts(
    of candidate: Candidate, symbols: PlainBuffer<Int32>, to row: PlainBuffer<Int32>
  ) {
    let start = parts(of: candidate.rule, symbols: symbols, candidate.place)
    let end = start + program.rules[candidate.rule].captures.count * 2
    // The edges of a sentence are places of the match and none of its extent.
    row.append(Int32(candidate.place.count - candidate.extent.count))
    for index in start..<end { row.append(Int32(slots[index])) }
  }

  /// The symbols of a part, from the match's start on; nil where it was not met.
  func part(_ part: Int, at start: Int) -> Range<Int>? {
    let lower = Int(slots[start + part * 2])
    let upper = Int(slots[start + part * 2 + 1])
    return lower < 0 || upper < lower ? nil : lower..<upper
  }
}

/// The search for the captured parts of one match.
///
/// Choices are tried in writing order, each pair of state and place once: linear in the product of
/// both, with a stack of its own.
private struct CaptureSearch {
  let program: RuleProgram
  let classes: WordClasses

  /// What is left to do, last first.
  private enum Step {
    case visit(state: Int, place: Int)
    /// Undoes what a failed branch saved.
    case restore(slot: Int, value: Int)
  }

  /// The places of the parts, from the match's start on.
  func slots(
    of rule: CompiledRule, _ symbols: PlainBuffer<Int32>, _ match: Range<Int>
  ) -> [Int] {
    let automaton = program.phases[rule.phase]
    var slots = Array(repeating: -1, count: rule.captures.count * 2)
    var visited: Set<Int> = []
    var stack = [
      Step.visit(state: automaton.acceptances[rule.acceptance].start, place: 0)
    ]
    let width = match.count + 1
    search: while let step = stack.popLast() {
      guard case .visit(let state, let place) = step else {
        if case .restore(let slot, let value) = step { slots[slot] = value }
        continue
      }
      guard visited.insert(state * width + place).inserted else { continue }
      switch automaton[state] {
      case .split(let targets):
        for target in targets.reversed() { stack.append(.visit(state: Int(target), place: place)) }
      case .save(let slot, let next):
        stack.append(.restore(slot: slot, value: slots[slot]))
        slots[slot] = place
        stack.append(.visit(state: next, place: place))
      case .consume(let predicate, let next):
        if place < match.count, classes.passes(symbols[match.lowerBound + place], predicate) {
          stack.append(.visit(state: next, place: place + 1))
        }
      case .accept(let accepted):
        if accepted == rule.acceptance, place == match.count { break search }
      }
    }
    if !rule.isMarked {
      slots[0] = 0
      slots[1] = match.count
    }
    return slots
  }
}
