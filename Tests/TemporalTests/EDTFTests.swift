import Temporal
import Testing

@Suite("A value in EDTF")
struct EDTFTests {
  static let values: [(Value, String?)] = [
    (date(1992), "1992"), (date(1992, 10), "1992-10"), (date(1992, 10, 5), "1992-10-05"),
    (date(621), "0621"), (yearless(10), "XXXX-10"), (yearless(10, 5), "XXXX-10-05"),
    (day(5), "XXXX-XX-05"), (.decade(startingAt: 1990)!, "199X"), (.century(20)!, "19XX"),
    (.century(1)!, "00XX"), (.century(5, era: .beforeCommon)!, "-04XX"),
    (.millennium(2)!, "1XXX"), (.millennium(2, era: .beforeCommon)!, "-1XXX"),
    (.year(500, era: .beforeCommon)!, "-0499"), (.year(1, era: .beforeCommon)!, "0000"),
    (.season(.spring, of: date(2021))!, "2021-21"), (.season(.winter)!, "XXXX-24"),
    (.quarter(1, of: date(2021))!, "2021-33"), (.quarter(4)!, "XXXX-36"),
    (.half(1, of: date(2021))!, "2021-40"), (.half(2)!, "XXXX-41"),
    (.week(19, of: date(2021))!, "2021-05-10/2021-05-16"),
    (.within(.week(19, of: date(2021))!, .weekend()!)!, "2021-05-15/2021-05-16"),
    (.range(date(1992), date(1995))!, "1992/1995"),
    (.range(yearless(9, 28), yearless(10, 3))!, "XXXX-09-28/XXXX-10-03"),
    (.range(.week(19, of: date(2021))!, .week(20, of: date(2021))!)!, "2021-05-10/2021-05-23"),
    (date(1992).with(.approximate), "1992~"), (date(1992).with(.before), "../1992"),
    (date(1992).with(.onOrAfter), "1992/.."), (date(1992).with(.start), "1992"),
    (.within(date(2021, 5, 12), clock(9, 5))!, "2021-05-12T09:05:00"),
    (
      Value.within(date(2021, 5, 12), clock(9, 5))!.zoned(minutes: 300)!,
      "2021-05-12T09:05:00+05:00"
    ),
    (.every(yearless(12, 16))!, "XXXX-12-16"),
    // What EDTF has no form for.
    (weekday(3), nil), (.weekend()!, nil), (.week(3)!, nil), (clock(9, 5), nil),
    (.within(date(2021, 5, 12), .dayPart(.evening))!, nil), (length(3, .day), nil),
    (.every(length(1, .day))!, nil), (.every(weekday(1))!, nil), (.reference(.past), nil),
    (.unresolved(.date), nil), (.range(length(2, .day), length(3, .day))!, nil),
    (.range(clock(9, 0), clock(18, 0))!, nil), (.range(weekday(1), weekday(5))!, nil),
    (Value.week(19, of: date(2021))!.with(.approximate), nil),
  ]

  @Test("is as the format writes it, or is none", arguments: values)
  func edtf(value: Value, expected: String?) {
    #expect(value.edtf == expected)
  }
}
