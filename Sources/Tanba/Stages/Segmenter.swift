import ICUText
import TextModel

/// Cuts a document into tokens and sentences, as the rule set's break rules say.
struct Segmenter: Processor {
  let rules: RuleSet

  var name: String { "segment" }
  var requires: Set<Layer> { [.source] }
  var provides: Set<Layer> { [.tokens, .sentences, .wordTypes] }

  /// The status that the break rules give to white space: no token.
  static let whiteSpace: Int32 = 10

  func process(_ document: inout Document, with worker: Worker) throws {
    let words = try WorkerWords.of(worker, rules)
    var boundaries: [Boundary] = []
    try document.source.withUnsafeBufferPointer { source throws in
      try words.words.boundaries(of: source, into: &boundaries)
      addTokens(boundaries, source, to: &document.tokens, words.types)
      try words.sentences.boundaries(of: source, into: &boundaries)
    }
    document.sentences = Self.sentences(boundaries, document.tokens)
    words.describeNewTypes()
  }

  private func addTokens(
    _ boundaries: [Boundary], _ source: UnsafeBufferPointer<UInt8>, to tokens: inout TokenTable,
    _ types: WordTypes
  ) {
    tokens.reserveCapacity(boundaries.count / 2)
    var start = 0
    var flags: TokenFlags = []
    for boundary in boundaries {
      let end = Int(boundary.offset)
      defer { start = end }
      if boundary.status == Self.whiteSpace {
        flags = source[start..<end].contains(0x0A) ? .afterLineBreak : []
        continue
      }
      let type = types.intern(UnsafeBufferPointer(rebasing: source[start..<end]))
      tokens.append(start: start, end: end, type: type, flags: flags)
      flags = .glued
    }
  }

  /// Runs of tokens between sentence boundaries; a token belongs to the sentence that it starts in.
  private static func sentences(_ boundaries: [Boundary], _ tokens: TokenTable) -> [TokenSpan] {
    var sentences: [TokenSpan] = []
    var first = 0
    for boundary in boundaries {
      var next = first
      while next < tokens.count, tokens.starts[next] < boundary.offset { next += 1 }
      if next > first { sentences.append(TokenSpan(start: first, end: next)) }
      first = next
    }
    if first < tokens.count { sentences.append(TokenSpan(start: first, end: tokens.count)) }
    return sentences
  }
}
