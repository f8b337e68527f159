/// A vague point seen from the present, with its TIMEX3 value.
public enum TemporalReference: String, CaseIterable, Hashable, Sendable {
  /// Some time ago.
  case past = "PAST_REF"
  /// Now, these days.
  case present = "PRESENT_REF"
  /// Some time to come.
  case future = "FUTURE_REF"
}
