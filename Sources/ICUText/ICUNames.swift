internal import CICU

/// The names that ICU's locale data give, to hold lexicons against.
///
/// Each call opens what it needs and closes it again: this is for tests and tools, not for text.
public enum ICUNames {
  /// How long a name is.
  public enum Width: Sendable {
    case wide, abbreviated
  }

  /// Where a name stands: within a date or alone.
  public enum Context: Sendable {
    case format, standalone
  }

  /// The name of a region by its ISO 3166 code, or nil where the locale has none.
  public static func region(_ code: String, locale: String) -> String? {
    string { tanba_icu_region_name(code, locale, &$0) }
  }

  /// The codes of all territories that ICU knows, in its order.
  public static var regionCodes: [String] {
    (string { tanba_icu_region_codes(&$0) } ?? "").split(separator: "\0").map(String.init)
  }

  /// The names of the months, from January.
  public static func months(
    locale: String, width: Width = .wide, context: Context = .format
  ) -> [String] {
    symbols(kind: 0, locale, width, context)
  }

  /// The names of the weekdays, from Sunday.
  public static func weekdays(
    locale: String, width: Width = .wide, context: Context = .format
  ) -> [String] {
    symbols(kind: 1, locale, width, context)
  }

  private static func symbols(
    kind: Int32, _ locale: String, _ width: Width, _ context: Context
  ) -> [String] {
    (0..<max(0, tanba_icu_date_symbol_count(kind, locale))).map { index in
      string {
        tanba_icu_date_symbol(
          kind, width == .abbreviated ? 1 : 0, context == .standalone ? 1 : 0, index, locale, &$0)
      } ?? ""
    }
  }

  private static func string(_ fill: (inout tanba_icu_bytes) -> Int32) -> String? {
    var bytes = tanba_icu_bytes()
    defer { tanba_icu_bytes_free(&bytes) }
    guard fill(&bytes) == 0 else { return nil }
    return String(
      decoding: UnsafeBufferPointer(start: bytes.data, count: Int(bytes.count)), as: UTF8.self)
  }
}
