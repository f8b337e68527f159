public import Tanba

/// A set of mentions that are matched among themselves.
public enum GoldLayer: String, CaseIterable, Sendable {
  /// Names, by class.
  case names
  /// Dates and times, by TIMEX3 type.
  case times
  /// Everything in one layer, by class, as in token-tagged corpora.
  case all
}

/// A text with what annotators have marked in it.
public struct GoldDocument: Sendable {
  /// What it is known by.
  public var id: String
  /// The text.
  public let text: String
  /// The text's Unicode scalars, which ranges count.
  public let scalars: [Unicode.Scalar]
  /// The day that deictics are read against, where the gold names one.
  public var referenceDate: Document.ReferenceDate?
  /// What is marked; a layer that is not annotated is absent and not scored.
  public var layers: [GoldLayer: [GoldMention]]
  /// Parts of the corpus that it belongs to, as its source or phenomenon.
  public var groups: [String] = []

  /// Creates a document.
  ///
  /// - Complexity: O(length of the text).
  public init(
    id: String, text: String, layers: [GoldLayer: [GoldMention]],
    referenceDate: Document.ReferenceDate? = nil
  ) {
    self.id = id
    self.text = text
    self.layers = layers
    self.referenceDate = referenceDate
    scalars = Array(text.unicodeScalars)
  }

  /// The scalars of a range as text.
  public func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return String(text)
  }

  /// The text on either side of a range within its line, at most `length` scalars each.
  func context(of range: Range<Int>, length: Int) -> (before: String, after: String) {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < length, scalars[start - 1] != "\n" { start -= 1 }
    var end = range.upperBound
    while end < scalars.count, end - range.upperBound < length, scalars[end] != "\n" { end += 1 }
    return (text(start..<range.lowerBound), text(range.upperBound..<end))
  }
}
