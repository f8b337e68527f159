/// One place where gold and rule set disagree.
public struct ErrorExample: Hashable, Sendable {
  /// How they disagree.
  public enum Kind: String, CaseIterable, Sendable {
    /// Found, not marked.
    case extra
    /// Marked, not found.
    case missed
    /// The same mention with another temporal value.
    case value
    /// The same mention with another dictionary form.
    case canonical
  }

  /// How they disagree.
  public var kind: Kind
  /// The document's id.
  public var document: String
  /// The label of what is found, or of what is missed.
  public var label: String
  /// The rule that found it; empty where nothing was found.
  public var rule: String
  /// The text of the mention.
  public var text: String
  /// Some text before it.
  public var before: String
  /// Some text behind it.
  public var after: String
  /// What the gold says of the place.
  public var expected: String
  /// What the rule set says of the place.
  public var found: String
}
