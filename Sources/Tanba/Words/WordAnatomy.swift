import TextModel

/// What the letters of a word form show: a single pass over its scalars.
struct WordAnatomy {
  private(set) var shape = Shape()
  /// The number that the digits of the form write.
  private(set) var number: Int?
  /// The digits in ASCII, where the form is nothing else.
  private(set) var asciiDigits: [UInt8]?
  /// The upper-case letters at the beginning.
  private(set) var leadingCapitals = 0
  /// UTF-8 offset behind the upper-case letters at the beginning.
  private(set) var capitalsEnd = 0
  /// Where a suffix may begin: behind digits, two capitals or a word in Latin letters, with or
  /// without a hyphen; behind the hyphen of what has capitals within.
  private(set) var suffixStart: SuffixStart?
  /// The letters before the suffix are Latin, those of the suffix are not.
  private(set) var hasLatinStem = false

  /// The end of what a suffix hangs on, and the start of the suffix, in UTF-8 offsets.
  struct SuffixStart {
    var baseEnd: Int
    var suffix: Int
  }

  init(_ surface: [UInt8]) {
    let scalars = String(decoding: surface, as: UTF8.self).unicodeScalars
    var offset = 0
    var digits: [UInt8] = []
    var digitsEnd = 0
    var letters = 0
    var upper = 0
    var lower = 0
    var latin = 0
    var latinEnd = 0
    var others = 0
    var isLeadingRun = true
    var lowerStart: Int?
    var isMixed = false
    var hyphen: Int?
    var lastCapital = 0
    for scalar in scalars {
      let traits = LetterTraits.of(scalar)
      let width = UTF8.width(scalar)
      defer { offset += width }
      if traits.contains(.digit), let value = Self.digit(scalar) {
        if digitsEnd == offset, digits.count < 18 {
          digits.append(UInt8(ascii: "0") + value)
          digitsEnd = offset + width
        } else {
          others += 1
        }
        isLeadingRun = false
      } else if traits.contains(.letter) {
        letters += 1
        if traits.contains(.capital) {
          upper += 1
          if lower > 0 { isMixed = true }
          lastCapital = offset
          if letters == 1, offset == 0 { shape.insert(.capital) }
          if isLeadingRun {
            leadingCapitals += 1
            capitalsEnd = offset + width
          }
        } else {
          if traits.contains(.lower) { lower += 1 }
          isLeadingRun = false
          if lowerStart == nil { lowerStart = offset }
        }
        if traits.contains(.latin) {
          latin += 1
          if latin == letters { latinEnd = offset + width }
        }
      } else {
        if !traits.contains(.mark) { others += 1 }
        if Self.isHyphen(scalar) { hyphen = offset }
        isLeadingRun = false
      }
    }
    if letters > 0 { shape.insert(.letters) }
    if letters > 0, upper == 0 { shape.insert(.lower) }
    if upper >= 2, upper == letters { shape.insert(.upper) }
    if isMixed, shape.contains(.capital) { shape.insert(.mixedCase) }
    if letters > 0, latin == letters { shape.insert(.latin) }
    if letters == 0, digits.isEmpty { shape.insert(.punctuation) }
    if letters > 0, surface.last == UInt8(ascii: ".") {
      shape.insert(
        upper >= 1 && letters <= 2 && shape.contains(.capital) ? .initial : .abbreviation)
    }
    if !digits.isEmpty, digitsEnd > 0 {
      number = Int(String(decoding: digits, as: UTF8.self))
      if letters == 0, others == 0 {
        shape.insert(.digits)
        asciiDigits = digits
      } else if letters > 0 {
        setSuffix(behind: digitsEnd, in: surface)
      }
    } else if latin >= 3, latin < letters, latinEnd > capitalsEnd {
      setSuffix(behind: latinEnd, in: surface)
    } else if leadingCapitals >= 1, let lowerStart, upper == leadingCapitals,
      leadingCapitals >= 2 || surface[..<lowerStart].contains(UInt8(ascii: "-"))
        || Self.canBeNumeral(scalars.first!)
    {
      setSuffix(behind: capitalsEnd, in: surface)
    } else if latin >= 2, latin < letters, latinEnd > 0,
      latin >= 3 || surface[latinEnd] == UInt8(ascii: "-")
    {
      setSuffix(behind: latinEnd, in: surface)
    } else if isMixed, let hyphen, hyphen > lastCapital {
      setSuffix(behind: hyphen, in: surface)
    }
    hasLatinStem = latin >= 2 && latin < letters && suffixStart?.baseEnd == latinEnd
  }

  /// Whether everything before an offset is upper case.
  func isAllCapital(before end: Int) -> Bool { leadingCapitals > 0 && capitalsEnd == end }

  private mutating func setSuffix(behind base: Int, in surface: [UInt8]) {
    var suffix = base
    let next = String(decoding: surface[base...].prefix(3), as: UTF8.self).unicodeScalars.first
    if let next, Self.isHyphen(next) { suffix += UTF8.width(next) }
    guard suffix < surface.count else { return }
    suffixStart = SuffixStart(baseEnd: base, suffix: suffix)
  }

  /// A hyphen, also one that can't be a minus or breaks no line.
  static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}"
  }

  /// A hyphen, or the dash that many set for one.
  static func servesAsHyphen(_ scalar: Unicode.Scalar) -> Bool {
    isHyphen(scalar) || scalar == "\u{2013}"
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    if (0x30...0x39).contains(scalar.value) { return UInt8(scalar.value - 0x30) }
    return scalar.properties.numericValue.map { UInt8($0) }
  }

  /// Letters that look like I, V or X, in Latin, Cyrillic and Greek: a lone capital of these may be
  /// a numeral with a suffix.
  private static func canBeNumeral(_ scalar: Unicode.Scalar) -> Bool {
    [0x49, 0x56, 0x58, 0x406, 0x425, 0x399, 0x3A7].contains(scalar.value)
  }
}
