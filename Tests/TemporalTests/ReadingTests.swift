import Temporal
import Testing

@Suite("An open value beside a reference date")
struct ReadingTests {
  static let readings: [(Value, [String])] = [
    (weekday(2), ["2021-05-11", "2021-05-18"]),
    (weekday(3), ["2021-05-05", "2021-05-12", "2021-05-19"]),
    (.weekend()!, ["2021-W18-WE", "2021-W19-WE"]),
    (yearless(5), ["2020-05", "2021-05", "2022-05"]), (yearless(9), ["2020-09", "2021-09"]),
    (yearless(5, 12), ["2020-05-12", "2021-05-12", "2022-05-12"]),
    (yearless(2, 29), ["2020-02-29", "2024-02-29"]), (day(31), ["2021-03-31", "2021-05-31"]),
    (.season(.winter)!, ["2020-WI", "2021-WI"]), (.quarter(2)!, ["2020-Q2", "2021-Q2", "2022-Q2"]),
    (.within(weekday(4), clock(10))!, ["2021-05-06T10:00", "2021-05-13T10:00"]),
    (
      .range(yearless(9, 28), yearless(10, 3))!,
      ["2020-09-28/2020-10-03", "2021-09-28/2021-10-03"]
    ),
    (
      .within(weekday(5), .range(clock(9), clock(18))!)!,
      ["2021-05-07T09:00/2021-05-07T18:00", "2021-05-14T09:00/2021-05-14T18:00"]
    ),
    (date(2021, 5, 12), []), (clock(9), []), (length(3, .day), []), (.every(weekday(1))!, []),
    (.reference(.past), []),
  ]

  @Test("may mean the last, the present and the next", arguments: readings)
  func mayMean(value: Value, expected: [String]) {
    #expect(value.readings(around: reference).map { $0.timex.value } == expected)
  }

  static let choices: [(Value, String, String, String)] = [
    (weekday(2), "2021-05-11", "2021-05-18", "2021-05-11"),
    (weekday(5), "2021-05-07", "2021-05-14", "2021-05-14"),
    (weekday(3), "2021-05-12", "2021-05-12", "2021-05-12"),
    (yearless(12, 16), "2020-12-16", "2021-12-16", "2020-12-16"),
    (yearless(5), "2021-05", "2021-05", "2021-05"),
    (yearless(9), "2020-09", "2021-09", "2021-09"),
  ]

  @Test("means what a preference says", arguments: choices)
  func means(value: Value, past: String, future: String, nearest: String) {
    let readings = value.readings(around: reference)
    for (preference, expected) in zip(TemporalPreference.allCases, [past, future, nearest]) {
      #expect(written(.choose(preference, among: readings, around: reference)) == expected)
    }
  }

  @Test("of which none is definite leaves nothing to choose")
  func hasNone() {
    for preference in TemporalPreference.allCases {
      #expect(Value.choose(preference, among: [], around: reference) == nil)
      #expect(Value.choose(preference, among: [clock(9)], around: reference) == nil)
    }
  }

  @Test("of two as near means the one before")
  func prefersBefore() {
    let readings = [date(2021, 5, 10), date(2021, 5, 14)]
    #expect(
      written(.choose(.nearest, among: readings, around: reference)) == "2021-05-10")
  }

  @Test(
    "of two digits may be of another century",
    arguments: [
      (92, "2021-05-12", ["1992", "2092"]), (21, "2021-05-12", ["2021", "1921"]),
      (32, "2021-05-12", ["1932", "2032"]), (26, "2021-05-12", ["2026", "1926"]),
      (92, "1995-01-01", ["1992", "1892"]), (5, nil, ["2005", "1905"]),
      (92, nil, ["1992", "2092"]),
    ] as [(Int, String?, [String])])
  func shortYears(number: Int, reference: String?, expected: [String]) {
    let years = Value.shortYears(number, reference: reference.map(civil))
    #expect(years.map(written) == expected)
  }

  @Test(
    "of a decade may be of another century",
    arguments: [
      (60, "2021-05-12", ["196"]), (20, "2021-05-12", ["192", "202"]),
      (10, "2021-05-12", ["201", "191"]), (20, "2015-01-01", ["192"]), (60, nil, ["196"]),
      (0, nil, ["200", "190"]),
    ] as [(Int, String?, [String])])
  func shortDecades(year: Int, reference: String?, expected: [String]) {
    let decades = Value.shortDecades(year, reference: reference.map(civil))
    #expect(decades.map(written) == expected)
  }
}
