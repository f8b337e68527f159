import ICUText
import Testing

@Suite("Days of other calendars")
struct CalendarDaysTests {
  static let calendar = "islamic-umalqura"

  @Test(
    "are those that calendars print",
    arguments: [
      // The feast of sacrifice of 2021, 2023 and 2024, and the end of the fast of 2021.
      (1442, 12, 10, 18_828), (1444, 12, 10, 19_536), (1445, 12, 10, 19_890),
      (1442, 10, 1, 18_760),
    ])
  func days(year: Int, month: Int, day: Int, expected: Int) throws {
    #expect(
      try CalendarDays.day(in: Self.calendar, year: year, month: month, day: day) == expected)
  }

  @Test("that a month has not are refused", arguments: [(0, 1), (13, 1), (1, 0), (1, 31)])
  func refuses(month: Int, day: Int) {
    #expect(throws: ICUError.self) {
      try CalendarDays.day(in: Self.calendar, year: 1442, month: month, day: day)
    }
  }

  @Test("beyond all bounds are refused")
  func bounds() {
    #expect(throws: ICUError.self) {
      try CalendarDays.day(in: Self.calendar, year: Int.max, month: 1, day: 1)
    }
  }
}
