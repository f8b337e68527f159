import RuleEngine
import Testing

@Suite("A decimal number")
struct DecimalNumberTests {
  @Test(
    "is written with as many decimals as it has",
    arguments: [(125, 1, "12.5"), (5, 2, "0.05"), (1200, 2, "12"), (-35, 1, "-3.5"), (0, 3, "0")])
  func isWritten(digits: Int, scale: Int, text: String) {
    #expect(DecimalNumber(digits: digits, scale: scale)?.description == text)
  }

  @Test("adds, multiplies and divides exactly")
  func counts() throws {
    let half = try #require(DecimalNumber(digits: 5, scale: 1))
    #expect(half.adding(DecimalNumber(1))?.description == "1.5")
    #expect(half.multiplied(by: 1_000_000)?.whole == 500_000)
    #expect(half.multiplied(by: half)?.description == "0.25")
    #expect(DecimalNumber(86).divided(byPowerOfTen: DecimalNumber(100))?.description == "0.86")
    #expect(DecimalNumber(30).negated?.description == "-30")
  }

  @Test("is none where it grows too large, or is divided by what is no power of ten")
  func refuses() {
    let large = DecimalNumber(1 << 62)
    #expect(large.multiplied(by: 4) == nil)
    #expect(large.adding(large) == nil)
    #expect(DecimalNumber(digits: 1, scale: 10) == nil)
    for divisor in [0, -10, 20, 5] {
      #expect(DecimalNumber(1).divided(byPowerOfTen: DecimalNumber(divisor)) == nil)
    }
  }
}
