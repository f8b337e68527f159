/// Easter Sunday as a church counts it.
public enum Easter: String, CaseIterable, Hashable, Sendable {
  /// By the Julian calendar, as the Orthodox churches have it.
  case orthodox
  /// By the Gregorian calendar.
  case western

  /// The day in a year, 1583…9999; nil outside. O(1).
  public func day(inYear year: Int) -> CivilDate? {
    guard (1583...9999).contains(year) else { return nil }
    switch self {
    case .orthodox:
      // Meeus's Julian algorithm, and from the Julian day to the Gregorian.
      let moon = (19 * (year % 19) + 15) % 30
      let week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
      let days = moon + week + 114
      let lag = year / 100 - year / 400 - 2
      return CivilDate(year: year, month: days / 31, day: days % 31 + 1)?.adding(days: lag)
    case .western:
      // The anonymous Gregorian algorithm.
      let golden = year % 19
      let (century, rest) = (year / 100, year % 100)
      let correction = (century - (century + 8) / 25 + 1) / 3
      let moon = (19 * golden + century - century / 4 - correction + 15) % 30
      let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
      let shift = (golden + 11 * moon + 22 * week) / 451
      let days = moon + week - 7 * shift + 114
      return CivilDate(year: year, month: days / 31, day: days % 31 + 1)
    }
  }
}
