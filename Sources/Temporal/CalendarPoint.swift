/// A point of the calendar at the granularity that the text gives; never an impossible one.
///
/// Years are astronomical; a nil year is one that the text leaves open.
enum CalendarPoint: Hashable, Sendable {
  /// A millennium by its number: 3 is the third, −2 the second before the common era; never 0.
  case millennium(Int)
  /// A century by its number: 21 is the 21st, −5 the fifth before the common era; never 0.
  case century(Int)
  /// A decade by its first year divided by 10.
  case decade(Int)
  case year(Int)
  case half(Int, year: Int?)
  case quarter(Int, year: Int?)
  case season(Season, year: Int?)
  case month(Int, year: Int?)
  case week(Int, year: Int?)
  /// The weekend of a week, or any weekend.
  case weekend(week: Int?, year: Int?)
  case weekday(Int)
  /// A day; without a month it has no year either.
  case day(Int, month: Int?, year: Int?)
  /// Any day: only ever beside a time of the day.
  case anyDay
  case reference(TemporalReference)

  init(_ date: CivilDate) {
    self = .day(date.day, month: date.month, year: date.year)
  }

  /// The point as it is where it can exist, else nil.
  var checked: CalendarPoint? {
    let isPossible =
      switch self {
      case .millennium(let number): number != 0 && (-10...10).contains(number)
      case .century(let number): number != 0 && (-100...100).contains(number)
      case .decade(let number): (0...999).contains(number)
      case .year(let year): CivilDate.years.contains(year)
      case .half(let number, _): (1...2).contains(number)
      case .quarter(let number, _): (1...4).contains(number)
      case .season: true
      case .month(let number, _): (1...12).contains(number)
      case .week(let number, let year):
        number >= 1 && number <= (year.map(CivilDate.weeks(inYear:)) ?? 53)
      case .weekend(let week, let year):
        (week == nil) == (year == nil)
          && (week.map { CalendarPoint.week($0, year: year).checked != nil } ?? true)
      case .weekday(let number): (1...7).contains(number)
      case .day(let day, let month?, let year):
        day >= 1 && day <= (CivilDate.days(inMonth: month, year: year) ?? 0)
      case .day(let day, nil, let year): year == nil && (1...31).contains(day)
      case .anyDay, .reference: true
      }
    guard isPossible, year.map(CivilDate.years.contains) ?? true else { return nil }
    return self
  }

  /// The year that a part of a year lies in.
  var year: Int? {
    switch self {
    case .year(let year): year
    case .half(_, let year), .quarter(_, let year), .season(_, let year), .month(_, let year),
      .week(_, let year), .weekend(_, let year), .day(_, _, let year):
      year
    case .millennium, .century, .decade, .weekday, .anyDay, .reference: nil
    }
  }

  /// Whether it is a part of a year that is left open, and a year would make it definite.
  var lacksYear: Bool {
    switch self {
    case .half(_, nil), .quarter(_, nil), .season(_, nil), .month(_, nil), .week(_, nil): true
    case .day(_, let month, nil): month != nil
    default: false
    }
  }

  /// The same part of a year in a year; nil where that year has none such.
  func inYear(_ year: Int) -> CalendarPoint? {
    guard lacksYear else { return nil }
    let point: CalendarPoint? =
      switch self {
      case .half(let number, _): .half(number, year: year)
      case .quarter(let number, _): .quarter(number, year: year)
      case .season(let season, _): .season(season, year: year)
      case .month(let number, _): .month(number, year: year)
      case .week(let number, _): .week(number, year: year)
      case .day(let day, let month, _): .day(day, month: month, year: year)
      default: nil
      }
    return point?.checked
  }

  /// The day, where it is one of a known year.
  var civilDate: CivilDate? {
    guard case .day(let day, let month?, let year?) = self else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// Whether a time of the day can stand beside it.
  var takesTime: Bool {
    switch self {
    case .day, .weekday, .weekend, .anyDay: true
    default: false
    }
  }

  /// The TIMEX3 value.
  var rendered: String {
    func written(_ year: Int?) -> String { year?.writtenYear ?? "XXXX" }
    return switch self {
    case .millennium(let number): number > 0 ? "\(number - 1)" : "BC\(-number - 1)"
    case .century(let number) where number > 0: (number - 1).padded(to: 2)
    case .century(let number): "BC" + (-number - 1).padded(to: 2)
    case .decade(let number): number.padded(to: 3)
    case .year(let year): year.writtenYear
    case .half(let number, let year): "\(written(year))-H\(number)"
    case .quarter(let number, let year): "\(written(year))-Q\(number)"
    case .season(let season, let year): "\(written(year))-\(season.rawValue)"
    case .month(let number, let year): "\(written(year))-\(number.padded(to: 2))"
    case .week(let number, let year): "\(written(year))-W\(number.padded(to: 2))"
    case .weekend(let week, let year):
      "\(written(year))-W\(week?.padded(to: 2) ?? "XX")-WE"
    case .weekday(let number): "XXXX-WXX-\(number)"
    case .day(let day, let month, let year):
      "\(written(year))-\(month?.padded(to: 2) ?? "XX")-\(day.padded(to: 2))"
    case .anyDay: "XXXX-XX-XX"
    case .reference(let reference): reference.rawValue
    }
  }
}
