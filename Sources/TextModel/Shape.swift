/// What a word form looks like, independent of language.
@frozen public struct Shape: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt16
  /// Creates a set from its bits.
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Has at least one letter.
  @inlinable public static var letters: Shape { Shape(rawValue: 1) }
  /// Begins with an upper-case or title-case letter.
  @inlinable public static var capital: Shape { Shape(rawValue: 2) }
  /// Two letters or more, all upper case.
  @inlinable public static var upper: Shape { Shape(rawValue: 4) }
  /// All its letters are lower case.
  @inlinable public static var lower: Shape { Shape(rawValue: 8) }
  /// Decimal digits only.
  @inlinable public static var digits: Shape { Shape(rawValue: 16) }
  /// Digits followed by a suffix, with or without a hyphen.
  @inlinable public static var suffixedNumber: Shape { Shape(rawValue: 32) }
  /// A roman numeral, in Latin or look-alike letters, all upper case, with or without a suffix.
  @inlinable public static var roman: Shape { Shape(rawValue: 64) }
  /// One upper-case letter and a full stop.
  @inlinable public static var initial: Shape { Shape(rawValue: 128) }
  /// An abbreviation written with its full stop.
  @inlinable public static var abbreviation: Shape { Shape(rawValue: 256) }
  /// Neither letters nor digits.
  @inlinable public static var punctuation: Shape { Shape(rawValue: 512) }
  /// Two upper-case letters or more, then a lower-case suffix, with or without a hyphen.
  @inlinable public static var suffixedUpper: Shape { Shape(rawValue: 1024) }
  /// Letters of the Latin script only.
  @inlinable public static var latin: Shape { Shape(rawValue: 2048) }
  /// Begins with an upper-case letter, and a later letter is upper case after a lower-case one.
  @inlinable public static var mixedCase: Shape { Shape(rawValue: 4096) }
}
