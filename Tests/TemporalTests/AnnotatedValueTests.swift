import Temporal
import Testing

/// Every kind of value that annotated text has been given, each built as a rule would build it.
@Suite("Values of annotated text")
struct AnnotatedValueTests {
  static let report = civil("2018-09-30")

  static let points: [ValueCase] = [
    ValueCase("DATE", "0751", .year(751)),
    ValueCase("DATE", "17", "END", Value.century(18)?.with(.end)),
    ValueCase("DATE", "18", .century(19)),
    ValueCase("DATE", "20", .century(21)),
    ValueCase("DATE", "BC04", .century(5, era: .beforeCommon)),
    ValueCase("DATE", "BC0500", .year(500, era: .beforeCommon)),
    ValueCase("DATE", "193", .within(Value.century(20)!, Value.decade(startingAt: 30)!)),
    ValueCase("DATE", "199", .decade(startingAt: 1990)),
    ValueCase("DATE", "199", "START", Value.shortDecade(90)?.with(.start)),
    ValueCase("DATE", "1992", .year(1992)),
    ValueCase("DATE", "1945-05-09", .within(Value.shortYear(45)!, yearless(5, 9))),
    ValueCase("DATE", "1961-03-07", .date(year: 1961, month: 3, day: 7)),
    ValueCase("DATE", "1969-05", .date(year: 1969, month: 5)),
    ValueCase("DATE", "1992-10-05", .within(date(1992), yearless(10, 5))),
    ValueCase("DATE", "2020-FA", .season(.autumn, of: date(2020))),
    ValueCase("DATE", "2020-Q3", .quarter(3, of: date(2020))),
    ValueCase("DATE", "2021-H1", .half(1, of: date(2021))),
    ValueCase("DATE", "2021-Q1", .quarter(1, of: date(2021))),
    ValueCase("DATE", "2021-05-12", date(2021, 5, 12).merged(withWeekday: weekday(3))),
    ValueCase("DATE", "XXXX-02", .yearless(month: 2)),
    ValueCase("DATE", "XXXX-05", "MID", Value.yearless(month: 5)?.with(.mid)),
    ValueCase("DATE", "XXXX-10-05", .yearless(month: 10, day: 5)),
    ValueCase("DATE", "XXXX-12-16", .within(yearless(12), day(16))),
    ValueCase("DATE", "XXXX-XX-05", .dayOfMonth(5)),
    ValueCase("DATE", "XXXX-Q1", .quarter(1)),
    ValueCase("DATE", "XXXX-H2", .half(2)),
    ValueCase("DATE", "XXXX-SP", .season(.spring)),
    ValueCase("DATE", "XXXX-WXX-7", .weekday(7)),
    ValueCase("DATE", "PRESENT_REF", .reference(.present)),
    ValueCase("DATE", "PAST_REF", .reference(.past)),
    ValueCase("DATE", "FUTURE_REF", .reference(.future)),
    ValueCase("DATE", nil, .unresolved(.date)),
  ]

  static let deictics: [ValueCase] = [
    ValueCase("DATE", "1882", .ago(length(136, .year), reference: report)),
    ValueCase("DATE", "1931", date(1930).advanced(by: 1)),
    ValueCase("DATE", "2016", .ago(length(5, .year), reference: reference)),
    ValueCase("DATE", "2018", "END", thisYear(.end)),
    ValueCase("DATE", "2018", "START", thisYear(.start)),
    ValueCase("DATE", "2018-03", .relative(yearless(3), offset: 0, reference: report)),
    ValueCase("DATE", "2018-09", "START", relative(.month, 0, report).with(.start)),
    ValueCase("DATE", "2018-09-28", .relative(weekday(5), offset: 0, reference: report)),
    ValueCase("DATE", "2018-W38", "START", relative(.week, -1, report).with(.start)),
    ValueCase("DATE", "2018-W39", relative(.week, 0, report)),
    ValueCase("DATE", "2020", relative(.year, -1, reference)),
    ValueCase("DATE", "2020-11", .ago(Value.halfDuration(.year)!, reference: reference)),
    ValueCase("DATE", "2020-12", .within(relative(.year, -1, reference), yearless(12))),
    ValueCase("DATE", "2021-04-09", .within(relative(.year, 0, reference), yearless(4, 9))),
    ValueCase("DATE", "2021-05", "END", relative(.month, 0, reference).with(.end)),
    ValueCase("DATE", "2021-05-05", .ago(length(7, .day), reference: reference)),
    ValueCase("DATE", "2021-05-09", .ago(length(3, .day), reference: reference)),
    ValueCase("DATE", "2021-05-10", relative(.day, -2, reference)),
    ValueCase("DATE", "2021-05-11", relative(.day, -1, reference)),
    ValueCase("DATE", "2021-05-13", relative(.day, 1, reference)),
    ValueCase("DATE", "2021-06", relative(.month, 1, reference)),
    ValueCase("DATE", "2021-W18", .ago(length(1, .week), reference: reference)),
    ValueCase("DATE", "2021-W19", relative(.week, 0, reference)),
    ValueCase("DATE", "2022", relative(.year, 1, reference)),
  ]

