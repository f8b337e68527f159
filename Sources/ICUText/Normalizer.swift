internal import CICU

/// Normal forms of ICU over UTF-8.
public enum Normalizer {
  /// The text in normal form C.
  ///
  /// Text without a scalar above U+02FF is in the form already and is only copied. What can't be
  /// decoded comes out as U+FFFD; a text above 700 MB comes out as it is.
  ///
  /// - Complexity: O(number of bytes).
  public static func nfc(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    // Below U+0300, whose first byte is 0xCC, nothing composes with anything.
    guard utf8.contains(where: { $0 >= 0xCC }) else { return Array(utf8) }
    var result = tanba_icu_bytes()
    defer { tanba_icu_bytes_free(&result) }
    var error = tanba_icu_error()
    let status = tanba_icu_nfc(utf8.baseAddress, Int64(utf8.count), &result, &error)
    guard status == 0 else { return Array(utf8) }
    return Array(UnsafeBufferPointer(start: result.data, count: Int(result.count)))
  }

  /// The text in normal form C.
  public static func nfc(_ utf8: [UInt8]) -> [UInt8] {
    utf8.withUnsafeBufferPointer { nfc($0) }
  }
}
