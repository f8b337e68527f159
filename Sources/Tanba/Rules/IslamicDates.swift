import ICUText
import Temporal

/// Days of the Islamic calendar of Umm al-Qura, by which holidays are announced beforehand. Where
/// the new moon is watched for, the day may be one off.
enum IslamicDates {
  static let calendar = "islamic-umalqura"

  /// The days of a year on which a day of the Islamic calendar falls, in order: one, but two or none
  /// in some years.
  ///
  /// - Complexity: three calls of ICU.
  static func days(month: Int, day: Int, inYear year: Int) -> [TemporalValue] {
    guard (1..<2400).contains(year) else { return [] }
    // A year of the Islamic calendar is about 11 days shorter, and counted from 622.
    let near = (year - 622) * 33 / 32
    return (near - 1...near + 2).compactMap { islamic in
      guard
        let days = try? CalendarDays.day(in: calendar, year: islamic, month: month, day: day),
        let date = CivilDate(daysSinceEpoch: days), date.year == year
      else { return nil }
      return TemporalValue(date)
    }
  }
}