  static let ranges: [ValueCase] = [
    ValueCase("DATE", "1186-10/1241-12-11", .range(date(1186, 10), date(1241, 12, 11))),
    ValueCase("DATE", "1229/1241", .range(date(1229), date(1241))),
    ValueCase(
      "DATE", "192/193", .range(Value.decade(startingAt: 1920)!, Value.decade(startingAt: 30)!)),
    ValueCase("DATE", "1930/196", .range(date(1930), Value.shortDecade(60)!.with(.start))),
    ValueCase("DATE", "1941-12/1942-03", .range(date(1941, 12), date(1942, 3))),
    ValueCase(
      "DATE", "2021-05-10/2021-05-14",
      .range(Value.relative(weekday(1), offset: 0, reference: reference)!, weekday(5))),
    ValueCase("DATE", "2021/2025", .range(date(2021), Value.year(25)!)),
    ValueCase("DATE", "XXXX-06/XXXX-08", .range(yearless(6), yearless(8))),
    ValueCase("DATE", "XXXX-09-28/XXXX-10-03", .range(yearless(9, 28), yearless(10, 3))),
    ValueCase("DATE", "XXXX-10-05/XXXX-10-10", .range(day(5), yearless(10, 10))),
    ValueCase("DATE", "XXXX-WXX-1/XXXX-WXX-5", .range(weekday(1), weekday(5))),
    ValueCase("DATE", "XXXX-WXX-6/XXXX-WXX-7", .range(weekday(6), weekday(7))),
    ValueCase(
      "TIME", "XXXX-XX-XXT09:00/XXXX-XX-XXT21:00",
      .range(clock(9, nil, .morning), clock(9, nil, .evening))),
    ValueCase("DURATION", "P2D/P3D", .range(length(2, .day), length(3, .day))),
  ]

  static let times: [ValueCase] = [
    ValueCase("TIME", "2018-09-30TMO", .within(relative(.day, 0, report), .dayPart(.morning))),
    ValueCase("TIME", "2021-05-11TNI", .within(relative(.day, -1, reference), .dayPart(.night))),
    ValueCase("TIME", "2021-05-12T09:30", .within(date(2021, 5, 12), clock(9, 30))),
    ValueCase("TIME", "2021-05-13T10:00", .within(relative(.day, 1, reference), clock(10))),
    ValueCase("TIME", nil, .ago(length(10, .minute), reference: reference)),
    ValueCase("TIME", "XXXX-WXX-5TAF", .within(weekday(5), .dayPart(.afternoon))),
    ValueCase("TIME", "XXXX-WXX-6TMO", .within(weekday(6), .dayPart(.morning))),
    ValueCase("TIME", "XXXX-XX-XXT00:00", .clock(hour: 12, part: .night)),
    ValueCase("TIME", "XXXX-XX-XXT02:58", .clock(hour: 2, minute: 58)),
    ValueCase("TIME", "XXXX-XX-XXT06:00", .clock(hour: 6, part: .morning)),
    ValueCase("TIME", "XXXX-XX-XXT15:30", .clock(hour: 15, minute: 30)),
    ValueCase("TIME", "XXXX-XX-XXT19:30", .clock(hour: 7, minute: 30, part: .evening)),
    ValueCase("TIME", "XXXX-XX-XXT24:00", .clock(hour: 24)),
    ValueCase("TIME", "XXXX-XX-XXTAF", .dayPart(.afternoon)),
  ]

  static let lengths: [ValueCase] = [
    ValueCase("DURATION", "P10D", length(10, .day)),
    ValueCase("DURATION", "P52Y", length(52, .year)),
    ValueCase("DURATION", "PT0.5H", .duration(.half, .hour)),
    ValueCase("DURATION", "PT30M", .halfDuration(.hour)),
    ValueCase("DURATION", "PT2H20M", .sum(length(2, .hour), length(20, .minute))),
    ValueCase("DURATION", "P1Y6M", .sum(length(1, .year), length(6, .month))),
    ValueCase("DURATION", "PT9.58S", .duration(TemporalAmount(text: "9,58")!, .second)),
    ValueCase("DURATION", "PTXH", .duration(.unknown, .hour)),
    ValueCase("DURATION", "PXY", .duration(.unknown, .year)),
    ValueCase("DURATION", "PXM", .duration(.unknown, .month)),
    ValueCase("DURATION", "PXC", .duration(.unknown, .century)),
    ValueCase("SET", "P1D", .every(.day)),
    ValueCase("SET", "P1M", .every(.month)),
    ValueCase("SET", "P1W", .every(.week)),
    ValueCase("SET", "P1Y", .every(.year)),
    ValueCase("SET", "PT1M", .every(.minute)),
    ValueCase("SET", "PT2H", .every(length(2, .hour))),
    ValueCase("SET", "XXXX-WXX-5", .every(weekday(5))),
    ValueCase("SET", "XXXX-12-16", .every(yearless(12, 16))),
    ValueCase("SET", "XXXX-WXX-WE", .every(Value.weekend()!)),
    ValueCase("SET", "XXXX-XX-XXT06:00", .within(Value.every(.day)!, clock(6))),
  ]

