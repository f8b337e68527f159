import Temporal
import Testing

@Suite("Values counted from a reference date")
struct ReferenceTests {
  static let units: [(TemporalUnit, Int, String)] = [
    (.day, 0, "2021-05-12"), (.day, -12, "2021-04-30"), (.week, -1, "2021-W18"),
    (.week, -19, "2020-W53"), (.month, -5, "2020-12"), (.month, 8, "2022-01"),
    (.quarter, 0, "2021-Q2"), (.quarter, -2, "2020-Q4"), (.quarter, 3, "2022-Q1"),
    (.halfYear, 0, "2021-H1"), (.halfYear, -1, "2020-H2"), (.season, 0, "2021-SP"),
    (.season, -1, "2020-WI"), (.season, 3, "2021-WI"), (.year, -1, "2020"), (.decade, 0, "202"),
    (.decade, -1, "201"), (.century, 0, "20"), (.century, -1, "19"), (.century, -21, "BC00"),
    (.year, -2021, "BC0001"),
  ]

  @Test("this, last and next unit have the unit's granularity", arguments: units)
  func relativeUnit(unit: TemporalUnit, offset: Int, expected: String) {
    #expect(written(.relative(unit, offset: offset, reference: reference)) == expected)
  }

  static let parts: [(Value, Int, String)] = [
    (weekday(4), 0, "2021-05-13"), (weekday(4), -1, "2021-05-06"), (weekday(4), 1, "2021-05-20"),
    (weekday(1), 0, "2021-05-10"), (weekday(7), 0, "2021-05-16"),
    (Value.weekend()!, 0, "2021-W19-WE"), (Value.weekend()!, 1, "2021-W20-WE"),
    (day(5), 0, "2021-05-05"), (day(31), -2, "2021-03-31"), (yearless(9), -1, "2020-09"),
    (yearless(9), 0, "2021-09"), (yearless(9), 1, "2021-09"), (yearless(5), -1, "2020-05"),
    (yearless(5), 0, "2021-05"), (yearless(5), 1, "2022-05"), (yearless(3), -1, "2021-03"),
    (yearless(3), -2, "2020-03"), (Value.season(.summer)!, -1, "2020-SU"),
    (Value.season(.summer)!, 0, "2021-SU"), (Value.season(.winter)!, -1, "2020-WI"),
    (Value.quarter(2)!, -1, "2020-Q2"), (Value.half(2)!, 1, "2021-H2"),
    (yearless(5, 12), -1, "2020-05-12"), (yearless(5, 11), -1, "2021-05-11"),
    (yearless(5, 13), 1, "2021-05-13"), (yearless(2, 29), -1, "2020-02-29"),
    (yearless(2, 29), 1, "2024-02-29"), (.dayPart(.night), -1, "2021-05-11TNI"),
    (Value.within(weekday(5), clock(10))!, 1, "2021-05-21T10:00"),
    (Value.range(weekday(1), weekday(5))!, 1, "2021-05-17/2021-05-21"),
  ]

  @Test("this, last and next point of a name are the nearest", arguments: parts)
  func relativePart(part: Value, offset: Int, expected: String) {
    #expect(written(.relative(part, offset: offset, reference: reference)) == expected)
    let open = Value.relative(part, offset: offset, reference: nil)
    #expect(open?.isResolved == false)
    #expect(open?.kind == part.kind)
  }

  @Test("in January the winter is the last year's")
  func winter() {
    let january = civil("2021-01-15")
    #expect(written(.relative(.season, offset: 0, reference: january)) == "2020-WI")
    #expect(written(.relative(Value.season(.winter)!, offset: 1, reference: january)) == "2021-WI")
    #expect(written(.relative(Value.season(.winter)!, offset: -1, reference: january)) == "2019-WI")
  }

  @Test("a name that the calendar lacks there is nothing")
  func lacking() {
    #expect(Value.relative(day(31), offset: -1, reference: reference) == nil)
    #expect(Value.relative(yearless(2, 29), offset: 0, reference: reference) == nil)
    #expect(Value.relative(date(2020), offset: 0, reference: reference) == nil)
    #expect(Value.relative(date(2020), offset: 0, reference: nil) == nil)
    #expect(Value.relative(length(1, .day), offset: 0, reference: reference) == nil)
  }

  @Test("what lies beyond the last year of the calendar or before its first keeps its kind alone")
  func beyondCalendar() {
    let last = civil("9999-12-31")
    for unit in [TemporalUnit.day, .week, .month, .season, .year, .century] {
      #expect(Value.relative(unit, offset: 1, reference: last) == .unresolved(.date))
    }
    #expect(Value.relative(weekday(4), offset: 1, reference: last) == .unresolved(.date))
    #expect(Value.relative(yearless(5, 12), offset: 1, reference: last) == .unresolved(.date))
    #expect(Value.relative(.dayPart(.night), offset: 1, reference: last) == .unresolved(.time))
    #expect(written(.relative(.day, offset: -1, reference: last)) == "9999-12-30")
    #expect(Value.relative(day(31), offset: -1, reference: last) == nil)
  }

