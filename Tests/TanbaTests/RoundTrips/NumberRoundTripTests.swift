import ICUText
import Tanba
import Testing

@Suite("What ICU spells out is read as the number that it was")
struct NumberRoundTripTests {
  @Test(
    "numbers from 0 to 999,999 in words",
    arguments: [("%spellout-cardinal", EntityLabel.cardinal), ("%spellout-ordinal", .ordinal)])
  func readsWords(rules: String, label: EntityLabel) throws {
    let format = try LocaleFormat(.words(rules), locale: RoundTrip.locale)
    let reader = try RoundTripReader()
    let small = stride(from: 0, to: 1000, by: RoundTrip.step(3))
    let large = stride(from: 1000, to: 1_000_000, by: RoundTrip.step(2999))
    for number in Array(small) + Array(large) {
      try reader.expectNumber(try format.text(number: number), label, number)
    }
    #expect(reader.failures.isEmpty, "\(reader.report)")
  }
}
