/// How what one rule found compares with the gold.
public struct RuleOutcome: Hashable, Sendable {
  /// The rule's id.
  public var rule: String
  /// Its mentions of layers that are scored, optional ones among them.
  public var found = 0
  /// Span and label as marked.
  public var hits = 0
  /// Neither marked nor optional.
  public var extras = 0
  /// Extras that share text with a marked mention of the same label.
  public var nearHits = 0
  /// Temporal values that are right, of the hits whose value is scored.
  public var values = Ratio()
  /// Dictionary forms that are right, of the hits that are annotated with one.
  public var canonicals = Ratio()
  /// Its errors, in the order of the gold.
  public var errors: [ErrorExample] = []

  /// Hits in what is scored of its mentions.
  public var precision: Double { Ratio(hits, of: hits + extras).value }
  /// The number of its errors.
  public var errorCount: Int {
    extras + values.whole - values.part + canonicals.whole - canonicals.part
  }
}
