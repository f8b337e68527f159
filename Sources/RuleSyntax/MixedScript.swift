/// Finds words with letters of two alphabets that look alike: mostly a slip of the keyboard.
public enum MixedScript {
  private enum Script { case latin, greek, cyrillic }

  /// The first run of letters that mixes Latin, Greek and Cyrillic ones.
  ///
  /// - Complexity: O(length).
  public static func firstWord(in text: String) -> String? {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    var word = String.UnicodeScalarView()
    var scripts: Set<Script> = []
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic {
        word.append(scalar)
        if let script = script(of: scalar) { scripts.insert(script) }
        continue
      }
      if scripts.count > 1 { return String(word) }
      word = String.UnicodeScalarView()
      scripts = []
    }
    return scripts.count > 1 ? String(word) : nil
  }

  /// The same over UTF-8 bytes.
  public static func firstWord(in bytes: ArraySlice<UInt8>) -> String? {
    // Most words have no ASCII letter or nothing else: those need no closer look.
    let hasASCIILetter = bytes.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    let hasGreekOrLatin = bytes.contains { (0xC3...0xCF).contains($0) || $0 == 0xE1 }
    guard hasASCIILetter || hasGreekOrLatin else { return nil }
    return firstWord(in: String(decoding: bytes, as: UTF8.self))
  }

  /// A warning's text about such a word; names the letters that are fewer.
  public static func message(_ word: String) -> String {
    let scalars = word.unicodeScalars.compactMap { scalar in
      script(of: scalar).map { (scalar, $0) }
    }
    let counts = Dictionary(grouping: scalars) { $0.1 }
    let rare = counts.values.min { ($0.count, $0[0].0.value) < ($1.count, $1[0].0.value) } ?? []
    let letters = rare.map { "\($0.0) (U+\(hexadecimal($0.0.value)))" }.joined(separator: ", ")
    return "\"\(word)\" mixes letters of two alphabets: \(letters) looks like another letter"
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func script(of scalar: Unicode.Scalar) -> Script? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0xA640...0xA69F: .cyrillic
    default: nil
    }
  }
}