  static let plain: [(String, Value)] = [
    ("1882-09-30", date(1882, 9, 30)), ("1916", date(1916)),
    ("1919-02-21", date(1919, 2, 21)), ("1921", date(1921)),
    ("1921-03-22", date(1921, 3, 22)), ("1922", date(1922)),
    ("1927", date(1927)), ("1928", date(1928)),
    ("1930", date(1930)), ("1933", date(1933)),
    ("1936", date(1936)), ("1938", date(1938)),
    ("1939", date(1939)), ("1941", date(1941)),
    ("1973-08", date(1973, 8)), ("1979-12", date(1979, 12)),
    ("1987", date(1987)), ("1989-02-15", date(1989, 2, 15)),
    ("1994", date(1994)), ("1999", date(1999)),
    ("2000", date(2000)), ("2002", date(2002)),
    ("2006", date(2006)), ("2007", date(2007)),
    ("2007-03", date(2007, 3)), ("2007-09-25", date(2007, 9, 25)),
    ("2010-04", date(2010, 4)), ("2013-01-01", date(2013, 1, 1)),
    ("2013-05-10", date(2013, 5, 10)), ("2013-07-07", date(2013, 7, 7)),
    ("2014-09-29", date(2014, 9, 29)), ("2017", date(2017)),
    ("2017-08-26", date(2017, 8, 26)), ("2018-06", date(2018, 6)),
    ("2019", date(2019)), ("2020-12-31", date(2020, 12, 31)),
    ("2021", date(2021)), ("2021-10", date(2021, 10)),
    ("2025-06-30", date(2025, 6, 30)), ("2025-11-17", date(2025, 11, 17)),
    ("2025-12-26", date(2025, 12, 26)), ("2026-01-01", date(2026, 1, 1)),
    ("XXXX-03", yearless(3)), ("XXXX-03-08", yearless(3, 8)),
    ("XXXX-04-15", yearless(4, 15)), ("XXXX-05-09", yearless(5, 9)),
    ("XXXX-05-12", yearless(5, 12)), ("XXXX-05-17", yearless(5, 17)),
    ("XXXX-06", yearless(6)), ("XXXX-06-01", yearless(6, 1)),
    ("XXXX-07-15", yearless(7, 15)), ("XXXX-08-30", yearless(8, 30)),
    ("XXXX-09-25", yearless(9, 25)), ("XXXX-09-26", yearless(9, 26)),
    ("XXXX-11", yearless(11)), ("XXXX-12", yearless(12)),
  ]

  static let further: [ValueCase] = [
    ValueCase("DATE", "1805/1813", .range(date(1805), date(1813))),
    ValueCase("DATE", "1826/1828", .range(date(1826), date(1828))),
    ValueCase("DATE", "1992/1995", .range(date(1992), date(1995))),
    ValueCase("DATE", "2005/2006", .range(date(2005), date(2006))),
    ValueCase("DATE", "2005/2007", .range(date(2005), date(2007))),
    ValueCase("DATE", "2026/2028", .range(date(2026), date(2028))),
    ValueCase("DATE", "XXXX-WXX-1", weekday(1)),
    ValueCase("DATE", "XXXX-WXX-2", weekday(2)),
    ValueCase("DATE", "XXXX-WXX-6", weekday(6)),
    ValueCase("DURATION", "P15Y", length(15, .year)),
    ValueCase("DURATION", "P25Y", length(25, .year)),
    ValueCase("DURATION", "P35Y", length(35, .year)),
    ValueCase("DURATION", "P60D", length(60, .day)),
    ValueCase("TIME", "XXXX-WXX-5TMO", .within(weekday(5), .dayPart(.morning))),
    ValueCase("TIME", "XXXX-WXX-6TAF", .within(weekday(6), .dayPart(.afternoon))),
    ValueCase("TIME", "XXXX-XX-XXT07:30", clock(7, 30)),
    ValueCase("TIME", "XXXX-XX-XXTMO", .dayPart(.morning)),
  ]

  @Test(
    "each is built and reads as annotated",
    arguments: points + deictics + ranges + times + lengths + further
      + plain.map { ValueCase("DATE", $0.0, $0.1) })
  func built(_ example: ValueCase) throws {
    let timex = try #require(example.value).timex
    #expect(timex.kind.rawValue == example.kind)
    #expect(timex.value == example.expected)
    #expect(timex.mod == example.mod)
  }

  @Test("a range has its ends apart, and nothing else has", arguments: points + ranges)
  func ends(_ example: ValueCase) throws {
    let timex = try #require(example.value).timex
    let ends = example.expected?.split(separator: "/").map(String.init) ?? []
    #expect(timex.begin == (ends.count == 2 ? ends[0] : nil))
    #expect(timex.end == (ends.count == 2 ? ends[1] : nil))
  }

  private static func relative(_ unit: TemporalUnit, _ offset: Int, _ day: CivilDate) -> Value {
    Value.relative(unit, offset: offset, reference: day)!
  }

  private static func thisYear(_ modifier: TemporalModifier) -> Value {
    relative(.year, 0, report).with(modifier)
  }
}
