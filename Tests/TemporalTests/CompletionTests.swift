import Temporal
import Testing

@Suite("Parts, ranges and what completes them")
struct CompletionTests {
  static let parts: [(Value, Value, String)] = [
    (date(2020), yearless(10, 5), "2020-10-05"), (date(2020), yearless(10), "2020-10"),
    (date(2021, 5), day(5), "2021-05-05"), (yearless(5), day(31), "XXXX-05-31"),
    (date(2021, 5), yearless(5, 9), "2021-05-09"), (Value.half(2)!, yearless(10), "XXXX-10"),
    (Value.quarter(4, of: date(2021))!, yearless(10), "2021-10"),
    (Value.season(.summer, of: date(2021))!, yearless(7, 6), "2021-07-06"),
    (Value.half(1, of: date(2021))!, Value.quarter(2)!, "2021-Q2"),
    (Value.week(19, of: date(2021))!, weekday(3), "2021-05-12"),
    (Value.week(19, of: date(2021))!, Value.weekend()!, "2021-W19-WE"),
    (date(2021, 5, 12), weekday(5), "2021-05-12"), (weekday(3), yearless(5, 12), "XXXX-05-12"),
    (date(2021, 5, 12), clock(10), "2021-05-12T10:00"),
    (date(2021, 5, 12), .dayPart(.night), "2021-05-12TNI"),
    (yearless(5, 12), clock(10), "XXXX-05-12T10:00"), (day(5), clock(10), "XXXX-XX-05T10:00"),
    (weekday(6), .dayPart(.morning), "XXXX-WXX-6TMO"),
    (Value.weekend()!, .dayPart(.morning), "XXXX-WXX-WETMO"),
    (.dayPart(.evening), clock(7), "XXXX-XX-XXT19:00"),
    (clock(7), .dayPart(.evening), "XXXX-XX-XXT19:00"),
    (Value.within(weekday(6), .dayPart(.evening))!, clock(7, 15), "XXXX-WXX-6T19:15"),
    (clock(10), date(2021, 5, 12), "2021-05-12T10:00"),
    (Value.century(20)!, Value.decade(startingAt: 30)!, "193"),
    (Value.century(19)!, Value.decade(startingAt: 60)!, "186"),
    (Value.century(20)!, Value.decade(startingAt: 1930)!, "193"),
    (Value.century(20)!, Value.year(45)!, "1945"), (Value.century(20)!, date(1945, 5), "1945-05"),
    (Value.decade(startingAt: 1990)!, date(1992), "1992"), (date(2021), date(2021, 5), "2021-05"),
    (date(2021), Value.range(yearless(5, 10), yearless(5, 12))!, "2021-05-10/2021-05-12"),
    (date(2021), Value.range(yearless(11), yearless(2))!, "2021-11/2022-02"),
    (date(2021, 5), Value.range(day(5), day(10))!, "2021-05-05/2021-05-10"),
    (
      date(2021, 5, 12), Value.range(clock(9), clock(18))!,
      "2021-05-12T09:00/2021-05-12T18:00"
    ),
    (
      date(2021, 12, 31), Value.range(clock(22), clock(6))!,
      "2021-12-31T22:00/2022-01-01T06:00"
    ),
    (
      Value.range(weekday(1), weekday(5))!, clock(9), "XXXX-WXX-1T09:00/XXXX-WXX-5T09:00"
    ),
    (Value.every(.day)!, clock(6), "XXXX-XX-XXT06:00"),
    (Value.every(.week)!, weekday(5), "XXXX-WXX-5"),
    (Value.every(.year)!, yearless(12, 16), "XXXX-12-16"),
    (Value.every(.month)!, day(5), "XXXX-XX-05"),
    (Value.every(weekday(5))!, clock(6), "XXXX-WXX-5T06:00"),
  ]

  @Test("a container completes its part", arguments: parts)
  func within(container: Value, part: Value, expected: String) {
    #expect(written(.within(container, part)) == expected)
  }

