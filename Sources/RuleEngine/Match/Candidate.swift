/// A match before conflicts are resolved.
struct Candidate {
  var rule: Int
  var tokens: Range<Int>
  /// The tokens of the whole match, its context included.
  var extent: Range<Int>
  /// The symbols of the whole match, the sentence's edges included.
  var place: Range<Int>
  var priority: Int
  var layer: Int

  /// A mention that reaches into the context is cut to the marked part.
  func covers(_ other: Range<Int>) -> Bool {
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
