/// Where points lie on the line of days, and their neighbours on it.
extension CalendarPoint {
  /// The point of a unit that a day lies in; nil for units below a day, and at the very edge of
  /// the calendar.
  static func containing(_ date: CivilDate, _ unit: TemporalUnit) -> CalendarPoint? {
    let year = date.year
    let month = date.month
    let point: CalendarPoint? =
      switch unit {
      case .second, .minute, .hour: nil
      case .day: CalendarPoint(date)
      case .week: .week(date.isoWeek.week, year: date.isoWeek.year)
      case .month: .month(month, year: year)
      case .quarter: .quarter((month + 2) / 3, year: year)
      case .season: season(index: (year * 12 + month - 3).flooredQuotient(by: 3))
      case .halfYear: .half(month <= 6 ? 1 : 2, year: year)
      case .year: .year(year)
      case .decade: year >= 0 ? .decade(year / 10) : nil
      case .century: .century(century(of: year))
      }
    return point?.checked
  }

  /// The number of the century that a year lies in, in the sense of `century`.
  static func century(of year: Int) -> Int {
    year > 0 ? year / 100 + 1 : year / 100 - 1
  }

  /// The point of the same kind so many places later; nil where the point isn't definite.
  func advanced(by count: Int) -> CalendarPoint? {
    guard count.magnitude <= 10_000_000 else { return nil }
    if case .week(let week, let year?) = self {
      return CivilDate(weekYear: year, week: week, weekday: 4)?.adding(days: count * 7)
        .flatMap { .containing($0, .week) }
    }
    if case .weekend(let week?, let year) = self {
      guard
        case .week(let next, let nextYear)? =
          CalendarPoint.week(week, year: year).advanced(by: count)
      else { return nil }
      return .weekend(week: next, year: nextYear)
    }
    switch self {
    case .century(let number):
      let place = (number > 0 ? number - 1 : number) + count
      return CalendarPoint.century(place >= 0 ? place + 1 : place).checked
    case .decade(let number):
      return CalendarPoint.decade(number + count).checked
    case .year(let year):
      return CalendarPoint.year(year + count).checked
    default:
      if let date = civilDate {
        return date.adding(days: count).map { CalendarPoint($0) }
      }
      guard let year, let (position, length) = placeInYear else { return nil }
      return atPlace(year * length + position + count)
    }
  }

  /// The nearest point of the same name before (negative) or after a day, further ones for larger
  /// counts; for 0 that of the day's own year. The point that the day itself lies in never counts
  /// as one before or after it.
  func occurrence(_ count: Int, from date: CivilDate) -> CalendarPoint? {
    guard count.magnitude <= 20_000 else { return nil }
    let beyond = count - count.signum()
    if case .day(let day, let month?, nil) = self {
      guard count != 0 else { return inYear(date.year) }
      // 29 February comes back after eight years at the latest.
      for distance in 0...8 {
        let year = date.year + distance * count.signum()
        guard let found = CivilDate(year: year, month: month, day: day),
          count < 0 ? found < date : found > date
        else { continue }
        return inYear(year + beyond)
      }
      return nil
    }
    guard lacksYear, let unit, let (position, length) = placeInYear,
      let current = CalendarPoint.containing(date, unit), let year = current.year,
      let (currentPosition, _) = current.placeInYear
    else { return nil }
    let here = year * length + currentPosition
    var place = year * length + position
    if count < 0, place >= here { place -= length }
    if count > 0, place <= here { place += length }
    return atPlace(place + beyond * length)
  }

  /// The first and the last day, counted from 1970-01-01; nil where the point isn't definite.
  var days: ClosedRange<Int>? {
    func span(_ first: CivilDate?, months: Int) -> ClosedRange<Int>? {
      guard let first else { return nil }
      let next = first.adding(months: months)?.daysSinceEpoch
      // The calendar's last year has nothing after it.
      return first.daysSinceEpoch...(next.map { $0 - 1 } ?? first.daysSinceEpoch + months * 30)
    }
    func span(year: Int, month: Int = 1, months: Int) -> ClosedRange<Int>? {
      span(
        CivilDate(year: max(year, CivilDate.years.lowerBound), month: month, day: 1),
        months: months)
    }
    switch self {
    case .millennium(let number):
      return number > 0
        ? span(year: (number - 1) * 1000, months: 12_000)
        : span(year: 1 + number * 1000, months: 12_000)
    case .century(let number):
      return number > 0
        ? span(year: (number - 1) * 100, months: 1200)
        : span(year: 1 + number * 100, months: 1200)
    case .decade(let number): return span(year: number * 10, months: 120)
    case .year(let year): return span(year: year, months: 12)
    case .half(let number, let year?): return span(year: year, month: number * 6 - 5, months: 6)
    case .quarter(let number, let year?): return span(year: year, month: number * 3 - 2, months: 3)
    case .season(let season, let year?):
      return span(year: year, month: season.position * 3 + 3, months: 3)
    case .month(let month, let year?): return span(year: year, month: month, months: 1)
    case .week(let week, let year?):
      return CivilDate(weekYear: year, week: week, weekday: 1)
        .map { $0.daysSinceEpoch...$0.daysSinceEpoch + 6 }
    case .weekend(let week?, let year?):
      return CivilDate(weekYear: year, week: week, weekday: 6)
        .map { $0.daysSinceEpoch...$0.daysSinceEpoch + 1 }
    default:
      return civilDate.map { $0.daysSinceEpoch...$0.daysSinceEpoch }
    }
  }

  private static func season(index: Int) -> CalendarPoint? {
    Season.allCases.first { $0.position == index.flooredRemainder(by: 4) }
      .map { .season($0, year: index.flooredQuotient(by: 4)) }
  }

  /// The unit that the parts of a year are counted in.
  private var unit: TemporalUnit? {
    switch self {
    case .half: .halfYear
    case .quarter: .quarter
    case .season: .season
    case .month: .month
    default: nil
    }
  }

  /// The place among the parts of its kind in a year, from 0, and how many of them a year has.
  private var placeInYear: (position: Int, length: Int)? {
    switch self {
    case .half(let number, _): (number - 1, 2)
    case .quarter(let number, _): (number - 1, 4)
    case .season(let season, _): (season.position, 4)
    case .month(let number, _): (number - 1, 12)
    default: nil
    }
  }

  /// The part of a year of this kind at a place counted through all years.
  private func atPlace(_ index: Int) -> CalendarPoint? {
    guard let (_, length) = placeInYear else { return nil }
    let year = index.flooredQuotient(by: length)
    let number = index.flooredRemainder(by: length) + 1
    let point: CalendarPoint? =
      switch self {
      case .half: .half(number, year: year)
      case .quarter: .quarter(number, year: year)
      case .season: Self.season(index: index)
      case .month: .month(number, year: year)
      default: nil
      }
    return point?.checked
  }
}
