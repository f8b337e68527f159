/// Points of the calendar and of the day by their names and numbers.
extension TemporalValue {
  /// A year, a month or a day: `2021`, `2021-05`, `2021-05-12`.
  ///
  /// - Parameters:
  ///   - year: The year of its era, 1…9999.
  ///   - month: The month, 1…12; nil for the whole year.
  ///   - day: The day of the month; nil for the whole month, and nil where the month is.
  ///   - era: The era that the year is counted in.
  /// - Returns: nil for what the calendar has not, as 31 February.
  public static func date(
    year: Int, month: Int? = nil, day: Int? = nil, era: Era = .common
  ) -> TemporalValue? {
    guard let year = astronomical(year, era) else { return nil }
    switch (month, day) {
    case (nil, nil): return TemporalValue(checking: .year(year))
    case (let month?, nil): return TemporalValue(checking: .month(month, year: year))
    case (let month?, let day?):
      return TemporalValue(checking: .day(day, month: month, year: year))
    case (nil, _?): return nil
    }
  }

  /// A month or a day of any year: `XXXX-05`, `XXXX-05-12`; 29 February is one.
  public static func yearless(month: Int, day: Int? = nil) -> TemporalValue? {
    guard let day else { return TemporalValue(checking: .month(month, year: nil)) }
    return TemporalValue(checking: .day(day, month: month, year: nil))
  }

  /// A day of any month: `XXXX-XX-05`.
  public static func dayOfMonth(_ day: Int) -> TemporalValue? {
    TemporalValue(checking: .day(day, month: nil, year: nil))
  }

  /// A year of its era: `1992`, `BC0500`. A year below 100 is taken as it stands, but `range` and
  /// `within` complete it.
  public static func year(_ number: Int, era: Era = .common) -> TemporalValue? {
    date(year: number, era: era)
  }

  /// A year by its last two digits: «the year 45».
  ///
  /// With a reference date, the last such year no later than five years after it. Without one,
  /// 30…99 are 1930…1999, and 0…29 are 2000…2029.
  public static func shortYear(_ number: Int, reference: CivilDate? = nil) -> TemporalValue? {
    guard (0...99).contains(number) else { return nil }
    let last = reference.map { $0.year + 5 } ?? 2029
    guard last >= 100 else { return nil }
    return TemporalValue(checking: .year(last - (last - number).flooredRemainder(by: 100)))
  }

  /// `shortYear` and what else the two digits may well mean: the same year of the last century for
  /// one of the reference date's own, of the next for one before that. Without a reference date the
  /// century is the 21st.
  public static func shortYears(_ number: Int, reference: CivilDate? = nil) -> [TemporalValue] {
    guard let value = shortYear(number, reference: reference),
      case .point(let point) = value.content,
      case .year(let year) = point.date
    else { return [] }
    let isOfThis = year / 100 >= (reference?.year ?? 2000) / 100
    let other = isOfThis ? year - 100 : year + 100
    return [value] + (TemporalValue(checking: .year(other)).map { [$0] } ?? [])
  }

  /// A century by its number, 1…100: 21 is `20`, the fifth before the common era `BC04`.
  public static func century(_ number: Int, era: Era = .common) -> TemporalValue? {
    guard (1...100).contains(number) else { return nil }
    return TemporalValue(checking: .century(era == .common ? number : -number))
  }

  /// A millennium by its number, 1…10: 3 is `2`, the second before the common era `BC1`.
  public static func millennium(_ number: Int, era: Era = .common) -> TemporalValue? {
    guard (1...10).contains(number) else { return nil }
    return TemporalValue(checking: .millennium(era == .common ? number : -number))
  }

  /// The decade that begins in a year that ends in 0: `199` for 1990.
  ///
  /// A year below 100 is taken as it stands, but `range` and `within` complete it: 30 within the
  /// 20th century is `193`.
  public static func decade(startingAt year: Int) -> TemporalValue? {
    guard year >= 0, year % 10 == 0 else { return nil }
    return TemporalValue(checking: .decade(year / 10))
  }

  /// A decade by its two digits: «the sixties» are `196`.
  ///
  /// It is one of the 20th century, but 0 and 10 are `200` and `201`, unless the reference date
  /// lies before them.
  public static func shortDecade(_ year: Int, reference: CivilDate? = nil) -> TemporalValue? {
    guard (0...90).contains(year), year % 10 == 0 else { return nil }
    let isRecent = year <= 10 && (reference.map { $0.year >= 2000 + year } ?? true)
    return decade(startingAt: (isRecent ? 2000 : 1900) + year)
  }

