import Temporal
import Testing

@Suite("The zone of a time")
struct ZoneTests {
  static let zones: [(Int, String)] = [
    (300, "+05:00"), (0, "Z"), (-210, "-03:30"), (330, "+05:30"), (840, "+14:00"),
    (-720, "-12:00"),
  ]

  @Test("follows the clock and is told beside the value", arguments: zones)
  func isWritten(minutes: Int, expected: String) {
    let value = clock(15, 30).zoned(minutes: minutes)
    #expect(written(value) == "XXXX-XX-XXT15:30" + expected)
    #expect(value?.timex.zone == expected)
  }

  @Test("is told beside the value alone where it stands aside")
  func isAside() {
    let value = Value.within(date(2021, 5, 12), clock(15))!.zoned(minutes: 360, isAside: true)
    #expect(written(value) == "2021-05-12T15:00")
    #expect(value?.timex.zone == "+06:00")
    #expect(value?.edtf == "2021-05-12T15:00:00+06:00")
  }

  @Test("goes along into days, ranges and repetitions")
  func goesAlong() {
    let zoned = clock(15).zoned(minutes: 300)!
    #expect(written(.within(date(2021, 5, 12), zoned)) == "2021-05-12T15:00+05:00")
    #expect(
      written(.range(zoned, clock(18))) == "XXXX-XX-XXT15:00+05:00/XXXX-XX-XXT18:00+05:00")
    #expect(written(Value.every(zoned)?.zoned(minutes: 0)) == "XXXX-XX-XXT15:00Z")
    #expect(
      written(.relative(.within(weekday(4), zoned)!, offset: 0, reference: reference))
        == "2021-05-13T15:00+05:00")
  }

  @Test("says nothing of days, parts of the day and lengths")
  func saysNothing() {
    for value in [date(2021), .dayPart(.evening), length(3, .hour), .unresolved(.time)] {
      #expect(value.zoned(minutes: 300) == value)
    }
  }

  @Test("is one that a clock keeps", arguments: [-721, 841, 9999])
  func isPossible(minutes: Int) {
    #expect(clock(15).zoned(minutes: minutes) == nil)
  }
}

@Suite("Easter Sunday")
struct EasterTests {
  @Test(
    "falls where the church's tables have it",
    arguments: [
      (Easter.orthodox, 2021, "2021-05-02"), (.orthodox, 2022, "2022-04-24"),
      (.orthodox, 2023, "2023-04-16"), (.orthodox, 2024, "2024-05-05"),
      (.orthodox, 1900, "1900-04-22"), (.western, 2021, "2021-04-04"),
      (.western, 2024, "2024-03-31"), (.western, 2000, "2000-04-23"),
      (.western, 1818, "1818-03-22"), (.western, 1943, "1943-04-25"),
    ])
  func falls(church: Easter, year: Int, expected: String) {
    #expect(church.day(inYear: year)?.description == expected)
  }

  @Test("is a Sunday in every year", arguments: Easter.allCases)
  func isSunday(church: Easter) {
    for year in 1583...9999 {
      let day = church.day(inYear: year)
      #expect(day?.weekday == 7)
    }
    #expect(church.day(inYear: 1582) == nil)
    #expect(church.day(inYear: 10_000) == nil)
  }
}

@Suite("Repetitions, lists and millennia")
struct FurtherValueTests {
  @Test("a repetition says how often it happens in each length of time")
  func frequency() {
    let value = Value.every(length(1, .week))?.repeated(times: 2)
    #expect(value?.timex.freq == "2X")
    #expect(value?.timex.quant == nil)
    #expect(Value.every(length(1, .week))?.timex.quant == "EVERY")
    #expect(length(1, .week).timex.quant == nil)
    #expect(written(value) == "P1W")
    #expect(value?.with(.approximate).timex.freq == "2X")
    #expect(Value.every(length(1, .week))?.repeated(times: 0) == nil)
    #expect(length(1, .week).repeated(times: 2) == nil)
  }

  @Test("a list takes the year of its first member")
  func alike() {
    #expect(written(yearless(6).completed(like: date(1993, 3))) == "1993-06")
    #expect(written(yearless(6, 7).completed(like: date(2017, 5, 5))) == "2017-06-07")
    #expect(written(yearless(2, 29).completed(like: date(2021, 2, 1))) == "XXXX-02-29")
    #expect(written(date(2020, 6).completed(like: date(1993, 3))) == "2020-06")
    #expect(written(yearless(6).completed(like: yearless(3))) == "XXXX-06")
  }

  @Test(
    "a millennium is written by its first digit",
    arguments: [
      (1, Era.common, "0"), (3, .common, "2"), (1, .beforeCommon, "BC0"), (4, .beforeCommon, "BC3"),
    ])
  func millennium(number: Int, era: Era, expected: String) {
    #expect(written(.millennium(number, era: era)) == expected)
  }

  @Test("there is no millennium without a number", arguments: [0, 11, -1])
  func noMillennium(number: Int) {
    #expect(Value.millennium(number) == nil)
  }
}
