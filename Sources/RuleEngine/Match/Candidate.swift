/// A range of tokens or symbols as plain numbers.
struct Run: BitwiseCopyable {
  var lowerBound: Int
  var upperBound: Int

  init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }

  var range: Range<Int> { lowerBound..<upperBound }
  var count: Int { upperBound - lowerBound }

  func overlaps(_ other: Run) -> Bool {
    lowerBound < other.upperBound && other.lowerBound < upperBound
  }
}

/// A match before conflicts are resolved.
struct Candidate: BitwiseCopyable {
  var rule: Int
  var tokens: Run
  /// The tokens of the whole match, its context included.
  var extent: Run
  /// The symbols of the whole match, the sentence's edges included.
  var place: Run
  var priority: Int
  var layer: Int

  /// A mention that reaches into the context is cut to the marked part.
  func covers(_ other: Run) -> Bool {
    extent.lowerBound <= other.lowerBound && other.upperBound <= extent.upperBound
  }
}

/// The order of conflict within a phase: leftmost, longest, priority, file order.
enum CandidateOrder {
  static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    (left.tokens.lowerBound, right.tokens.upperBound, right.priority, left.rule)
      < (right.tokens.lowerBound, left.tokens.upperBound, left.priority, right.rule)
  }
}
