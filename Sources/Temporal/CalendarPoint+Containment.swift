/// What a point becomes inside a larger one.
extension CalendarPoint {
  /// The point that a part names inside this one; nil where this one has no such part.
  func containing(_ part: CalendarPoint) -> CalendarPoint? {
    if self == part || part == .anyDay { return self }
    if self == .anyDay { return part }
    if case .reference = self { return nil }
    if case .reference = part { return nil }
    switch (self, part) {
    case (.century(let number), .decade(let decade)) where number > 0:
      // «XX century, the thirties» names the decade by its last two digits.
      if decade < 10 { return CalendarPoint.decade((number - 1) * 10 + decade).checked }
      return decade / 10 == number - 1 ? part : nil
    case (.century(let number), .year(let year)) where number > 0 && (0..<100).contains(year):
      return CalendarPoint.year((number - 1) * 100 + year).checked
    case (.day, .weekday): return self
    case (.weekday, .day): return part
    case (.month(let month, let year), .day(let day, nil, nil)):
      return CalendarPoint.day(day, month: month, year: year).checked
    case (.week(let week, let year?), .weekday(let weekday)):
      return CivilDate(weekYear: year, week: week, weekday: weekday).map { CalendarPoint($0) }
    case (.week(let week, let year?), .weekend(nil, nil)):
      return .weekend(week: week, year: year)
    case (.year(let year), _) where part.lacksYear:
      return part.inYear(year)
    default:
      break
    }
    if let outer = days, let inner = part.days {
      return outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
        ? part : nil
    }
    guard let outer = months, let inner = part.months, inner.isSubset(of: outer) else {
      return nil
    }
    switch (year, part.year) {
    case (let year?, nil): return part.inYear(year)
    case (nil, nil): return part
    default: return nil
    }
  }

  /// The months of a year that the point covers, whatever the year.
  private var months: Set<Int>? {
    switch self {
    case .half(let number, _): Set(number * 6 - 5...number * 6)
    case .quarter(let number, _): Set(number * 3 - 2...number * 3)
    case .season(.winter, _): [12, 1, 2]
    case .season(let season, _): Set(season.position * 3 + 3...season.position * 3 + 5)
    case .month(let month, _): [month]
    case .day(_, let month?, _): [month]
    default: nil
    }
  }
}
