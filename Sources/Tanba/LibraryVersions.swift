import ICUText

/// The versions of the library and of what decides where words and sentences end.
public enum LibraryVersions {
  /// The version of Tanba.
  public static let tanba = "0.1.0"
  /// The version of the ICU that is linked, as `72.1`.
  public static var icu: String { ICUVersion.icu }
  /// The version of Unicode that this ICU knows, as `15.0`.
  public static var unicode: String { ICUVersion.unicode }
}
