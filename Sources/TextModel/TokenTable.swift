/// The tokens of a document, one column an attribute, in source order.
///
/// A token keeps its source range for ever. Folded forms and analyses hang on its word type
/// (``WordTypes``), so a row is four small numbers.
public struct TokenTable: Sendable {
  /// UTF-8 offset of each token's first byte.
  public internal(set) var starts: [UInt32] = []
  /// UTF-8 offset behind each token's last byte.
  public internal(set) var ends: [UInt32] = []
  /// The word type of each token, an index into the worker's ``WordTypes``.
  public internal(set) var types: [WordTypeID] = []
  /// The flags of each token.
  public internal(set) var flags: [TokenFlags] = []

  /// Creates an empty table.
  public init() {}

  /// The number of tokens.
  public var count: Int { starts.count }

  /// Adds a token behind all others.
  ///
  /// - Complexity: O(1) amortised.
  public mutating func append(
    start: Int, end: Int, type: WordTypeID, flags tokenFlags: TokenFlags
  ) {
    starts.append(UInt32(start))
    ends.append(UInt32(end))
    types.append(type)
    flags.append(tokenFlags)
  }

  /// Gives a token another word type: that of its spelling in the alphabet of the rules.
  public mutating func setType(of token: Int, to type: WordTypeID) { types[token] = type }

  /// Gives a token the word type of what it should have been.
  public mutating func repair(_ token: Int, as type: WordTypeID) {
    types[token] = type
    flags[token].insert(.repaired)
  }

  /// Removes all tokens and keeps the storage.
  public mutating func removeAll() {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    types.removeAll(keepingCapacity: true)
    flags.removeAll(keepingCapacity: true)
  }

  /// Makes room for `count` tokens.
  public mutating func reserveCapacity(_ count: Int) {
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
    types.reserveCapacity(count)
    flags.reserveCapacity(count)
  }

  /// The bytes that a token covers.
  public func span(of token: Int) -> SourceSpan {
    SourceSpan(start: Int(starts[token]), end: Int(ends[token]))
  }

  /// The bytes from the first to the last of a run of tokens, with all that stands between them.
  public func span(of tokens: TokenSpan) -> SourceSpan {
    precondition(tokens.count > 0, "an empty run of tokens covers no bytes")
    return SourceSpan(start: Int(starts[tokens.start]), end: Int(ends[tokens.end - 1]))
  }

  /// A run of tokens that is to become one.
  public struct Join: Sendable {
    /// The rows to join.
    public var tokens: TokenSpan
    /// The word type of what they are together.
    public var type: WordTypeID
    /// The row whose end is the end of the new token; the rows behind it belong to no token then.
    public var lastRow: Int

    /// Creates a join of at least one token. With `lastRow`, the new token ends where that row does:
    /// the rows behind it were no part of the word.
    public init(tokens: TokenSpan, type: WordTypeID, lastRow: Int? = nil) {
      self.tokens = tokens
      self.type = type
      self.lastRow = lastRow ?? tokens.end - 1
    }
  }

  /// Joins runs of tokens in place. The runs must be in order and must not overlap.
  ///
  /// - Returns: for each old row its new row, and the new count at the end.
  /// - Complexity: O(`count`).
  public mutating func join(_ joins: [Join]) -> [Int] {
    var newRows: [Int] = []
    newRows.reserveCapacity(count + 1)
    var read = 0
    var write = 0
    var next = 0
    while read < count {
      if next < joins.count, joins[next].tokens.start == read {
        let join = joins[next]
        precondition(join.tokens.count > 0 && join.tokens.end <= count, "a join outside the table")
        ends[write] = ends[join.lastRow]
        starts[write] = starts[read]
        types[write] = join.type
        flags[write] = flags[read].union(.repaired)
        for _ in 0..<join.tokens.count { newRows.append(write) }
        read = join.tokens.end
        next += 1
      } else {
        starts[write] = starts[read]
        ends[write] = ends[read]
        types[write] = types[read]
        flags[write] = flags[read]
        newRows.append(write)
        read += 1
      }
      write += 1
    }
    precondition(next == joins.count, "joins out of order or overlapping")
    newRows.append(write)
    let surplus = count - write
    starts.removeLast(surplus)
    ends.removeLast(surplus)
    types.removeLast(surplus)
    flags.removeLast(surplus)
    return newRows
  }
}
