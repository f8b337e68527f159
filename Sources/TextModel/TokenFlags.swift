/// What a token is by its place in the text, apart from its word type.
public struct TokenFlags: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt8
  /// Creates a set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Nothing stands between this token and the one before it.
  public static let glued = TokenFlags(rawValue: 1)
  /// A line break stands between this token and the one before it.
  public static let afterLineBreak = TokenFlags(rawValue: 2)
  /// The token was joined from several by a repair; its source range holds what stood between them.
  public static let repaired = TokenFlags(rawValue: 4)
}
