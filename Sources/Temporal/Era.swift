/// The side of year 1 that a year or a century is counted on.
public enum Era: String, CaseIterable, Hashable, Sendable {
  /// From year 1 on.
  case common = "CE"
  /// Before year 1.
  case beforeCommon = "BCE"
}
