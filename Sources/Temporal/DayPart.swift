/// A part of the day, with its TIMEX3 code.
public enum DayPart: String, CaseIterable, Hashable, Sendable {
  /// Morning.
  case morning = "MO"
  /// Midday.
  case midday = "MI"
  /// Afternoon.
  case afternoon = "AF"
  /// Evening.
  case evening = "EV"
  /// Night.
  case night = "NI"
  /// The light part of the day.
  case daytime = "DT"

  /// The hour of 24 that an hour of the twelve-hour clock means in this part of the day.
  ///
  /// Midnight is 0. An hour above 12 says already what it means, and stays.
  func hour(_ hour: Int) -> Int {
    guard (1...12).contains(hour) else { return hour }
    return switch self {
    case .morning: hour
    case .midday, .daytime: hour <= 6 ? hour + 12 : hour
    case .afternoon: hour == 12 ? 12 : hour + 12
    case .evening: hour == 12 ? 0 : hour + 12
    case .night: hour == 12 ? 0 : hour >= 7 ? hour + 12 : hour
    }
  }
}
