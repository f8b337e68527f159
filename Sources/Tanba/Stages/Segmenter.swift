import ICUText
import TextModel

/// Cuts a document into tokens and sentences, as the rule set's break rules say.
///
/// ICU cuts each stretch between blanks once; after that it is looked up. A segment holds a blank
/// only behind a full stop, so a stretch that ends in one is cut together with the next.
struct Segmenter: Processor {
  let rules: RuleSet
  /// ICU cuts all texts as a whole: the plain path that the other is measured against.
  var usesICUOnly = false

  var name: String { "segment" }
  var requires: Set<Layer> { [.source] }
  var provides: Set<Layer> { [.tokens, .sentences, .wordTypes] }

  /// The status that the break rules give to white space: no token.
  static let whiteSpace: Int32 = 10

  func process(_ document: inout Document, with worker: Worker) throws {
    let words = try WorkerWords.of(worker, rules)
    var pass = SegmentationPass(words: words)
    try document.source.withUnsafeBufferPointer { source throws in
      if usesICUOnly {
        try pass.cut(source, 0..<source.count, flags: [], into: &document.tokens)
        pass.mayHaveSentences = true
      } else {
        if words.chunks.isFull { words.chunks.removeAll() }
        try pass.cutChunks(source, into: &document.tokens)
      }
      document.sentences = try pass.sentences(of: source, document.tokens)
    }
    words.describeNewTypes()
    if document.sentences.count > 1 {
      document.sentences = WrappedLines(document, words).sentences()
    }
  }
}
