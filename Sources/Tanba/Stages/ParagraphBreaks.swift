import TextModel

/// Where paragraphs of a document end: at a line break between two sentences.
struct ParagraphBreaks {
  private let document: Document
  private var sentence = 0

  init(_ document: Document) { self.document = document }

  /// Whether a paragraph has ended since the last call; calls must go forward through the tokens.
  ///
  /// - Complexity: O(bytes between the sentences that are passed).
  mutating func pass(to token: Int) -> Bool {
    var hasEnded = false
    while sentence + 1 < document.sentences.count,
      document.sentences[sentence + 1].start <= token
    {
      sentence += 1
      let start = document.sentences[sentence].start
      guard start > 0, start < document.tokens.count else { continue }
      let before = document.tokens.span(of: TokenSpan(start: start - 1, end: start)).end
      let behind = document.tokens.span(of: TokenSpan(start: start, end: start + 1)).start
      guard before < behind else { continue }
      hasEnded = hasEnded || document.source[before..<behind].contains(0x0A)
    }
    return hasEnded
  }
}
