import TextModel

/// What a rule found.
public struct RuleMatch {
  /// The tokens of the mention.
  public var tokens: Range<Int>
  /// What the words say that were matched, the same for every match of these words.
  public let record: MatchRecord

  /// The index of the rule in the program.
  public var rule: Int { record.rule }
  /// What the rule's clauses made, by keyword.
  public var values: [String: Value] { record.values }
  /// The rows of the lexicons that the whole mention stands for.
  public var rows: [RowReference] { record.rows }
}

/// What a rule says of one run of words: made once, shared by all matches of the same words.
///
/// A record belongs to one worker.
public final class MatchRecord {
  /// The index of the rule in the program.
  public let rule: Int
  /// The label of the rule is the rules' own business.
  public let isInternal: Bool
  /// What the rule's clauses made, by keyword.
  public let values: [String: Value]
  /// The rows of the lexicons that the whole mention stands for.
  public let rows: [RowReference]
  /// What a user of the matcher makes of the record, once.
  public var product: AnyObject?

  init(rule: Int, isInternal: Bool, values: [String: Value], rows: [RowReference]) {
    self.rule = rule
    self.isInternal = isInternal
    self.values = values
    self.rows = rows
  }
}
