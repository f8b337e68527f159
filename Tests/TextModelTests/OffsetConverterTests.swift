import TestSupport
import Testing
import TextModel

@Suite("An offset converter")
struct OffsetConverterTests {
  static let text =
    "a\u{1F600} \u{4D9}e\u{301}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{0}\u{FFFF}\u{10FFFF}\u{49B}\u{430}z"

  @Test("counts as Swift does, on random walks to and fro", arguments: OffsetUnit.allCases)
  func walks(unit: OffsetUnit) {
    let text = String(repeating: Self.text, count: 5)
    let source = Array(text.utf8)
    var expected: [(byte: Int, offset: Int)] = []
    for index in text.unicodeScalars.indices + [text.endIndex] {
      let prefix = text.unicodeScalars[..<index]
      let offset =
        switch unit {
        case .scalar: prefix.count
        case .utf16: String(prefix).utf16.count
        case .utf8: String(prefix).utf8.count
        }
      expected.append((String(prefix).utf8.count, offset))
    }
    var random = SeededGenerator(seed: 3)
    var converter = OffsetConverter(unit: unit)
    var place = 0
    for _ in 0..<2000 {
      #expect(
        converter.offset(atByte: expected[place].byte, in: source) == expected[place].offset)
      // Mostly forward, as mentions come; now and then back.
      let step = Int.random(in: -4...12, using: &random)
      place = (place + step + expected.count) % expected.count
    }
  }
}
