import ICUText

/// The versions of what decides where words and sentences end.
public enum LibraryVersions {
  /// The version of the ICU that is linked, as `72.1`.
  public static var icu: String { ICUVersion.icu }
  /// The version of Unicode that this ICU knows, as `15.0`.
  public static var unicode: String { ICUVersion.unicode }
}
