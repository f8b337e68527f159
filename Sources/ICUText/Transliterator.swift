internal import CICU
public import TextModel

/// Rewrites words by transliteration rules. One per thread.
///
/// ICU's transliteration is slow on long texts and not linear: give it words.
public final class Transliterator {
  /// The longest word that is rewritten, in UTF-8 bytes; no word of a language comes near.
  public static let longestWord = 256

  private let handle: OpaquePointer

  /// Compiles a file of ICU transliteration rules.
  ///
  /// - Throws: The first fault that ICU finds in the rules.
  public init(rules: SourceFile) throws(ICUError) {
    var error = tanba_icu_error()
    let handle = rules.bytes.withUnsafeBufferPointer {
      tanba_icu_translit_open($0.baseAddress, Int64($0.count), &error)
    }
    guard let handle else {
      throw ICUError(error, operation: "compile the transliteration rules", rules: rules)
    }
    self.handle = handle
  }

  deinit { tanba_icu_translit_close(handle) }

  /// The rewritten word.
  ///
  /// A word above `longestWord` comes out as it is, since contexts make the cost of a word grow
  /// with the square of its length; so does one that ICU fails on for want of memory.
  public func transliterate(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard utf8.count <= Self.longestWord else { return Array(utf8) }
    var error = tanba_icu_error()
    var result: UnsafePointer<UInt8>?
    let count = tanba_icu_translit(
      handle, utf8.baseAddress, Int64(utf8.count), &result, &error)
    guard count >= 0 else { return Array(utf8) }
    return Array(UnsafeBufferPointer(start: result, count: Int(count)))
  }

  /// The rewritten word.
  public func transliterate(_ utf8: [UInt8]) -> [UInt8] {
    utf8.withUnsafeBufferPointer { transliterate($0) }
  }
}