  static let shifts: [(Value, String, String)] = [
    (length(5, .year), "2016", "2026"), (length(2, .month), "2021-03", "2021-07"),
    (length(1, .week), "2021-W18", "2021-W20"), (length(3, .day), "2021-05-09", "2021-05-15"),
    (length(2, .decade), "200", "204"), (length(1, .century), "19", "21"),
    (length(1, .quarter), "2021-Q1", "2021-Q3"), (length(1, .halfYear), "2020-H2", "2021-H2"),
    (Value.halfDuration(.year)!, "2020-11", "2021-11"),
    (Value.halfDuration(.century)!, "1971", "2071"),
    (Value.duration(.half, .century)!, "1971", "2071"),
    (Value.duration(.half, .year)!, "2020-11", "2021-11"),
    (Value.duration(TemporalAmount(2.5)!, .year)!, "2018-11", "2023-11"),
    (Value.sum(length(1, .year), length(6, .month))!, "2019-11", "2022-11"),
    (Value.sum(length(1, .month), length(3, .day))!, "2021-04-09", "2021-06-15"),
    (Value.duration(.unknown, .year)!, "PAST_REF", "FUTURE_REF"),
    (length(1_000_000, .year), "PAST_REF", "FUTURE_REF"),
    (
      Value.range(length(2, .day), length(3, .day))!, "2021-05-09/2021-05-10",
      "2021-05-14/2021-05-15"
    ),
    (length(3000, .year), "BC0980", "5021"),
  ]

  @Test("so long ago and hence have the granularity of the smallest unit", arguments: shifts)
  func shifted(duration: Value, ago: String, hence: String) {
    #expect(written(.ago(duration, reference: reference)) == ago)
    #expect(written(.hence(duration, reference: reference)) == hence)
  }

  @Test(
    "what can't be counted out in days keeps its kind alone",
    arguments: [
      (length(10, .minute), "TIME"), (length(2, .hour), "TIME"),
      (Value.halfDuration(.day)!, "TIME"),
      (Value.sum(length(1, .day), length(5, .hour))!, "TIME"),
      (Value.duration(.unknown, .hour)!, "TIME"), (Value.halfDuration(.month)!, "DATE"),
      (Value.duration(TemporalAmount(0.3)!, .year)!, "DATE"),
    ])
  func uncountable(duration: Value, kind: String) throws {
    let value = try #require(Value.ago(duration, reference: reference))
    #expect(!value.isResolved)
    #expect(value.kind.rawValue == kind)
  }

  @Test("without a reference date the kind is known", arguments: TemporalUnit.allCases)
  func withoutReference(unit: TemporalUnit) {
    let kind = unit.isBelowDay ? "TIME" : "DATE"
    let last = Value.relative(unit, offset: -1, reference: nil)
    #expect(last?.kind.rawValue == kind)
    #expect(last?.timex.value == nil)
    guard unit != .season else { return }
    let ago = Value.ago(length(2, unit), reference: nil)
    #expect(ago?.kind.rawValue == kind)
    #expect(ago?.timex.value == nil)
  }

  @Test(
    "offsets that leave the calendar have no value", arguments: [Int.min, -1_000_000_000, Int.max])
  func farOffsets(offset: Int) {
    for unit in TemporalUnit.allCases where !unit.isBelowDay {
      #expect(Value.relative(unit, offset: offset, reference: reference) == .unresolved(.date))
    }
    for part in [weekday(1), yearless(5), yearless(5, 12), day(5), Value.season(.winter)!] {
      #expect(Value.relative(part, offset: offset, reference: reference) == nil)
    }
    #expect(date(2021).advanced(by: offset) == nil)
  }

  @Test(
    "two digits are a year near the reference, or of 1930 to 2029",
    arguments: [
      (45, nil, "1945"), (29, nil, "2029"), (30, nil, "1930"), (0, nil, "2000"),
      (45, "2021-05-12", "1945"), (26, "2021-05-12", "2026"), (27, "2021-05-12", "1927"),
      (45, "1950-01-01", "1945"), (60, "1950-01-01", "1860"),
    ] as [(Int, String?, String)])
  func shortYears(number: Int, day: String?, expected: String) {
    #expect(written(.shortYear(number, reference: day.map(civil))) == expected)
  }

  @Test(
    "decades of two digits are the 20th century's, but for those begun since",
    arguments: [
      (60, nil, "196"), (90, nil, "199"), (20, nil, "192"), (0, nil, "200"), (10, nil, "201"),
      (20, "2021-05-12", "192"), (10, "2021-05-12", "201"), (10, "2005-01-01", "191"),
      (0, "1995-01-01", "190"),
    ] as [(Int, String?, String)])
  func shortDecades(number: Int, day: String?, expected: String) {
    #expect(written(.shortDecade(number, reference: day.map(civil))) == expected)
  }

  @Test(
    "weekdays of a month are counted from its start or its end",
    arguments: [
      (7, 1, "2021-05-02"), (7, 5, "2021-05-30"), (7, -1, "2021-05-30"), (6, 1, "2021-05-01"),
      (1, -1, "2021-05-31"), (1, -5, "2021-05-03"), (3, 2, "2021-05-12"), (2, 5, nil), (2, -5, nil),
    ] as [(Int, Int, String?)])
  func ordinalWeekdays(number: Int, ordinal: Int, expected: String?) {
    #expect(written(.weekday(number, ordinal: ordinal, in: date(2021, 5))) == expected)
  }
}
