/// The scripts, by ISO 15924, that alphabets beside the one of the rules belong to.
enum LetterScript: String, CaseIterable, Sendable {
  case latin = "Latn"
  case arabic = "Arab"

  /// The script of a letter; nil for all others and for what is no letter.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F,
      0x1E00...0x1EFF:
      self = .latin
    case 0x621...0x64A, 0x66E...0x6D3, 0x6D5, 0x6EE...0x6EF, 0x6FA...0x6FC, 0x674, 0xFB50...0xFDFF,
      0xFE70...0xFEFC:
      self = .arabic
    default: return nil
    }
  }

  /// What a word type's letters are.
  enum WordClass: Equatable, Sendable {
    /// Without letters.
    case none
    /// All letters are of one of these scripts.
    case foreign(LetterScript)
    /// Anything else.
    case native
  }

  /// What the letters of a word are.
  ///
  /// - Complexity: O(length of the word).
  static func wordClass(of surface: ArraySlice<UInt8>) -> WordClass {
    guard let first = surface.first else { return .none }
    // Digits and punctuation of ASCII, the most frequent of all.
    if surface.count == 1, first < 0x41 { return .none }
    var result = WordClass.none
    for scalar in String(decoding: surface, as: UTF8.self).unicodeScalars {
      // The letters of the Cyrillic blocks, the most frequent of all: no property need be asked.
      if (0x400...0x481).contains(scalar.value) || (0x48A...0x52F).contains(scalar.value) {
        return .native
      }
      if let script = LetterScript(scalar) {
        guard result == .none || result == .foreign(script) else { return .native }
        result = .foreign(script)
      } else if scalar.properties.isAlphabetic, scalar.properties.generalCategory != .letterNumber {
        return .native
      }
    }
    return result
  }
}
