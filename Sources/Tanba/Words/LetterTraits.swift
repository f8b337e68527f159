/// What Unicode says of a scalar that the anatomy of words asks for.
///
/// The scalars of the alphabets at hand are looked up in a table; Unicode's own properties take a
/// hundred times as long.
struct LetterTraits: OptionSet, BitwiseCopyable {
  let rawValue: UInt8

  /// General category Nd.
  static let digit = LetterTraits(rawValue: 1)
  /// `Alphabetic`.
  static let letter = LetterTraits(rawValue: 2)
  /// `Uppercase`, or general category Lt.
  static let capital = LetterTraits(rawValue: 4)
  /// `Lowercase`.
  static let lower = LetterTraits(rawValue: 8)
  /// General category Mn.
  static let mark = LetterTraits(rawValue: 16)
  /// Of the Latin script.
  static let latin = LetterTraits(rawValue: 32)

  /// Behind Latin, Greek and Cyrillic.
  private static let tableSize: UInt32 = 0x600
  private static let table = (0..<tableSize).map { value in
    Unicode.Scalar(value).map { computed($0) } ?? []
  }

  /// What Unicode says of a scalar.
  static func of(_ scalar: Unicode.Scalar) -> LetterTraits {
    scalar.value < tableSize ? table[Int(scalar.value)] : computed(scalar)
  }

  private static func computed(_ scalar: Unicode.Scalar) -> LetterTraits {
    let properties = scalar.properties
    let category = properties.generalCategory
    var traits: LetterTraits = []
    if category == .decimalNumber { traits.insert(.digit) }
    if category == .nonspacingMark { traits.insert(.mark) }
    if properties.isAlphabetic { traits.insert(.letter) }
    if properties.isUppercase || category == .titlecaseLetter { traits.insert(.capital) }
    if properties.isLowercase { traits.insert(.lower) }
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0x24F, 0x1E00...0x1EFF: traits.insert(.latin)
    default: break
    }
    return traits
  }
}
