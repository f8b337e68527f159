import ICUText
import TextModel

/// Cuts the forms of lexicons and the words of rules as documents are cut.
final class FormTokenizer {
  private let describer: WordDescriber
  private let words: BreakIterator
  private var boundaries: [Boundary] = []

  init(words resources: WordResources, breaks: BreakRules) throws(ICUError) {
    describer = WordDescriber(resources: resources)
    words = try breaks.makeIterator()
  }

  /// The folded tokens of a text; none where ICU can't cut it.
  func tokens(of text: String) -> [[UInt8]] {
    let bytes = Array(text.utf8)
    do throws(ICUError) {
      try bytes.withUnsafeBufferPointer { source throws(ICUError) in
        try words.boundaries(of: source, into: &boundaries)
      }
    } catch {
      return []
    }
    var tokens: [[UInt8]] = []
    var start = 0
    for boundary in boundaries {
      let end = Int(boundary.offset)
      if boundary.status != Segmenter.whiteSpace {
        tokens.append(describer.fold(Array(bytes[start..<end])))
      }
      start = end
    }
    return tokens
  }
}
