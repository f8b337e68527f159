import Testing
import TextModel

@Suite("The distance between two words")
struct EditDistanceTests {
  @Test(
    "counts what was left out, put in, replaced and swapped",
    arguments: [
      ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("abc", "ab", 1), ("abc", "axbc", 1),
      ("abc", "axc", 1), ("abc", "acb", 1), ("abcd", "badc", 2), ("ca", "abc", 3),
      ("\u{4D9}\u{456}", "\u{4D9}\u{438}", 1),
    ])
  func counts(left: String, right: String, expected: Int) {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    #expect(EditDistance.between(left, right) == expected)
    #expect(EditDistance.between(right, left) == expected)
  }
}