  /// `shortDecade` and what else the two digits may well mean: the last decade of that name but
  /// one, for those that this century has seen as well.
  public static func shortDecades(_ year: Int, reference: CivilDate? = nil) -> [TemporalValue] {
    guard let value = shortDecade(year, reference: reference) else { return [] }
    guard reference.map({ $0.year >= 2000 + year }) ?? (year <= 20),
      let other = decade(startingAt: (year <= 10 ? 1900 : 2000) + year)
    else { return [value] }
    return [value, other]
  }

  /// A quarter of a year, 1…4: `XXXX-Q1`, or within a container.
  public static func quarter(_ number: Int, of container: TemporalValue? = nil) -> TemporalValue? {
    part(.quarter(number, year: nil), of: container)
  }

  /// A half of a year, 1 or 2: `XXXX-H1`, or within a container.
  public static func half(_ number: Int, of container: TemporalValue? = nil) -> TemporalValue? {
    part(.half(number, year: nil), of: container)
  }

  /// A season of a year: `XXXX-SU`, or within a container.
  public static func season(_ season: Season, of container: TemporalValue? = nil) -> TemporalValue?
  {
    part(.season(season, year: nil), of: container)
  }

  /// An ISO week of a year, 1…53: `XXXX-W19`, or within a container.
  public static func week(_ number: Int, of container: TemporalValue? = nil) -> TemporalValue? {
    part(.week(number, year: nil), of: container)
  }

  /// A day of any week, 1 (Monday) … 7 (Sunday): `XXXX-WXX-1`, or within a container.
  public static func weekday(_ number: Int, of container: TemporalValue? = nil) -> TemporalValue? {
    part(.weekday(number), of: container)
  }

  /// The weekend of any week, `XXXX-WXX-WE`, or within a container.
  public static func weekend(of container: TemporalValue? = nil) -> TemporalValue? {
    part(.weekend(week: nil, year: nil), of: container)
  }

  /// The first (1) … fifth, or the last (−1) … such weekday of a month.
  ///
  /// - Returns: An unresolved date where the month has no year; nil where the month has no such
  ///   day, or `month` is no month.
  public static func weekday(
    _ number: Int, ordinal: Int, in month: TemporalValue
  ) -> TemporalValue? {
    guard (1...7).contains(number), ordinal != 0, (-5...5).contains(ordinal) else { return nil }
    if case .unresolved(.date) = month.content { return .unresolved(.date) }
    guard case .point(let point) = month.content, case .month(_, let year) = point.date else {
      return nil
    }
    guard year != nil, let days = point.date.days else { return .unresolved(.date) }
    let first = CivilDate(daysSinceEpoch: days.lowerBound).map { (number - $0.weekday + 7) % 7 }
    let last = CivilDate(daysSinceEpoch: days.upperBound).map { ($0.weekday - number + 7) % 7 }
    guard let first, let last else { return nil }
    let day =
      ordinal > 0
      ? days.lowerBound + first + (ordinal - 1) * 7
      : days.upperBound - last + (ordinal + 1) * 7
    return days.contains(day) ? CivilDate(daysSinceEpoch: day).map { TemporalValue($0) } : nil
  }

  /// A time of the clock on any day: `XXXX-XX-XXT15:30`.
  ///
  /// A part of the day says which half of it an hour 1…12 belongs to: seven in the evening is
  /// 19:00, twelve at night 00:00, three in the afternoon 15:00. Hours of the night from 7 on lie
  /// before midnight, and midday's from 1 to 6 after noon. An hour above 12 stays.
  ///
  /// - Parameters:
  ///   - hour: 0…24; 24 only on the full hour.
  ///   - minute: 0…59; nil where the text has none.
  ///   - second: 0…59; nil where the text has none.
  ///   - part: The part of the day that the text names.
  public static func clock(
    hour: Int, minute: Int? = nil, second: Int? = nil, part: DayPart? = nil
  ) -> TemporalValue? {
    TimeOfDay.checked(hour: part?.hour(hour) ?? hour, minute: minute, second: second)
      .map { TemporalValue(TemporalPoint(.anyDay, $0)) }
  }

  /// A part of any day: `XXXX-XX-XXTMO`.
  public static func dayPart(_ part: DayPart) -> TemporalValue {
    TemporalValue(TemporalPoint(.anyDay, .part(part)))
  }

  private static func part(_ point: CalendarPoint, of container: TemporalValue?) -> TemporalValue? {
    guard let value = TemporalValue(checking: point) else { return nil }
    guard let container else { return value }
    return within(container, value)
  }

  private static func astronomical(_ year: Int, _ era: Era) -> Int? {
    guard (1...9999).contains(year) else { return nil }
    return era == .common ? year : 1 - year
  }
}
