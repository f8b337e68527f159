/// What a rule set has found, in the terms of the gold. Ranges count Unicode scalars.
public struct PredictedMention: Hashable, Sendable {
  /// The scalars that it covers.
  public var range: Range<Int>
  /// Its class, or the TIMEX3 type in the layer of times.
  public var label: String
  /// The dictionary form.
  public var canonical: String?
  /// The temporal value.
  public var value: String?
  /// The id of the rule that found it.
  public var rule: String

  /// Creates a mention.
  public init(
    range: Range<Int>, label: String, canonical: String? = nil, value: String? = nil,
    rule: String = ""
  ) {
    self.range = range
    self.label = label
    self.canonical = canonical
    self.value = value
    self.rule = rule
  }
}
