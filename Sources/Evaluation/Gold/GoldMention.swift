/// What an annotator has marked. Ranges count Unicode scalars of the document's text.
public struct GoldMention: Hashable, Sendable {
  /// The scalars that it covers.
  public var range: Range<Int>
  /// Another range that is as good.
  public var alternative: Range<Int>?
  /// Its class, or the TIMEX3 type in the layer of times.
  public var label: String
  /// Other labels that are as good.
  public var alternativeLabels: [String] = []
  /// The accepted dictionary forms; the first is preferred, none where they are not annotated.
  public var canonicals: [String] = []
  /// The accepted temporal values; the first is preferred, none where the value is not scored.
  public var values: [String] = []
  /// A miss is no error, and neither is what lies on it.
  public var isOptional = false

  /// Creates a mention that must be found as it stands.
  public init(range: Range<Int>, label: String) {
    self.range = range
    self.label = label
  }

  func accepts(_ range: Range<Int>) -> Bool { range == self.range || range == alternative }
  func accepts(label: String) -> Bool {
    label == self.label || alternativeLabels.contains(label)
  }
}
