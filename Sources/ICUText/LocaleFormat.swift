internal import CICU

/// A format of ICU for one locale: dates, intervals, numbers in words, relative times.
///
/// It carries state and belongs to one thread. All dates are days and seconds in UTC.
public final class LocaleFormat {
  /// What is written, and how.
  public enum Style: Sendable {
    /// A day in ICU's style: `full`, `long`, `medium` or `short`.
    case date(String)
    /// A day or time by a skeleton, as in `yMMMMd`.
    case skeleton(String)
    /// From one day to another, by a skeleton.
    case interval(String)
    /// A number in words by a rule set, as in `%spellout-ordinal`.
    case words(String)
    /// So many units from now.
    case relative
  }

  /// A unit of relative times, with ICU's number of it.
  public enum RelativeUnit: Int32, CaseIterable, Sendable {
    /// A year, a quarter …
    case year, quarter, month, week, day, hour, minute, second
  }

  private let formatter: OpaquePointer

  /// Opens a format.
  ///
  /// - Throws: ICU's error for a skeleton or rule set that it does not know.
  public init(_ style: Style, locale: String) throws(ICUError) {
    let (kind, pattern) =
      switch style {
      case .date(let name): (tanba_icu_date_style, name)
      case .skeleton(let skeleton): (tanba_icu_date_skeleton, skeleton)
      case .interval(let skeleton): (tanba_icu_date_interval, skeleton)
      case .words(let rules): (tanba_icu_speller, rules)
      case .relative: (tanba_icu_relative, "")
      }
    var error = tanba_icu_error()
    guard let formatter = tanba_icu_formatter_open(kind, pattern, locale, &error) else {
      throw ICUError(error, operation: "open the format \(pattern) of \(locale)")
    }
    self.formatter = formatter
  }

  deinit { tanba_icu_formatter_close(formatter) }

  /// A day, counted from 1970-01-01, with seconds after midnight.
  public func text(day: Int, seconds: Int = 0) throws(ICUError) -> String {
    try text(Double(day * 86_400 + seconds) * 1000, 0, 0)
  }

  /// From one day to another, both counted from 1970-01-01.
  public func text(from first: Int, to last: Int) throws(ICUError) -> String {
    try text(Double(first * 86_400) * 1000, Double(last * 86_400) * 1000, 0)
  }

  /// A number in words.
  public func text(number: Int) throws(ICUError) -> String { try text(Double(number), 0, 0) }

  /// So many units from now: in digits, or in a word where there is one.
  public func text(
    _ count: Int, _ unit: RelativeUnit, inDigits: Bool
  ) throws(ICUError) -> String {
    try text(Double(count), Double(unit.rawValue), inDigits ? 1 : 0)
  }

  private func text(
    _ first: Double, _ second: Double, _ option: Int32
  ) throws(ICUError) -> String {
    var result = tanba_icu_bytes()
    defer { tanba_icu_bytes_free(&result) }
    var error = tanba_icu_error()
    guard tanba_icu_format(formatter, first, second, option, &result, &error) == 0 else {
      throw ICUError(error, operation: "format \(first)")
    }
    return String(
      decoding: UnsafeBufferPointer(start: result.data, count: Int(result.count)), as: UTF8.self)
  }
}
