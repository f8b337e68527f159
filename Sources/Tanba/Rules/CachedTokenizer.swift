import ICUText
import RuleEngine
import TextModel

/// Cuts the forms of lexicons and the words of rules, or repeats how they were cut before.
///
/// Compiling a rule set asks for the same texts in the same order each time. So the cache is the
/// list of answers, each with a hash of its text; at the first text that is another one, the rest
/// of the list is void.
final class CachedTokenizer {
  private let words: WordResources
  private let breaks: BreakRules
  private var tokenizer: FormTokenizer?
  private(set) var failure: ICUError?
  private var replayed: ByteReader?
  /// What was asked and answered in this run, as it is kept.
  private(set) var record = ByteWriter()
  /// The answers came from the cache, all of them.
  private(set) var isReplay: Bool

  init(words: WordResources, breaks: BreakRules, cache: RuleCache?) {
    self.words = words
    self.breaks = breaks
    replayed = cache?.tokens
    isReplay = replayed != nil
  }

  /// The folded tokens of a text; none where ICU can't cut it.
  func tokens(of text: String) -> [[UInt8]] {
    var form = CutForm()
    cut(Array(text.utf8)[...], into: &form)
    return (0..<form.count).map { Array(form[$0]) }
  }

  /// Fills `form` with the folded tokens of a text.
  func cut(_ text: ArraySlice<UInt8>, into form: inout CutForm) {
    let hash = Self.hash(text)
    if isReplay {
      if replay(hash, into: &form) { return }
      isReplay = false
      form.removeAll()
      record = ByteWriter(bytes: replayed?.consumed ?? [])
    }
    for token in newTokens(of: String(decoding: text, as: UTF8.self)) { form.append(token) }
    record.add(hash)
    record.add(UInt32(form.count))
    for index in 0..<form.count { record.add(form[index]) }
  }

  private func replay(_ hash: UInt32, into form: inout CutForm) -> Bool {
    let before = replayed
    guard replayed?.number() == hash, let count = replayed?.number() else {
      replayed = before
      return false
    }
    for _ in 0..<count {
      guard let token = replayed?.slice() else {
        replayed = before
        return false
      }
      form.append(token)
    }
    return true
  }

  private func newTokens(of text: String) -> [[UInt8]] {
    if tokenizer == nil, failure == nil {
      do throws(ICUError) {
        tokenizer = try FormTokenizer(words: words, breaks: breaks)
      } catch {
        failure = error
      }
    }
    return tokenizer?.tokens(of: text) ?? []
  }

  private static func hash(_ text: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811c_9dc5
    for byte in text { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }
}
