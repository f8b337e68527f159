import ICUText

/// Cuts the forms of lexicons and the words of rules; what it cuts with is made when first asked
/// for.
final class LazyTokenizer {
  private let words: WordResources
  private let breaks: BreakRules
  private var tokenizer: FormTokenizer?
  private(set) var failure: ICUError?

  init(words: WordResources, breaks: BreakRules) {
    self.words = words
    self.breaks = breaks
  }

  /// The folded tokens of a text; none where ICU can't cut it.
  func tokens(of text: String) -> [[UInt8]] {
    if tokenizer == nil, failure == nil {
      do throws(ICUError) {
        tokenizer = try FormTokenizer(words: words, breaks: breaks)
      } catch {
        failure = error
      }
    }
    return tokenizer?.tokens(of: text) ?? []
  }
}
