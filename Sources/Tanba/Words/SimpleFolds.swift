import ICUText

/// The folding of words whose letters are each folded by themselves: lower case is all there is to
/// it, since no rule may change any of their letters.
///
/// It holds ASCII and the letters of Cyrillic. ICU folds everything else, and says which letters the
/// rules leave alone.
struct SimpleFolds {
  /// The folded scalar of each scalar that is folded by itself, else 0.
  let folds: [UInt16]

  private static let limit = 0x530

  /// - Parameter folding: the rules that lower-case words go through.
  init(_ folding: [TransliterationRules]) {
    var mayChange = Array(repeating: false, count: Self.limit)
    for rules in folding {
      for (value, changes) in rules.changes(below: Self.limit).enumerated() where changes {
        mayChange[value] = true
      }
    }
    var folds = Array(repeating: UInt16(0), count: Self.limit)
    for value in Array(0x21..<0x7F) + Array(0x400..<0x482) + Array(0x48A..<0x530) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      guard lower.count == 1, let only = lower.first?.value, only < Self.limit,
        only < 0x80 || only >= 0x400, !mayChange[Int(only)]
      else { continue }
      folds[value] = UInt16(only)
    }
    self.folds = folds
  }

  /// Takes what was found out before; nil where it can't have been.
  init?(folds: [UInt16]) {
    guard folds.count == Self.limit else { return nil }
    self.folds = folds
  }

  /// The folded form; nil where ICU must fold it.
  ///
  /// - Complexity: O(length of the form).
  func folded(_ surface: [UInt8]) -> [UInt8]? {
    var form: [UInt8] = []
    form.reserveCapacity(surface.count)
    var index = 0
    while index < surface.count {
      let byte = surface[index]
      if byte < 0x80 {
        guard folds[Int(byte)] != 0 else { return nil }
        form.append(UInt8(truncatingIfNeeded: folds[Int(byte)]))
        index += 1
      } else {
        guard (0xD0...0xD4).contains(byte), index + 1 < surface.count else { return nil }
        let scalar = Int(byte & 0x1F) << 6 | Int(surface[index + 1] & 0x3F)
        guard scalar < Self.limit, folds[scalar] != 0 else { return nil }
        form.append(0xC0 | UInt8(truncatingIfNeeded: folds[scalar] >> 6))
        form.append(0x80 | UInt8(truncatingIfNeeded: folds[scalar] & 0x3F))
        index += 2
      }
    }
    return form
  }
}
