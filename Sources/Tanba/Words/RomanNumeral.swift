/// Roman numerals in Latin letters.
enum RomanNumeral {
  /// The number of a well-formed numeral from 1 to 3999; nil for all else.
  ///
  /// - Complexity: O(length).
  static func value(of form: [UInt8]) -> Int? {
    guard !form.isEmpty, form.count <= 15 else { return nil }
    var total = 0
    var largest = 0
    for byte in form.reversed() {
      let value: Int
      switch byte | 0x20 {
      case UInt8(ascii: "i"): value = 1
      case UInt8(ascii: "v"): value = 5
      case UInt8(ascii: "x"): value = 10
      case UInt8(ascii: "l"): value = 50
      case UInt8(ascii: "c"): value = 100
      case UInt8(ascii: "d"): value = 500
      case UInt8(ascii: "m"): value = 1000
      default: return nil
      }
      total += value < largest ? -value : value
      largest = max(largest, value)
    }
    // Well-formed is what writing the number gives again.
    return (1...3999).contains(total) && written(total) == form.map { $0 & ~0x20 } ? total : nil
  }

  private static func written(_ number: Int) -> [UInt8] {
    let steps: [(Int, String)] = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text: [UInt8] = []
    for (value, letters) in steps {
      while rest >= value {
        text += letters.utf8
        rest -= value
      }
    }
    return text
  }
}
