/// Which reading to take where a text leaves open which year, week or century it means.
///
/// The reading that the reference date itself lies in always comes before the others.
public enum TemporalPreference: String, CaseIterable, Hashable, Sendable {
  /// The last one before the reference date.
  case past
  /// The first one after the reference date.
  case future
  /// The one less far from the reference date; of two as far, the one before.
  case nearest
}
