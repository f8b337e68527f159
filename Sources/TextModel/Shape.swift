/// What a word form looks like, independent of language.
public struct Shape: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt16
  /// Creates a set from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Has at least one letter.
  public static let letters = Shape(rawValue: 1)
  /// Begins with an upper-case or title-case letter.
  public static let capital = Shape(rawValue: 2)
  /// Two letters or more, all upper case.
  public static let upper = Shape(rawValue: 4)
  /// All its letters are lower case.
  public static let lower = Shape(rawValue: 8)
  /// Decimal digits only.
  public static let digits = Shape(rawValue: 16)
  /// Digits followed by a suffix, with or without a hyphen.
  public static let suffixedNumber = Shape(rawValue: 32)
  /// A roman numeral, in Latin or look-alike letters, all upper case, with or without a suffix.
  public static let roman = Shape(rawValue: 64)
  /// One upper-case letter and a full stop.
  public static let initial = Shape(rawValue: 128)
  /// An abbreviation written with its full stop.
  public static let abbreviation = Shape(rawValue: 256)
  /// Neither letters nor digits.
  public static let punctuation = Shape(rawValue: 512)
  /// Two upper-case letters or more, then a lower-case suffix, with or without a hyphen.
  public static let suffixedUpper = Shape(rawValue: 1024)
  /// Letters of the Latin script only.
  public static let latin = Shape(rawValue: 2048)
  /// Begins with an upper-case letter, and a later letter is upper case after a lower-case one.
  public static let mixedCase = Shape(rawValue: 4096)
}
