internal import CICU

/// Days of ICU's calendars.
public enum CalendarDays {
  /// The days from 1970-01-01 to a day of a calendar.
  ///
  /// - Parameters:
  ///   - calendar: ICU's name of the calendar, as `islamic-umalqura`.
  ///   - month: The month, from 1.
  /// - Throws: ICU's error for a calendar that it does not know, and for a day that is none.
  public static func day(
    in calendar: String, year: Int, month: Int, day: Int
  ) throws(ICUError) -> Int {
    var error = tanba_icu_error()
    var days: Int32 = 0
    guard
      let year = Int32(exactly: year), let month = Int32(exactly: month),
      let day = Int32(exactly: day),
      tanba_icu_calendar_day("@calendar=\(calendar)", year, month, day, &days, &error) == 0
    else { throw ICUError(error, operation: "find a day of the calendar \(calendar)") }
    return Int(days)
  }
}
