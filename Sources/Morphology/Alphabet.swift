/// The letters of a grammar, numbered, with what each is to its neighbours.
///
/// Letter 0 stands for every scalar that no data file names.
struct Alphabet: Sendable {
  /// The most letters that a grammar can name.
  static let capacity = 255
  /// Marks a letter that decides no harmony.
  static let undecided: UInt8 = 0x7F
  /// Set in a prefix's harmony where either harmony may follow.
  static let loose: UInt8 = 0x80

  /// The classes of each letter, one bit each.
  private(set) var classes: [UInt64] = [0]
  private var numbers: [UInt8] = Array(repeating: 0, count: 0x800)
  private var deciding: [UInt8] = [Alphabet.undecided]
  private var loosening: [UInt8] = [Alphabet.undecided]
  private var spelling: [UInt8] = [Alphabet.undecided]

  /// The letter numbers in use, 0 included.
  var count: Int { classes.count }

  /// The number of a scalar, 0 where no data file names it.
  func number(of scalar: UInt32) -> UInt8 {
    scalar < UInt32(numbers.count) ? numbers[Int(scalar)] : 0
  }

  /// The number of a scalar, given now if it has none; nil where the alphabet is full or the
  /// scalar stands outside the Basic Multilingual Plane.
  mutating func enroll(_ scalar: UInt32) -> UInt8? {
    let known = number(of: scalar)
    if known != 0 { return known }
    guard count <= Self.capacity, scalar <= 0xFFFF else { return nil }
    if scalar >= UInt32(numbers.count) {
      numbers.append(
        contentsOf: repeatElement(0, count: Int(scalar) + 1 - numbers.count))
    }
    let number = UInt8(count)
    numbers[Int(scalar)] = number
    classes.append(0)
    deciding.append(Self.undecided)
    loosening.append(Self.undecided)
    spelling.append(Self.undecided)
    return number
  }

  /// Puts a letter into the class of a bit.
  mutating func add(_ letter: UInt8, toClass bit: UInt64) { classes[Int(letter)] |= bit }

  /// Makes a letter decide the harmony of what follows.
  mutating func setHarmony(_ harmony: UInt8, of letter: UInt8) { deciding[Int(letter)] = harmony }

  /// Makes a letter open the word to either harmony, with a preference.
  mutating func setLooseness(_ harmony: UInt8, of letter: UInt8) {
    loosening[Int(letter)] = harmony
  }

  /// Makes a letter decide the harmony of what an abbreviation that ends in it takes.
  mutating func setSpelling(_ harmony: UInt8, of letter: UInt8) {
    spelling[Int(letter)] = harmony
  }

  /// The harmony of what an abbreviation takes that ends in a letter, or nil where either may be.
  func spelling(of letter: UInt8) -> UInt8? {
    let harmony = spelling[Int(letter)]
    return harmony == Self.undecided ? nil : harmony
  }

  /// The harmony that a letter decides, or nil.
  func harmony(of letter: UInt8) -> UInt8? {
    let harmony = deciding[Int(letter)]
    return harmony == Self.undecided ? nil : harmony
  }

  /// The harmony of a prefix that is one letter longer.
  func harmony(after prefix: UInt8, _ letter: UInt8) -> UInt8 {
    let decided = deciding[Int(letter)]
    if decided != Self.undecided { return decided }
    let opened = loosening[Int(letter)]
    return opened == Self.undecided || opened == prefix ? prefix : opened | Self.loose
  }
}
