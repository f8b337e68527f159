/// A point or a part of the day.
enum TimeOfDay: Hashable, Sendable {
  /// A time of the clock, no finer than the text has it.
  case clock(hour: Int, minute: Int?, second: Int?)
  /// A part of the day.
  case part(DayPart)

  /// Creates a time of the clock; nil for one that no clock shows. 24:00 is the end of the day.
  static func checked(hour: Int, minute: Int?, second: Int?) -> TimeOfDay? {
    guard (0...24).contains(hour), (0...59).contains(minute ?? 0), (0...59).contains(second ?? 0),
      minute != nil || second == nil,
      hour < 24 || ((minute ?? 0) == 0 && (second ?? 0) == 0)
    else { return nil }
    return .clock(hour: hour, minute: minute, second: second)
  }

  /// The time that both name together: a part of the day says which half of it the clock means.
  func combined(with other: TimeOfDay) -> TimeOfDay? {
    switch (self, other) {
    case (.part(let part), .clock(let hour, let minute, let second)),
      (.clock(let hour, let minute, let second), .part(let part)):
      .checked(hour: part.hour(hour), minute: minute, second: second)
    default:
      self == other ? self : nil
    }
  }

  /// The seconds since midnight, for a time of the clock.
  var seconds: Int? {
    guard case .clock(let hour, let minute, let second) = self else { return nil }
    return hour * 3600 + (minute ?? 0) * 60 + (second ?? 0)
  }

  /// What follows the day in a TIMEX3 value, from the `T` on.
  var rendered: String {
    switch self {
    case .clock(let hour, let minute, let second):
      "T\(hour.padded(to: 2)):\((minute ?? 0).padded(to: 2))"
        + (second.map { ":" + $0.padded(to: 2) } ?? "")
    case .part(let part):
      "T" + part.rawValue
    }
  }
}
