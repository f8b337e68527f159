/// How a rule set does on a gold file.
public struct EvaluationResult: Sendable {
  /// A row of the table of classes.
  public struct ClassScore: Sendable {
    /// The layer.
    public var layer: GoldLayer
    /// The class or TIMEX3 type.
    public var label: String
    /// The counts.
    public var counts = ModeCounts()
    /// Temporal values that are right, on exact hits.
    public var values = Ratio()
    /// Dictionary forms that are right, on exact hits that have one.
    public var canonicals = Ratio()
  }

  /// What was confused with what; nil stands for nothing.
  public struct Confusion: Hashable, Sendable {
    /// The label in the gold.
    public var marked: String?
    /// The label that was found.
    public var found: String?
  }

  /// The number of documents.
  public var documentCount = 0
  /// The number of mentions that are marked and scored.
  public var markedCount = 0
  /// The number of optional mentions.
  public var optionalCount = 0
  /// The number of mentions found in the layers and labels that are scored.
  public var foundCount = 0
  /// Over all layers.
  public var total = ModeCounts()
  /// By layer, those that are annotated.
  public var layers: [GoldLayer: ModeCounts] = [:]
  /// By class, in a fixed order.
  public var classes: [ClassScore] = []
  /// By part of the corpus, in order of name; exact counts.
  public var groups: [(name: String, counts: Counts)] = []
  /// Temporal values that are right, of exact hits.
  public var values = Ratio()
  /// Temporal values that are right, of overlapping hits.
  public var overlappingValues = Ratio()
  /// The number of marked times that have a value.
  public var markedValueCount = 0
  /// Exact name hits that are annotated with a dictionary form.
  public var canonicalHitCount = 0
  /// Dictionary forms that are right, of exact hits that have one.
  public var canonicals = Ratio()
  /// The same without regard to case.
  public var caselessCanonicals = Ratio()
  /// Pairs of labels at places where marked and found mentions overlap, or either stands alone.
  public var confusions: [Confusion: Int] = [:]
  /// Every rule that found something, those with the most errors first.
  public var rules: [RuleOutcome] = []
  /// What was missed, in the order of the gold.
  public var misses: [ErrorExample] = []
  /// Documents where nothing is marked, those of them where something was found, and how much.
  public var emptyDocuments = (count: 0, withFindings: 0, findings: 0)

  /// The mean of F1 over the classes that occur in the gold.
  public var macroF1: Double {
    let scores = classes.filter { $0.counts.exact.marked > 0 }.map(\.counts.exact.f1)
    return scores.isEmpty ? 0 : scores.reduce(0, +) / Double(scores.count)
  }
}
