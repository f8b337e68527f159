import Temporal
import Testing

/// Values put together at random, as hostile rules and texts would.
@Suite("Values at random")
struct RandomValueTests {
  /// The same numbers in every run.
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let numbers =
    Array(-1...32) + [53, 54, 60, 90, 99, 100, 1990, 2020, 2021, 9990, 9999, 10_000, .max, .min]
  private static let references = [
    nil, reference, civil("0001-01-01"), civil("9999-12-31"), civil("2020-02-29"),
    CivilDate(year: -9998, month: 1, day: 1),
  ]

  private static func simple(_ generator: inout Generator) -> Value? {
    let first = numbers.randomElement(using: &generator)!
    let second = numbers.randomElement(using: &generator)!
    let day = references.randomElement(using: &generator)!
    let unit = TemporalUnit.allCases.randomElement(using: &generator)!
    let part = DayPart.allCases.randomElement(using: &generator)!
    let era = Era.allCases.randomElement(using: &generator)!
    return switch Int.random(in: 0..<20, using: &generator) {
    case 0: .date(year: 2021, month: first, day: second, era: era)
    case 1: .date(year: first, month: second)
    case 2: .year(first, era: era)
    case 3: .century(first, era: era)
    case 4: .decade(startingAt: first)
    case 5: .yearless(month: first, day: second)
    case 6: .dayOfMonth(first)
    case 7: .quarter(first)
    case 8: .half(first)
    case 9: .season(Season.allCases.randomElement(using: &generator)!)
    case 10: .week(first)
    case 11: .weekday(first)
    case 12: .weekend()
    case 13: .clock(hour: first, minute: second, part: part)
    case 14: .dayPart(part)
    case 15: TemporalAmount(first).flatMap { .duration($0, unit) }
    case 16: .relative(unit, offset: second, reference: day)
    case 17: .shortYear(first, reference: day)
    case 18: .every(unit)
    default: .yearless(month: first)
    }
  }

  private static func compound(
    _ first: Value, _ second: Value, _ generator: inout Generator
  ) -> Value? {
    let number = numbers.randomElement(using: &generator)!
    let day = references.randomElement(using: &generator)!
    return switch Int.random(in: 0..<10, using: &generator) {
    case 0, 1, 2: .within(first, second)
    case 3, 4: .range(first, second)
    case 5: .sum(first, second)
    case 6: .relative(first, offset: number, reference: day)
    case 7: .ago(first, reference: day)
    case 8: .every(first)
    default: first.advanced(by: number)
    }
  }

  @Test(
    "whatever is put together can be written, or is nothing",
    arguments: 1...4 as ClosedRange<UInt64>)
  func total(seed: UInt64) throws {
    let form = try Self.form()
    var generator = Generator(state: seed)
    var pool: [Value] = []
    var compounds = 0
    for _ in 0..<20_000 {
      if pool.count < 2 || Bool.random(using: &generator) {
        if let value = Self.simple(&generator) { pool.append(value) }
      } else {
        let first = pool.randomElement(using: &generator)!
        let second = pool.randomElement(using: &generator)!
        guard let value = Self.compound(first, second, &generator) else { continue }
        compounds += 1
        let timex = value.timex
        if value.isResolved != (timex.value != nil)
          || (timex.begin == nil) != (timex.end == nil)
          || !Self.reads(timex.value, as: form)
          || (timex.kind.rawValue == "DATE" && timex.value?.contains("T0") == true)
        {
          Issue.record("\(first) and \(second) made \(timex)")
          return
        }
        pool.append(value)
      }
      if pool.count > 500 { pool.removeFirst(250) }
    }
    #expect(compounds > 1000)
  }

  private static func reads(_ text: String?, as form: Regex<AnyRegexOutput>) -> Bool {
    guard let text else { return true }
    return text.wholeMatch(of: form) != nil
  }

  private static func form() throws -> Regex<AnyRegexOutput> {
    let year = #"(BC\d{4}|\d{4}|XXXX)"#
    let part =
      #"(Q[1-4]|H[12]|SP|SU|FA|WI|W\d\d(-WE)?|WXX-(WE|[1-7])|(\d\d|XX)(-(\d\d|XX))?)"#
    let time = #"T(MO|MI|AF|EV|NI|DT|\d\d:\d\d(:\d\d)?)"#
    let point = "(\(year)(-\(part))?(\(time))?|[0-9]{2,3}|BC[0-9]{2}|(PAST|PRESENT|FUTURE)_REF)"
    let amount = #"(\d+(\.\d+)?|X)"#
    let length = "P(\(amount)(C|DE|Y|M|W|D))*(T(\(amount)[HMS])+)?"
    return try Regex("(\(point)(/\(point))?|\(length)(/\(length))?)")
  }
}
