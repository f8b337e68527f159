/// A half-open range of UTF-8 bytes in a document's source.
public struct SourceSpan: Hashable, Sendable {
  /// The UTF-8 offset of the first byte.
  public var start: Int
  /// The UTF-8 offset behind the last byte.
  public var end: Int

  /// Creates a span; `start` must not lie behind `end`.
  public init(start: Int, end: Int) {
    precondition(start <= end, "a span ends before it starts")
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  public var count: Int { end - start }

  /// Whether both spans share at least one byte.
  public func overlaps(_ other: SourceSpan) -> Bool { start < other.end && other.start < end }

  /// Whether `other` lies wholly inside this span; a span contains itself.
  public func contains(_ other: SourceSpan) -> Bool { start <= other.start && other.end <= end }
}

/// A half-open range of rows in a document's token table.
public struct TokenSpan: Hashable, Sendable {
  /// The index of the first token.
  public var start: Int
  /// The index behind the last token.
  public var end: Int

  /// Creates a span; `start` must not lie behind `end`.
  public init(start: Int, end: Int) {
    precondition(start <= end, "a span ends before it starts")
    self.start = start
    self.end = end
  }

  /// The number of tokens.
  public var count: Int { end - start }

  /// Whether both spans share at least one token.
  public func overlaps(_ other: TokenSpan) -> Bool { start < other.end && other.start < end }

  /// Whether `other` lies wholly inside this span; a span contains itself.
  public func contains(_ other: TokenSpan) -> Bool { start <= other.start && other.end <= end }
}
