import TextModel

/// What a rule found.
public struct RuleMatch: Sendable {
  /// The index of the rule in the program.
  public var rule: Int
  /// The tokens of the mention.
  public var tokens: Range<Int>
  /// What the rule's clauses made, by keyword.
  public var values: [String: Value]
  /// The rows of the lexicons that the whole mention stands for.
  public var rows: [RowReference]
}
