/// Finds which part of a match each captured part is, for one rule over one matched run.
///
/// Choices are tried in writing order, each pair of state and place once: linear in the product of
/// both.
struct CaptureFinder {
  private let automaton: Automaton
  private let classes: WordClasses
  private let symbols: ArraySlice<Int32>
  private let acceptance: Int
  private var slots: [Int]
  private var visited: Set<Int> = []

  init(
    automaton: Automaton, acceptance: Int, captureCount: Int, classes: WordClasses,
    symbols: ArraySlice<Int32>
  ) {
    self.automaton = automaton
    self.acceptance = acceptance
    self.classes = classes
    self.symbols = symbols
    slots = Array(repeating: -1, count: captureCount * 2)
  }

  /// The places of the parts, two a part, -1 where a part was not met.
  static func slots(
    of rule: CompiledRule, in automaton: Automaton, classes: WordClasses, symbols: ArraySlice<Int32>
  ) -> [Int] {
    var finder = CaptureFinder(
      automaton: automaton, acceptance: rule.acceptance, captureCount: rule.captures.count,
      classes: classes, symbols: symbols)
    let found = finder.run(
      automaton.acceptances[rule.acceptance].start, symbols.startIndex)
    precondition(found, "the captures of a match are found where the match was")
    if !rule.isMarked {
      finder.slots[0] = symbols.startIndex
      finder.slots[1] = symbols.endIndex
    }
    return finder.slots
  }

  private mutating func run(_ state: Int, _ place: Int) -> Bool {
    guard visited.insert(state * (symbols.count + 1) + place - symbols.startIndex).inserted else {
      return false
    }
    switch automaton.states[state] {
    case .split(let targets):
      for target in targets where run(target, place) { return true }
      return false
    case .save(let slot, let next):
      let saved = slots[slot]
      slots[slot] = place
      if run(next, place) { return true }
      slots[slot] = saved
      return false
    case .consume(let predicate, let next):
      return place < symbols.endIndex && classes.passes(symbols[place], predicate)
        && run(next, place + 1)
    case .accept(let accepted):
      return accepted == acceptance && place == symbols.endIndex
    }
  }
}
