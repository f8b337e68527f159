import ICUText
import Tanba
import Testing

@Suite("What ICU says of the past and the future is counted from the reference date")
struct RelativeRoundTripTests {
  @Test("days in words", arguments: -2...2)
  func readsDays(offset: Int) throws {
    let format = try LocaleFormat(.relative, locale: RoundTrip.locale)
    let reader = try RoundTripReader()
    let text = try format.text(offset, .day, inDigits: false)
    try reader.expect(text, RoundTrip.iso(day: RoundTrip.referenceDay + offset)) {
      "Ол \($0) келді."
    }
    #expect(reader.failures.isEmpty, "\(reader.report)")
  }

  @Test(
    "years, months and weeks in words",
    arguments: [
      (LocaleFormat.RelativeUnit.year, ["2020", "2021", "2022"]),
      (.month, ["2021-04", "2021-05", "2021-06"]), (.week, ["2021-W18", "2021-W19", "2021-W20"]),
      (.quarter, ["2021-Q1", "2021-Q2", "2021-Q3"]),
    ])
  func readsUnits(unit: LocaleFormat.RelativeUnit, values: [String]) throws {
    let format = try LocaleFormat(.relative, locale: RoundTrip.locale)
    let reader = try RoundTripReader()
    for offset in -1...1 {
      let text = try format.text(offset, unit, inDigits: false)
      try reader.expect(text, values[offset + 1]) { "Ол \($0) келді." }
    }
    #expect(reader.failures.isEmpty, "\(reader.report)")
  }

  @Test("days so many before and after")
  func readsDayDistances() throws {
    let format = try LocaleFormat(.relative, locale: RoundTrip.locale)
    let reader = try RoundTripReader()
    for offset in Array(-120...120) where offset != 0 {
      let text = try format.text(offset, .day, inDigits: true)
      try reader.expect(text, RoundTrip.iso(day: RoundTrip.referenceDay + offset)) {
        "Ол \($0) келді."
      }
    }
    #expect(reader.failures.isEmpty, "\(reader.report)")
  }

  @Test("months and years so many before and after")
  func readsDistances() throws {
    let format = try LocaleFormat(.relative, locale: RoundTrip.locale)
    let reader = try RoundTripReader()
    for offset in Array(-60...60) where offset != 0 {
      let year = try format.text(offset, .year, inDigits: true)
      try reader.expect(year, "\(2021 + offset)") { "Ол \($0) келді." }
      let month = try format.text(offset, .month, inDigits: true)
      let months = 2021 * 12 + 4 + offset
      try reader.expect(month, "\(months / 12)-" + RoundTrip.padded(months % 12 + 1)) {
        "Ол \($0) келді."
      }
    }
    #expect(reader.failures.isEmpty, "\(reader.report)")
  }

  @Test("weeks and quarters so many before and after")
  func readsWeeksAndQuarters() throws {
    let format = try LocaleFormat(.relative, locale: RoundTrip.locale)
    let reader = try RoundTripReader()
    for offset in Array(-60...60) where offset != 0 {
      // The Monday of the nineteenth week of 2021, and weeks counted by their Thursday.
      let monday = RoundTrip.referenceDay - 2 + offset * 7
      let thursday = RoundTrip.date(day: monday + 3)
      let newYear = (monday - 400...monday + 3).last {
        RoundTrip.iso(day: $0).hasSuffix("-01-01")
      }!
      let week = "\(thursday.year)-W" + RoundTrip.padded((monday + 3 - newYear) / 7 + 1)
      try reader.expect(try format.text(offset, .week, inDigits: true), week) { "Ол \($0) келді." }
      let quarters = 2021 * 4 + 1 + offset
      try reader.expect(
        try format.text(offset, .quarter, inDigits: true),
        "\(quarters / 4)-Q\(quarters % 4 + 1)"
      ) { "Ол \($0) келді." }
    }
    #expect(reader.failures.isEmpty, "\(reader.report)")
  }

  @Test("hours, minutes and seconds are times without a value")
  func leavesTimesOpen() throws {
    let format = try LocaleFormat(.relative, locale: RoundTrip.locale)
    let reader = try RoundTripReader()
    for unit in [LocaleFormat.RelativeUnit.hour, .minute, .second] {
      for offset in [-90, -5, -2, -1, 1, 2, 5, 90] {
        try reader.expect(try format.text(offset, unit, inDigits: true), nil) { "Ол \($0) келді." }
      }
    }
    #expect(reader.failures.isEmpty, "\(reader.report)")
  }
}
