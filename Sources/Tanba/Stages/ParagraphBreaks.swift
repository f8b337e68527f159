import TextModel

/// Where paragraphs of a document end: at a line break between two sentences.
struct ParagraphBreaks {
  private let source: [UInt8]
  private let tokens: TokenTable
  private let sentences: [TokenSpan]
  private var sentence = 0

  init(_ document: Document) {
    source = document.source
    tokens = document.tokens
    sentences = document.sentences
  }

  /// Whether a paragraph has ended since the last call; calls must go forward through the tokens.
  ///
  /// - Complexity: O(bytes between the sentences that are passed).
  mutating func pass(to token: Int) -> Bool {
    var hasEnded = false
    while sentence + 1 < sentences.count,
      sentences[sentence + 1].start <= token
    {
      sentence += 1
      let start = sentences[sentence].start
      guard start > 0, start < tokens.count else { continue }
      let before = tokens.span(of: TokenSpan(start: start - 1, end: start)).end
      let behind = tokens.span(of: TokenSpan(start: start, end: start + 1)).start
      guard before < behind else { continue }
      hasEnded = hasEnded || source[before..<behind].contains(0x0A)
    }
    return hasEnded
  }
}
