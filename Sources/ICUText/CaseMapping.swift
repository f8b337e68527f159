internal import CICU

/// Case mappings of ICU over UTF-8.
public enum CaseMapping {
  /// The text in lower case by the rules of a locale; `""` stands for the root.
  ///
  /// What can't be decoded comes out as U+FFFD; a text above 512 MB comes out as it is.
  ///
  /// - Complexity: O(number of bytes).
  public static func lowercased(
    _ utf8: UnsafeBufferPointer<UInt8>, locale: String = ""
  ) -> [UInt8] {
    var result = tanba_icu_bytes()
    defer { tanba_icu_bytes_free(&result) }
    var error = tanba_icu_error()
    let status = tanba_icu_lowercase(
      utf8.baseAddress, Int64(utf8.count), locale, &result, &error)
    guard status == 0 else { return Array(utf8) }
    return Array(UnsafeBufferPointer(start: result.data, count: Int(result.count)))
  }

  /// The text in lower case by the rules of a locale; `""` stands for the root.
  public static func lowercased(_ utf8: [UInt8], locale: String = "") -> [UInt8] {
    utf8.withUnsafeBufferPointer { lowercased($0, locale: locale) }
  }
}
