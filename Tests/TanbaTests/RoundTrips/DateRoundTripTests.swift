import ICUText
import Tanba
import TestSupport
import Testing

@Suite("What ICU writes of dates is read as it was meant")
struct DateRoundTripTests {
  /// 1900-01-01 to 2100-12-31, counted from 1970-01-01.
  static let days = stride(from: -25_567, through: 47_846, by: RoundTrip.step(211))

  @Test(
    "every day in ICU's forms of Kazakh",
    arguments: ["full", "long", "medium", "yMMMMd"])
  func readsDays(style: String) throws {
    let format = try LocaleFormat(
      style == "yMMMMd" ? .skeleton(style) : .date(style), locale: RoundTrip.locale)
    let reader = try RoundTripReader()
    for day in Self.days { try reader.expect(try format.text(day: day), RoundTrip.iso(day: day)) }
    #expect(reader.failures.isEmpty, "\(reader.report)")
  }

  @Test("every day with every suffix of its month and of its number")
  func readsInflectedDays() throws {
    let months = try InflectedDates()
    let reader = try RoundTripReader()
    for day in Self.days {
      let date = RoundTrip.date(day: day)
      let iso = RoundTrip.iso(day: day)
      for text in months.texts(date) { try reader.expect(text, iso) { "Жиын \($0) өтті." } }
    }
    #expect(reader.failures.isEmpty, "\(reader.report)")
  }

  @Test(
    "random intervals, by day, month, year and in digits",
    arguments: ["yMMMMd", "yMMMd", "yMd", "yMMMEd"])
  func readsIntervals(skeleton: String) throws {
    let format = try LocaleFormat(.interval(skeleton), locale: RoundTrip.locale)
    let reader = try RoundTripReader()
    var random = SeededGenerator(seed: 5)
    for index in 0..<10_000 {
      let first = Int.random(in: -25_567...47_000, using: &random)
      // Short ones too: they share their month, or their year.
      let length = [20, 300, 846][index % 3]
      let last = first + Int.random(in: 1...length, using: &random)
      guard index.isMultiple(of: RoundTrip.step(41)) else { continue }
      let value = RoundTrip.iso(day: first) + "/" + RoundTrip.iso(day: last)
      try reader.expect(try format.text(from: first, to: last), value)
    }
    #expect(reader.failures.isEmpty, "\(reader.report)")
  }

  @Test("random intervals of months")
  func readsMonthIntervals() throws {
    let format = try LocaleFormat(.interval("yMMMM"), locale: RoundTrip.locale)
    let reader = try RoundTripReader()
    var random = SeededGenerator(seed: 6)
    for _ in 0..<200 {
      let first = Int.random(in: -25_567...47_000, using: &random)
      let last = first + Int.random(in: 35...846, using: &random)
      let value = "\(RoundTrip.iso(day: first).dropLast(3))/\(RoundTrip.iso(day: last).dropLast(3))"
      try reader.expect(try format.text(from: first, to: last), value)
    }
    #expect(reader.failures.isEmpty, "\(reader.report)")
  }
}
