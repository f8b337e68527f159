import Temporal
import Testing

@Suite("Lengths of time")
struct DurationTests {
  static func decimal(_ text: String, _ unit: TemporalUnit) -> Value {
    Value.duration(TemporalAmount(text: text)!, unit)!
  }

  static let lengths: [(Value, String)] = [
    (length(3, .year), "P3Y"), (length(2, .decade), "P20Y"), (length(2, .century), "P2C"),
    (decimal("1.5", .century), "P150Y"), (decimal("2,5", .year), "P2.5Y"),
    (decimal("1.50", .hour), "PT1.5H"), (decimal("0.05", .second), "PT0.05S"),
    (decimal("10.0", .day), "P10D"), (decimal("X", .decade), "PXDE"), (length(2, .quarter), "P6M"),
    (length(3, .halfYear), "P18M"), (decimal("X", .quarter), "PXM"), (length(0, .day), "P0D"),
    (Value.duration(TemporalAmount(9.58)!, .second)!, "PT9.58S"),
    (Value.halfDuration(.century)!, "P50Y"), (Value.halfDuration(.decade)!, "P5Y"),
    (Value.halfDuration(.halfYear)!, "P3M"), (Value.halfDuration(.quarter)!, "P1.5M"),
    (Value.halfDuration(.month)!, "P0.5M"), (Value.halfDuration(.week)!, "P0.5W"),
    (Value.halfDuration(.day)!, "PT12H"), (Value.halfDuration(.minute)!, "PT30S"),
    (Value.halfDuration(.second)!, "PT0.5S"),
  ]

  @Test("lengths are written as the text counts them", arguments: lengths)
  func written(value: Value, expected: String) {
    #expect(value.timex.value == expected)
  }

  static let sums: [([Value], String)] = [
    ([length(6, .month), length(1, .year)], "P1Y6M"),
    ([length(20, .minute), length(2, .hour), length(5, .second)], "PT2H20M5S"),
    ([length(1, .day), length(5, .hour)], "P1DT5H"),
    ([length(1, .year), length(2, .year)], "P3Y"),
    ([decimal("0.05", .second), decimal("9.95", .second)], "PT10S"),
    ([decimal("0.5", .hour), decimal("0.25", .hour)], "PT0.75H"),
    ([length(2, .year), decimal("X", .year)], "PXY"),
    ([length(1, .decade), length(2, .year)], "P12Y"),
    ([length(1, .halfYear), length(1, .quarter), length(1, .month)], "P10M"),
    ([length(1, .month), length(1, .minute)], "P1MT1M"),
    ([length(1, .week), length(2, .day)], "P1W2D"),
  ]

  @Test("sums put the longest unit first", arguments: sums)
  func sum(parts: [Value], expected: String) {
    let sum = parts.dropFirst().reduce(parts.first) { sum, part in sum.flatMap { .sum($0, part) } }
    #expect(sum?.timex.value == expected)
    #expect(sum?.kind.rawValue == "DURATION")
  }

  @Test("amounts too large are refused, not wrapped")
  func overflow() {
    let largest = TemporalAmount(1_000_000_000_000)!
    #expect(TemporalAmount(1_000_000_000_001) == nil)
    #expect(TemporalAmount(-1) == nil)
    #expect(Value.duration(largest, .year)?.timex.value == "P1000000000000Y")
    #expect(Value.duration(largest, .decade) == nil)
    let most = Value.duration(largest, .year)!
    #expect(Value.sum(most, length(1, .year)) == nil)
    #expect(Value.sum(most, length(1, .decade)) == nil)
    #expect(Value.ago(most, reference: reference) == .reference(.past))
    #expect(Value.hence(most, reference: reference) == .reference(.future))
    #expect(Value.sum(length(1, .day), date(2021)) == nil)
  }

  static let hours: [(Int, DayPart, Int)] = [
    (7, .evening, 19), (11, .evening, 23), (12, .evening, 0), (19, .evening, 19),
    (12, .night, 0), (2, .night, 2), (11, .night, 23), (6, .night, 6), (7, .night, 19),
    (3, .afternoon, 15), (12, .afternoon, 12), (9, .morning, 9), (12, .morning, 12),
    (12, .midday, 12), (1, .midday, 13), (11, .midday, 11), (3, .daytime, 15), (10, .daytime, 10),
    (0, .night, 0), (24, .night, 24),
  ]

  @Test("a part of the day says which half of it an hour means", arguments: hours)
  func partOfDay(hour: Int, part: DayPart, expected: Int) {
    let plain = Value.clock(hour: hour)!
    let meant = Value.clock(hour: expected)
    #expect(Value.clock(hour: hour, part: part) == meant)
    #expect(Value.within(.dayPart(part), plain) == meant)
    #expect(Value.within(plain, .dayPart(part)) == meant)
  }

  @Test(
    "units are read by their names and no others",
    arguments: zip(
      [
        "second", "minute", "hour", "day", "week", "month", "quarter", "season", "half-year",
        "year", "decade", "century",
      ], TemporalUnit.allCases))
  func unitNames(name: String, unit: TemporalUnit) {
    #expect(TemporalUnit(name: name) == unit)
    #expect(TemporalUnit(name: name.uppercased()) == nil)
    #expect(TemporalUnit(name: name + "s") == nil)
  }

  @Test("units are ordered by their length")
  func unitOrder() {
    #expect(TemporalUnit.allCases.sorted() == TemporalUnit.allCases)
    #expect(TemporalUnit.allCases.filter(\.isBelowDay) == [.second, .minute, .hour])
  }

  @Test("only what comes again can be a repetition")
  func repetitions() {
    #expect(Value.every(date(2021, 5, 12)) == nil)
    #expect(Value.every(.reference(.past)) == nil)
    #expect(Value.every(Value.range(weekday(1), weekday(5))!) == nil)
    #expect(Value.every(Value.every(.day)!) == Value.every(.day))
    #expect(Value.every(Value.season(.summer)!)?.timex.value == "XXXX-SU")
    #expect(Value.every(.quarter)?.timex.value == "P3M")
  }
}
