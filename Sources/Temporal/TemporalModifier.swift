/// What narrows or loosens a value: the TIMEX3 `mod`.
public enum TemporalModifier: String, CaseIterable, Hashable, Sendable {
  /// The beginning of it.
  case start = "START"
  /// The middle of it.
  case mid = "MID"
  /// The end of it.
  case end = "END"
  /// About it.
  case approximate = "APPROX"
  /// Before it.
  case before = "BEFORE"
  /// After it.
  case after = "AFTER"
  /// At it or before.
  case onOrBefore = "ON_OR_BEFORE"
  /// At it or after.
  case onOrAfter = "ON_OR_AFTER"
  /// Shorter.
  case lessThan = "LESS_THAN"
  /// Longer.
  case moreThan = "MORE_THAN"
  /// No longer.
  case equalOrLess = "EQUAL_OR_LESS"
  /// No shorter.
  case equalOrMore = "EQUAL_OR_MORE"
}
