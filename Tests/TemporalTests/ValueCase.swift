import Temporal
import Testing

/// A value and what it should read as.
struct ValueCase: CustomTestStringConvertible, Sendable {
  var kind: String
  var expected: String?
  var mod: String?
  var value: TemporalValue?

  init(_ kind: String, _ expected: String?, _ value: TemporalValue?) {
    self.kind = kind
    self.expected = expected
    self.value = value
  }

  init(_ kind: String, _ expected: String?, _ mod: String, _ value: TemporalValue?) {
    self.kind = kind
    self.expected = expected
    self.mod = mod
    self.value = value
  }

  var testDescription: String { "\(kind) \(expected ?? "–") \(mod ?? "")" }
}

typealias Value = TemporalValue

/// The written value; nil where there is none, or the value hangs on a reference date.
func written(_ value: TemporalValue?) -> String? { value?.timex.value }

func civil(_ text: String) -> CivilDate { CivilDate(text)! }

func date(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> Value {
  Value.date(year: year, month: month, day: day)!
}

func yearless(_ month: Int, _ day: Int? = nil) -> Value {
  Value.yearless(month: month, day: day)!
}

func day(_ day: Int) -> Value { Value.dayOfMonth(day)! }

func weekday(_ number: Int) -> Value { Value.weekday(number)! }

func clock(_ hour: Int, _ minute: Int? = nil, _ part: DayPart? = nil) -> Value {
  Value.clock(hour: hour, minute: minute, part: part)!
}

func length(_ number: Int, _ unit: TemporalUnit) -> Value {
  Value.duration(TemporalAmount(number)!, unit)!
}

/// Wednesday of the nineteenth week.
let reference = civil("2021-05-12")
