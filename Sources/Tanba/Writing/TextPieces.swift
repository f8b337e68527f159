/// A document's tokens with what stands between them: pieces that make up the text, each with or
/// without one space behind it.
struct TextPieces {
  /// The pieces, in source order.
  private(set) var spans: [SourceSpan] = []

  /// - Complexity: O(bytes of the document).
  init(of document: Document) {
    spans.reserveCapacity(document.tokens.count)
    for token in 0..<document.tokens.count {
      let span = document.tokens.span(of: token)
      addGap(before: span.start, in: document.source)
      if span.count > 0 { spans.append(span) }
    }
    addGap(before: document.source.count, in: document.source)
  }

  /// What stands between two tokens is a piece unless it is one space; of what is longer, the space
  /// that belongs to the token before it is none of it.
  private mutating func addGap(before end: Int, in source: [UInt8]) {
    var start = spans.last?.end ?? 0
    if start < end, !spans.isEmpty, source[start] == 0x20 { start += 1 }
    if start < end { spans.append(SourceSpan(start: start, end: end)) }
  }

  /// Whether a space stands behind a piece that is no piece of its own.
  func isFollowedBySpace(_ index: Int, in source: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = spans[index].end
    let next = index + 1 < spans.count ? spans[index + 1].start : source.count
    return next == end + 1
  }
}
