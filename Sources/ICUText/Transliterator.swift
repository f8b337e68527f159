internal import CICU
public import TextModel

/// Rewrites words by transliteration rules. One per thread.
///
/// ICU's transliteration is slow on long texts and not linear: give it words.
public final class Transliterator {
  /// The longest word that is rewritten, in UTF-8 bytes; no word of a language comes near.
  public static let longestWord = 256

  /// The passes, one behind the other; none where the rules are not yet compiled.
  private var handles: [OpaquePointer] = []
  /// The rules to compile when the first word comes.
  private var pending: TransliterationRules?

  /// Compiles a file of ICU transliteration rules.
  ///
  /// - Throws: The first fault that ICU finds in the rules.
  public init(rules: SourceFile) throws(ICUError) {
    var error = tanba_icu_error()
    guard let handle = Self.open(rules.bytes[...], &error) else {
      throw ICUError(
        error, operation: "compile the transliteration rules", rules: rules,
        place: error.offset < 0 ? Self.place(of: error, in: rules) : nil)
    }
    handles = [handle]
  }

  /// Takes rules that were compiled before: they are compiled again when the first word comes, and
  /// most texts have none that needs it.
  init(checked rules: TransliterationRules) { pending = rules }

  deinit { close() }

  private func open() {
    guard let rules = pending else { return }
    pending = nil
    // A statement by name, be it one that does nothing, has ICU list all transforms that it has:
    // some milliseconds. Passes by themselves need none.
    for file in rules.plainPasses ?? [rules.source] {
      var error = tanba_icu_error()
      guard let handle = Self.open(file.bytes[...], &error) else { return close() }
      handles.append(handle)
    }
  }

  private func close() {
    for handle in handles { tanba_icu_translit_close(handle) }
    handles = []
  }

  /// The rewritten word.
  ///
  /// A word above `longestWord` comes out as it is, since contexts make the cost of a word grow
  /// with the square of its length; so does one that ICU fails on for want of memory.
  public func transliterate(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard utf8.count <= Self.longestWord else { return Array(utf8) }
    open()
    var word = Array(utf8)
    for handle in handles {
      guard let form = Self.rewritten(word, by: handle) else { return Array(utf8) }
      word = form
    }
    return word
  }

  /// What one pass makes of a word; nil where ICU fails on it.
  private static func rewritten(_ word: [UInt8], by handle: OpaquePointer) -> [UInt8]? {
    var error = tanba_icu_error()
    var result: UnsafePointer<UInt8>?
    let count = word.withUnsafeBufferPointer {
      tanba_icu_translit(handle, $0.baseAddress, Int64($0.count), &result, &error)
    }
    guard count >= 0 else { return nil }
    return Array(UnsafeBufferPointer(start: result, count: Int(count)))
  }

  /// For each scalar below a limit whether it is a source of the rules; all of them where ICU can't
  /// say. ICU answers for one pass of rules only, and for no transform that is named.
  func sources(below limit: Int) -> [Bool] {
    var table = Array(repeating: UInt8(1), count: limit)
    guard handles.count == 1, let handle = handles.first else { return table.map { _ in true } }
    var error = tanba_icu_error()
    let status = table.withUnsafeMutableBufferPointer {
      tanba_icu_translit_sources(handle, $0.baseAddress!, Int32($0.count), &error)
    }
    return table.map { status != 0 || $0 != 0 }
  }

  private static func open(
    _ rules: ArraySlice<UInt8>, _ error: inout tanba_icu_error
  ) -> OpaquePointer? {
    rules.withUnsafeBufferPointer {
      tanba_icu_translit_open($0.baseAddress, Int64($0.count), &error)
    }
  }

  /// The first `::` statement that fails in the same way by itself: ICU opens these last and
  /// names no place.
  private static func place(of error: tanba_icu_error, in rules: SourceFile) -> Int? {
    for line in 0..<rules.lineCount {
      let range = rules.range(ofLine: line)
      guard let start = range.first(where: { rules.bytes[$0] > 0x20 }),
        rules.bytes[start..<range.upperBound].starts(with: [0x3A, 0x3A])
      else { continue }
      var own = tanba_icu_error()
      if let handle = open(rules.bytes[start..<range.upperBound], &own) {
        tanba_icu_translit_close(handle)
      } else if own.code == error.code {
        return start
      }
    }
    return nil
  }

  /// The rewritten word.
  public func transliterate(_ utf8: [UInt8]) -> [UInt8] {
    utf8.withUnsafeBufferPointer { transliterate($0) }
  }
}
