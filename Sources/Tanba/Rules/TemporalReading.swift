import Temporal
import TextModel

/// A temporal value as a rule reads it, with what the same words may mean otherwise.
struct TemporalReading: Sendable {
  /// The likeliest value.
  var value: TemporalValue
  /// What else it may well be, the likeliest first.
  var others: [TemporalValue] = []
  /// It is counted from the reference date.
  var isRelative = false
  /// How it follows from what the text has spoken of before, if it can.
  var anaphor: Anaphor?

  init(_ value: TemporalValue, isRelative: Bool = false) {
    self.value = value
    self.isRelative = isRelative
  }

  /// Creates a reading of several values, the first of them the likeliest; nil where there is none.
  init?(_ values: [TemporalValue], needsFirst: Bool = true) {
    guard needsFirst, let value = values.first else { return nil }
    self.value = value
    others = Array(values.dropFirst())
  }
}

extension TemporalReading {
  /// The value with what else it may be, by the words alone.
  var timex: Timex {
    var timex = value.timex
    timex.candidates = others.compactMap(\.timex.value)
    return timex
  }
}

/// A value that hangs on a date named before it.
struct Anaphor: Sendable {
  /// How fine that date must be.
  var unit: TemporalUnit
  /// Without such a date, the reference date gives the value.
  var isDeictic: Bool
  /// The value, counted from a day.
  var resolve: @Sendable (CivilDate) -> TemporalValue?
}
