import ICUText
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
    let hash = Self.hash(text)
    if isReplay {
      if let tokens = replay(hash) { return tokens }
      isReplay = false
      record = ByteWriter(bytes: replayed?.consumed ?? [])
    }
    let tokens = cut(text)
    record.add(hash)
    record.add(UInt32(tokens.count))
    for token in tokens { record.add(token) }
    return tokens
  }

  private func replay(_ hash: UInt32) -> [[UInt8]]? {
    guard var reader = replayed, reader.number() == hash, let count = reader.number() else {
      return nil
    }
    var tokens: [[UInt8]] = []
    for _ in 0..<count {
      guard let token = reader.bytes() else { return nil }
      tokens.append(token)
    }
    replayed = reader
    return tokens
  }

  private func cut(_ text: String) -> [[UInt8]] {
    if tokenizer == nil, failure == nil {
      do throws(ICUError) {
        tokenizer = try FormTokenizer(words: words, breaks: breaks)
      } catch {
        failure = error
      }
    }
    return tokenizer?.tokens(of: text) ?? []
  }

  private static func hash(_ text: String) -> UInt32 {
    var hash: UInt32 = 0x811c_9dc5
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }
}
