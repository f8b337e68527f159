/// An occurrence of something named in the text.
///
/// What is known of it apart from its place is shared by all mentions that are made alike; a change
/// gives the mention facts of its own.
public struct Mention: Hashable, Sendable {
  /// The bytes of the source that it covers.
  public var span: SourceSpan
  /// The tokens that it covers.
  public var tokens: TokenSpan
  /// The number of the entity within the document, from 1; mentions of one entity share it.
  public var entity: Int?
  private var shared: Shared

  /// Creates a mention.
  public init(span: SourceSpan, tokens: TokenSpan, label: String, rule: String) {
    self.span = span
    self.tokens = tokens
    shared = Shared(Facts(label: label, rule: rule))
  }

  /// Creates a mention of which the same is known as of another one.
  public init(span: SourceSpan, tokens: TokenSpan, like other: Mention) {
    self.span = span
    self.tokens = tokens
    shared = other.shared
  }

  /// What is known of a mention apart from its place.
  public struct Facts: Hashable, Sendable {
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
    /// The temporal value; non-nil exactly for temporal mentions.
    public var timex: Timex?

    /// Creates facts of which only these two are known.
    public init(label: String, rule: String) {
      self.label = label
      self.rule = rule
    }

    fileprivate var isInternal: Bool {
      label.utf8.first.map { (0x61...0x7A).contains($0) } ?? true
    }
  }

  /// Facts that several mentions hold; never changed while more than one of them does.
  private final class Shared: @unchecked Sendable {
    private(set) var facts: Facts
    // Asked of every mention by every stage; the facts are too large to be looked at for that.
    private(set) var isTemporal: Bool
    private(set) var isInternal: Bool

    init(_ facts: Facts) {
      self.facts = facts
      (isTemporal, isInternal) = (facts.timex != nil, facts.isInternal)
    }

    func change(_ body: (inout Facts) -> Void) {
      body(&facts)
      (isTemporal, isInternal) = (facts.timex != nil, facts.isInternal)
    }
  }

  /// What is known of the mention apart from its place.
  public var facts: Facts {
    get { shared.facts }
    set { shared = Shared(newValue) }
  }

  private mutating func change(_ body: (inout Facts) -> Void) {
    if !isKnownUniquelyReferenced(&shared) { shared = Shared(shared.facts) }
    shared.change(body)
  }

  /// The object that holds the facts: mentions with the same holder have the same facts as long as
  /// one of them lives.
  package var factsHolder: AnyObject { shared }

  /// Whether the mentions are equal, their places and entities included.
  public static func == (left: Mention, right: Mention) -> Bool {
    left.span == right.span && left.tokens == right.tokens && left.entity == right.entity
      && (left.shared === right.shared || left.facts == right.facts)
  }

  /// Feeds the place and the facts to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(span)
    hasher.combine(tokens)
    hasher.combine(entity)
    hasher.combine(facts)
  }
}

// The facts one by one.
extension Mention {
  /// One of the output labels, as `GPE`.
  public var label: String {
    get { shared.facts.label }
    set { change { $0.label = newValue } }
  }

  /// Whether the label is the rules' own business: it begins with a small letter.
  public var isInternal: Bool { shared.isInternal }

  /// Whether it has a temporal value.
  public var isTemporal: Bool { shared.isTemporal }

  /// The id of the rule that found it.
  public var rule: String {
    get { shared.facts.rule }
    set { change { $0.rule = newValue } }
  }

  /// How sure the rule is, above 0 and up to 1.
  public var confidence: Double {
    get { shared.facts.confidence }
    set { change { $0.confidence = newValue } }
  }

  /// The dictionary form, repaired.
  public var canonical: String? {
    get { shared.facts.canonical }
    set { change { $0.canonical = newValue } }
  }

  /// The dictionary form in the alphabet of the rules, where ``canonical`` is in another.
  public var canonicalCyrillic: String? {
    get { shared.facts.canonicalCyrillic }
    set { change { $0.canonicalCyrillic = newValue } }
  }

  /// What it refers to, as `iso3166:KZ`.
  public var ref: String? {
    get { shared.facts.ref }
    set { change { $0.ref = newValue } }
  }

  /// The long form of an abbreviation or short name.
  public var expansion: String? {
    get { shared.facts.expansion }
    set { change { $0.expansion = newValue } }
  }

  /// The number that it gives, as text.
  public var value: String? {
    get { shared.facts.value }
    set { change { $0.value = newValue } }
  }

  /// The unit of the number: ISO 4217 for money, `%`, UCUM for quantities.
  public var unit: String? {
    get { shared.facts.unit }
    set { change { $0.unit = newValue } }
  }

  /// What it may refer to, where that is not certain.
  public var candidates: [String] {
    get { shared.facts.candidates }
    set { change { $0.candidates = newValue } }
  }

  /// The temporal value; non-nil exactly for temporal mentions.
  public var timex: Timex? {
    get { shared.facts.timex }
    set { change { $0.timex = newValue } }
  }
}
