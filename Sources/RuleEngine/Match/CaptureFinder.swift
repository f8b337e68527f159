import TextModel

/// Finds which part of a match each captured part is, once for each rule and row of classes.
final class CaptureFinder {
  private let program: RuleProgram
  /// A rule and the classes of a match, and where its parts stand in `slots`.
  private let asked = NumberPool()
  private let starts = PlainBuffer<Int32>()
  /// The places of the parts from the match's start on, two a part, -1 where a part was not met.
  private let slots = PlainBuffer<Int16>()
  private let key = PlainBuffer<Int32>()
  private let search: CaptureSearch

  /// So many answers are kept.
  private static let mostAnswers = 1 << 16

  init(program: RuleProgram, classes: WordClasses) {
    self.program = program
    search = CaptureSearch(program: program, classes: classes)
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
      search.run(program.rules[rule], symbols, match)
      slots.append(search.slots)
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
