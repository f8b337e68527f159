/// What a token is by its place in the text, apart from its word type.
@frozen public struct TokenFlags: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt8
  /// Creates a set from its bits.
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Nothing stands between this token and the one before it.
  @inlinable public static var glued: TokenFlags { TokenFlags(rawValue: 1) }
  /// A line break stands between this token and the one before it.
  @inlinable public static var afterLineBreak: TokenFlags { TokenFlags(rawValue: 2) }
  /// The token was joined from several by a repair; its source range holds what stood between them.
  @inlinable public static var repaired: TokenFlags { TokenFlags(rawValue: 4) }
}
