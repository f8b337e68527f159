import Temporal
import Testing

@Suite("Impossible values")
struct ImpossibleValueTests {
  static let wrongNumbers = [Int.min, -1, 0, 10_001, Int.max]

  @Test(
    "a day that the calendar has not is no value",
    arguments: [
      (2020, 2, 31), (2021, 2, 29), (2021, 13, 1), (2021, 0, 1), (2021, 4, 31), (0, 1, 1),
      (10_000, 1, 1), (2021, 5, 0), (Int.max, 1, 1), (2021, Int.min, Int.max),
    ])
  func days(year: Int, month: Int, day: Int) {
    #expect(Value.date(year: year, month: month, day: day) == nil)
    if let container = Value.year(year), let part = Value.yearless(month: month, day: day) {
      #expect(Value.within(container, part) == nil)
    }
  }

  @Test("a day without its month is no value")
  func dayWithoutMonth() {
    #expect(Value.date(year: 2021, month: nil, day: 5) == nil)
  }

  @Test("29 February is a day of any year, 30 February of none")
  func leapDay() {
    #expect(written(.yearless(month: 2, day: 29)) == "XXXX-02-29")
    #expect(Value.yearless(month: 2, day: 30) == nil)
    #expect(written(.within(date(2020), yearless(2, 29))) == "2020-02-29")
    #expect(Value.within(date(2021), yearless(2, 29)) == nil)
    #expect(written(.date(year: 1, month: 2, day: 29, era: .beforeCommon)) == "BC0001-02-29")
  }

  @Test("numbers outside their round are no values", arguments: wrongNumbers)
  func numbers(number: Int) {
    #expect(Value.yearless(month: number) == nil)
    #expect(Value.yearless(month: 5, day: number) == nil)
    #expect(Value.dayOfMonth(number) == nil)
    #expect(Value.year(number) == nil)
    #expect(Value.year(number, era: .beforeCommon) == nil)
    #expect(Value.century(number) == nil)
    #expect(Value.quarter(number) == nil)
    #expect(Value.half(number) == nil)
    #expect(Value.week(number) == nil)
    #expect(Value.weekday(number) == nil)
    #expect(Value.weekday(number, ordinal: 1, in: date(2021, 5)) == nil)
    if number != 0 {
      #expect(Value.decade(startingAt: number) == nil)
      #expect(Value.shortYear(number) == nil)
      #expect(Value.shortDecade(number) == nil)
      #expect(Value.clock(hour: number) == nil)
      #expect(Value.clock(hour: 1, minute: number) == nil)
      #expect(Value.clock(hour: 1, minute: 1, second: number) == nil)
    }
  }

  @Test("the first number past the end of a round is no value")
  func pastTheEnd() {
    #expect(Value.dayOfMonth(32) == nil)
    #expect(Value.quarter(5) == nil)
    #expect(Value.half(3) == nil)
    #expect(Value.week(54) == nil)
    #expect(Value.weekday(8) == nil)
    #expect(Value.week(53, of: date(2021)) == nil)
    #expect(written(.week(53, of: date(2020))) == "2020-W53")
    #expect(Value.decade(startingAt: 1995) == nil)
    #expect(Value.century(101) == nil)
    #expect(written(.century(100)) == "99")
  }

  @Test(
    "a time that no clock shows is no value",
    arguments: [(25, 0, 0), (24, 1, 0), (24, 0, 1), (12, 60, 0), (12, 0, 60), (-1, 0, 0)])
  func clocks(hour: Int, minute: Int, second: Int) {
    #expect(Value.clock(hour: hour, minute: minute, second: second) == nil)
  }

  @Test("seconds need minutes")
  func secondsWithoutMinutes() {
    #expect(Value.clock(hour: 12, minute: nil, second: 5) == nil)
    #expect(written(.clock(hour: 12, minute: 4, second: 5)) == "XXXX-XX-XXT12:04:05")
  }

  @Test(
    "text that is no amount is refused",
    arguments: [
      "", ".", ",5", "5,", "1.2.3", "-1", "+1", "1e5", "x", "٣", "0.1234567891",
      "99999999999999999999999999",
    ])
  func amounts(text: String) {
    #expect(TemporalAmount(text: text) == nil)
  }

  @Test(
    "numbers that have no plain decimal form are no amounts",
    arguments: [-1.0, .infinity, .nan, 1e300, 1e-300, -.infinity])
  func doubles(number: Double) {
    #expect(TemporalAmount(number) == nil)
  }

  @Test("seasons measure no time")
  func seasons() {
    #expect(Value.duration(.half, .season) == nil)
    #expect(Value.halfDuration(.season) == nil)
    #expect(Value.every(.season) == nil)
  }

  @Test(
    "a container that can't have a part gives nothing",
    arguments: [
      (date(2021), day(5)), (date(2021), weekday(5)), (date(2021), clock(10)),
      (date(2021, 5), weekday(5)), (date(2021, 5), clock(10)), (date(2021, 2), day(30)),
      (date(2021, 2), yearless(3, 5)), (date(2021), date(2020, 5)), (yearless(5), date(2021, 6)),
      (Value.century(20)!, Value.decade(startingAt: 1890)!), (Value.quarter(1)!, yearless(5)),
      (Value.reference(.present), yearless(5)), (date(2021), .reference(.present)),
      (length(2, .day), clock(10)), (date(2021, 5, 12), length(2, .hour)),
      (Value.every(.day)!, weekday(5)), (Value.every(.day)!, date(2021, 5, 12)),
      (clock(10), clock(11)), (clock(19), Value.weekday(1).map { Value.every($0)! }!),
      (Value.range(date(2020), date(2021))!, yearless(5)), (.unresolved(.duration), day(5)),
      (.dayPart(.morning), .dayPart(.evening)), (Value.season(.summer)!, yearless(12)),
    ])
  func containment(container: Value, part: Value) {
    #expect(Value.within(container, part) == nil)
  }

  @Test(
    "ends that don't go together are no range",
    arguments: [
      (date(2025), date(2021)), (date(2021, 5, 12), date(2021, 5, 11)), (day(28), yearless(10, 3)),
      (yearless(10, 5), day(3)), (date(2021), yearless(5)), (weekday(1), yearless(5)),
      (weekday(1), day(5)), (length(1, .day), date(2021)), (clock(9), date(2021, 5, 12)),
      (Value.every(.day)!, Value.every(.week)!), (.reference(.present), yearless(5)),
      (Value.within(date(2021, 5, 12), clock(9))!, Value.within(date(2021, 5, 12), clock(8))!),
      (day(31), yearless(2, 29)),
    ])
  func ranges(first: Value, last: Value) {
    #expect(Value.range(first, last) == nil)
  }
}
