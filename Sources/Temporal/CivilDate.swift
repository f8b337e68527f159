/// A day of the proleptic Gregorian calendar, always a day that exists.
///
/// Years are astronomical: 1 is 1 CE, 0 is 1 BCE, −499 is 500 BCE. They run from −9998 to 9999,
/// the years that four digits can write with and without `BC`. Every operation is O(1), and
/// answers nil rather than leave that range.
public struct CivilDate: Hashable, Sendable {
  /// The years that a day can have.
  public static let years = -9998...9999

  /// A day that stands for any in checks: a leap year, and a month of 31 days.
  static let sample = CivilDate(uncheckedYear: 2000, month: 1, day: 1)

  /// The astronomical year.
  public let year: Int
  /// The month, 1…12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Creates a day; nil where the calendar has none such, as for 31 February.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), let length = Self.days(inMonth: month, year: year),
      day >= 1, day <= length
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Creates the day that lies so many days after 1970-01-01; nil outside `years`.
  public init?(daysSinceEpoch days: Int) {
    // Counted in eras of 400 years that begin on 1 March, so that the leap day comes last.
    guard days >= -5_000_000, days <= 5_000_000 else { return nil }
    let shifted = days + 719_468
    let era = shifted.flooredQuotient(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(year: year, month: month, day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// Creates a day from its ISO week; nil where the week year has no such week.
  ///
  /// - Parameters:
  ///   - weekYear: The year that the week is counted in.
  ///   - week: The week, 1…53.
  ///   - weekday: The day, 1 (Monday) … 7 (Sunday).
  public init?(weekYear: Int, week: Int, weekday: Int) {
    guard (1...7).contains(weekday), week >= 1, week <= Self.weeks(inYear: weekYear),
      let fourth = CivilDate(year: weekYear, month: 1, day: 4)
    else { return nil }
    let monday = fourth.daysSinceEpoch - fourth.weekday + 1
    self.init(daysSinceEpoch: monday + (week - 1) * 7 + weekday - 1)
  }

  /// Reads `YYYY-MM-DD` of exactly ten ASCII characters; nil for all else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var result = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        result = result * 10 + Int(byte - 0x30)
      }
      return result
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// Whether a year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The length of a month; nil for a month that is none. Without a year, February has 29 days.
  public static func days(inMonth month: Int, year: Int?) -> Int? {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: year.map { isLeap($0) ? 29 : 28 } ?? 29
    default: nil
    }
  }

  /// The number of ISO weeks of a week year: 52 or 53; 0 outside `years`.
  public static func weeks(inYear year: Int) -> Int {
    guard let first = CivilDate(year: year, month: 1, day: 1) else { return 0 }
    return first.weekday == 4 || (first.weekday == 3 && isLeap(year)) ? 53 : 52
  }

  /// The days since 1970-01-01, negative before it.
  public var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.flooredQuotient(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day of the week, 1 (Monday) … 7 (Sunday).
  public var weekday: Int {
    (daysSinceEpoch + 3).flooredRemainder(by: 7) + 1
  }

  /// The ISO week that the day lies in, with the year that this week is counted in.
  public var isoWeek: (year: Int, week: Int) {
    // The week belongs to the year of its Thursday.
    let thursday = daysSinceEpoch - weekday + 4
    var weekYear = year
    if let date = CivilDate(daysSinceEpoch: thursday) {
      weekYear = date.year
    } else {
      weekYear += month == 1 ? -1 : 1
    }
    let first = Self.daysSinceEpoch(ofNewYear: weekYear)
    return (weekYear, (thursday - first) / 7 + 1)
  }

  /// The day so many days later, earlier where negative.
  public func adding(days: Int) -> CivilDate? {
    let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
    return overflow ? nil : CivilDate(daysSinceEpoch: sum)
  }

  /// The same day so many months later, or the last of that month where it is shorter.
  public func adding(months: Int) -> CivilDate? {
    guard months.magnitude <= 300_000 else { return nil }
    let index = year * 12 + month - 1 + months
    let newYear = index.flooredQuotient(by: 12)
    let newMonth = index.flooredRemainder(by: 12) + 1
    guard let length = Self.days(inMonth: newMonth, year: newYear) else { return nil }
    return CivilDate(year: newYear, month: newMonth, day: min(day, length))
  }

  /// The same day so many years later; 29 February becomes the 28th in a common year.
  public func adding(years: Int) -> CivilDate? {
    guard years.magnitude <= 25_000 else { return nil }
    return adding(months: years * 12)
  }

  private init(uncheckedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  private static func daysSinceEpoch(ofNewYear year: Int) -> Int {
    let before = year - 1
    return 365 * before + before.flooredQuotient(by: 4) - before.flooredQuotient(by: 100)
      + before.flooredQuotient(by: 400) - 719_162
  }
}

extension CivilDate: Comparable {
  /// Whether a day lies before another.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CivilDate: CustomStringConvertible {
  /// `YYYY-MM-DD`, with `BC` before the year of a day before the common era.
  public var description: String {
    "\(year.writtenYear)-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }
}
