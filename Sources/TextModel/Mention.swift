/// An occurrence of something named in the text.
public struct Mention: Hashable, Sendable {
  /// The bytes of the source that it covers.
  public var span: SourceSpan
  /// The tokens that it covers.
  public var tokens: TokenSpan
  /// One of the output labels, as `GPE`.
  public var label: String
  /// The id of the rule that found it.
  public var rule: String
  /// How sure the rule is, above 0 and up to 1.
  public var confidence: Double = 1
  /// The dictionary form, repaired.
  public var canonical: String?
  /// The dictionary form in the alphabet of the rules, where ``canonical`` is in another.
  public var canonicalCyrillic: String?
  /// What it refers to, as `iso3166:KZ`.
  public var ref: String?
  /// The long form of an abbreviation or short name.
  public var expansion: String?
  /// The number that it gives, as text: decimal digits with a point, `A..B` for a range, `A/B` for
  /// a fraction.
  public var value: String?
  /// The unit of the number: ISO 4217 for money, `%`, UCUM for quantities.
  public var unit: String?
  /// What it may refer to, where that is not certain.
  public var candidates: [String] = []
  /// The number of the entity within the document, from 1; mentions of one entity share it.
  public var entity: Int?
  /// The temporal value; non-nil exactly for temporal mentions.
  public var timex: Timex?

  /// Creates a mention.
  public init(span: SourceSpan, tokens: TokenSpan, label: String, rule: String) {
    self.span = span
    self.tokens = tokens
    self.label = label
    self.rule = rule
  }
}