  static let ranges: [(Value, Value, String)] = [
    (day(5), yearless(10, 10), "XXXX-10-05/XXXX-10-10"),
    (yearless(10, 5), day(10), "XXXX-10-05/XXXX-10-10"),
    (day(5), date(2020, 10, 10), "2020-10-05/2020-10-10"),
    (date(2020, 10, 5), day(10), "2020-10-05/2020-10-10"),
    (day(5), day(10), "XXXX-XX-05/XXXX-XX-10"),
    (date(1992, 10, 5), yearless(12, 9), "1992-10-05/1992-12-09"),
    (date(1992, 12, 28), yearless(1, 3), "1992-12-28/1993-01-03"),
    (yearless(9, 28), date(2020, 10, 3), "2020-09-28/2020-10-03"),
    (yearless(12, 28), date(2021, 1, 3), "2020-12-28/2021-01-03"),
    (yearless(12, 28), yearless(1, 3), "XXXX-12-28/XXXX-01-03"),
    (date(2020, 1), yearless(3), "2020-01/2020-03"),
    (Value.quarter(1)!, Value.quarter(3, of: date(2020))!, "2020-Q1/2020-Q3"),
    (date(2019, 12), yearless(2, 29), "2019-12/2020-02-29"),
    (date(2021), Value.year(25)!, "2021/2025"), (date(1941), Value.year(5)!, "1941/1945"),
    (date(1998), Value.year(2)!, "1998/2002"), (date(1899), Value.year(10)!, "1899/1910"),
    (Value.year(41)!, date(1945), "1941/1945"), (Value.year(98)!, date(2002), "1998/2002"),
    (Value.decade(startingAt: 1820)!, Value.decade(startingAt: 30)!, "182/183"),
    (Value.decade(startingAt: 20)!, Value.decade(startingAt: 1930)!, "192/193"),
    (date(1930), Value.decade(startingAt: 60)!, "1930/196"),
    (Value.century(18)!, Value.century(19)!, "17/18"),
    (Value.year(500, era: .beforeCommon)!, Value.year(400, era: .beforeCommon)!, "BC0500/BC0400"),
    (Value.year(50, era: .beforeCommon)!, Value.year(50)!, "BC0050/0050"),
    (date(2021, 5, 12), weekday(5), "2021-05-12/2021-05-14"),
    (date(2021, 5, 12), weekday(3), "2021-05-12/2021-05-19"),
    (weekday(5), weekday(1), "XXXX-WXX-5/XXXX-WXX-1"),
    (date(2018), .reference(.present), "2018/PRESENT_REF"),
    (clock(22), clock(6), "XXXX-XX-XXT22:00/XXXX-XX-XXT06:00"),
    (
      Value.within(weekday(7), clock(22))!, clock(6), "XXXX-WXX-7T22:00/XXXX-WXX-1T06:00"
    ),
    (
      Value.within(yearless(12, 31), clock(22))!, clock(6), "XXXX-12-31T22:00/XXXX-01-01T06:00"
    ),
    (
      clock(22), Value.within(date(2021, 5, 13), clock(6))!, "2021-05-12T22:00/2021-05-13T06:00"
    ),
    (length(2, .day), length(3, .day), "P2D/P3D"),
  ]

  @Test("the ends of a range complete each other", arguments: ranges)
  func range(first: Value, last: Value, expected: String) {
    #expect(written(.range(first, last)) == expected)
  }

  @Test("after 28 February of an open year no one knows the day")
  func openLeapYear() {
    #expect(Value.range(Value.within(yearless(2, 28), clock(22))!, clock(6)) == nil)
    let leapDay = Value.range(Value.within(yearless(2, 29), clock(22))!, clock(6))
    #expect(written(leapDay) == "XXXX-02-29T22:00/XXXX-03-01T06:00")
  }

  @Test("the part's modifier wins, and the container's stays where there is none")
  func modifiers() {
    let early = yearless(5).with(.start)
    #expect(Value.within(date(2021).with(.end), early)?.modifier == .start)
    #expect(Value.within(date(2021).with(.end), yearless(5))?.modifier == .end)
    #expect(early.with(.approximate).modifier == .start)
    #expect(early.with(.end).modifier == .end)
    #expect(yearless(5).with(.approximate).timex.mod == "APPROX")
  }

  @Test("a weekday beside a date doesn't change it, right or wrong", arguments: 1...7)
  func weekdayBeside(number: Int) {
    #expect(date(2021, 5, 12).merged(withWeekday: weekday(number)) == date(2021, 5, 12))
    #expect(date(2021, 5).merged(withWeekday: weekday(number)) == nil)
    #expect(date(2021, 5, 12).merged(withWeekday: day(number)) == nil)
    let morning = Value.within(weekday(number), .dayPart(.morning))!
    #expect(written(date(2021, 5, 12).merged(withWeekday: morning)) == "2021-05-12TMO")
  }

  @Test(
    "what is unresolved stays so, of the right kind",
    arguments: [
      (Value.within(.unresolved(.date), yearless(5)), "DATE"),
      (Value.within(.unresolved(.date), clock(5)), "TIME"),
      (Value.within(.unresolved(.time), clock(5)), "TIME"),
      (Value.within(weekday(5), .unresolved(.time)), "TIME"),
      (Value.within(.unresolved(.date), Value.range(clock(5), clock(6))!), "TIME"),
      (Value.range(.unresolved(.date), weekday(5)), "DATE"),
      (Value.range(.unresolved(.date), clock(5)), "TIME"),
      (Value.every(.unresolved(.date)), "SET"),
      (Value.within(.unresolved(.date), day(5)), "DATE"),
      (Value.unresolved(.date).merged(withWeekday: weekday(5)), "DATE"),
      (Value.unresolved(.date).advanced(by: 1), "DATE"),
      (Value.weekday(7, ordinal: -1, in: yearless(10)), "DATE"),
    ])
  func unresolved(value: Value?, kind: String) throws {
    let value = try #require(value)
    #expect(!value.isResolved)
    #expect(value.timex.value == nil)
    #expect(value.timex.kind.rawValue == kind)
  }

  @Test("a definite date needs no container's value")
  func definitePart() {
    #expect(Value.within(.unresolved(.date), date(2021, 5)) == date(2021, 5))
  }
}
