import TextModel

/// One rule as written.
public struct RuleDeclaration: Sendable {
  /// The unique name: lower case, dots and hyphens.
  public var id: String
  /// What its matches are called; a label in lower case is internal and never given out.
  public var label: String
  /// The phase in which it runs, an index into the rule source's phases.
  public var phase: Int
  /// What it looks for.
  public var pattern: Pattern
  /// Patterns that forbid a match which they overlap.
  public var exceptions: [Pattern]
  /// The clauses `value`, `canonical`, `ref` and `expansion`, by keyword.
  public var values: [String: ValueExpression]
  /// Wins over equally long matches of lower priority.
  public var priority: Int
  /// How sure a match is, above 0 and up to 1.
  public var confidence: Double
  /// The examples, positive and negative.
  public var examples: [RuleExample]
  /// Where its name stands.
  public var place: Place
}

/// A sentence that a rule must, or must not, find something in.
public struct RuleExample: Hashable, Sendable {
  /// The sentence without marks.
  public var text: String
  /// What the rule must find, in UTF-8 offsets of `text`; empty for a `reject`.
  public var spans: [SourceSpan]
  /// The value or canonical form that the first span must have.
  public var expected: String?
  /// Where it stands.
  public var place: Place

  /// The sentence with its spans marked, as rules write it.
  public var marked: String {
    var bytes = Array(text.utf8)
    for span in spans.reversed() {
      bytes.insert(UInt8(ascii: "]"), at: span.end)
      bytes.insert(UInt8(ascii: "["), at: span.start)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the rule must find nothing here.
  public var isReject: Bool { spans.isEmpty }
}
