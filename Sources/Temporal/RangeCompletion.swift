/// Gives each end of a range what only the other end says.
enum RangeCompletion {
  /// The two ends, completed; nil where they don't go together or run backwards.
  static func complete(
    _ first: TemporalPoint, _ last: TemporalPoint
  ) -> (TemporalPoint, TemporalPoint)? {
    if first.date == .anyDay || last.date == .anyDay {
      return completeTimes(first, last)
    }
    guard let (begin, end) = completeDates(first.date, last.date),
      runsForward(begin, end)
    else { return nil }
    if begin == end, begin.days != nil, let from = first.time?.seconds,
      let to = last.time?.seconds, to < from
    {
      return nil
    }
    let zones = (first.zone ?? last.zone, last.zone ?? first.zone)
    return (
      TemporalPoint(begin, first.time, zone: zones.0), TemporalPoint(end, last.time, zone: zones.1)
    )
  }

  /// The ends where one or both are times of a day that they don't name.
  private static func completeTimes(
    _ first: TemporalPoint, _ last: TemporalPoint
  ) -> (TemporalPoint, TemporalPoint)? {
    guard first.time != nil, last.time != nil else { return nil }
    var (first, last) = (first, last)
    (first.zone, last.zone) = (first.zone ?? last.zone, last.zone ?? first.zone)
    if first.date == last.date { return (first, last) }
    let passesMidnight =
      if let from = first.time?.seconds, let to = last.time?.seconds { to < from } else { false }
    if last.date == .anyDay {
      guard let day = passesMidnight ? neighbour(of: first.date, 1) : first.date else { return nil }
      last.date = day
    } else {
      guard let day = passesMidnight ? neighbour(of: last.date, -1) : last.date else { return nil }
      first.date = day
    }
    return (first, last)
  }

  /// The day after (1) or before (−1); nil where it hangs on an open month or year.
  private static func neighbour(of day: CalendarPoint, _ step: Int) -> CalendarPoint? {
    switch day {
    case .weekday(let number):
      return .weekday((number - 1 + step).flooredRemainder(by: 7) + 1)
    case .day(let number, let month?, nil):
      // The same in common and in leap years, or nothing.
      let dates = [2023, 2024].map { year in
        CivilDate(year: year, month: month, day: number)?.adding(days: step)
      }
      guard let leap = dates[1],
        dates[0].map({ $0.month == leap.month && $0.day == leap.day }) ?? true
      else { return nil }
      return .day(leap.day, month: leap.month, year: nil)
    default:
      return day.advanced(by: step)
    }
  }

  private static func completeDates(
    _ first: CalendarPoint, _ last: CalendarPoint
  ) -> (CalendarPoint, CalendarPoint)? {
    var (first, last) = (first, last)
    if case .day(let from, nil, _) = first, case .day(let to, let month?, let year) = last {
      guard from <= to, let day = CalendarPoint.day(from, month: month, year: year).checked else {
        return nil
      }
      first = day
    }
    if case .day(let to, nil, _) = last, case .day(let from, let month?, let year) = first {
      guard from <= to, let day = CalendarPoint.day(to, month: month, year: year).checked else {
        return nil
      }
      last = day
    }
    if case .weekday(let number) = last, let date = first.civilDate {
      let distance = (number - date.weekday - 1).flooredRemainder(by: 7) + 1
      guard let day = date.adding(days: distance) else { return nil }
      return (first, CalendarPoint(day))
    }
    if last.lacksYear, first.isPartOfYear, let year = first.year {
      guard let completed = inYear(last, [year, year + 1], where: { runsForward(first, $0) })
      else { return nil }
      last = completed
    } else if first.lacksYear, last.isPartOfYear, let year = last.year {
      guard let completed = inYear(first, [year, year - 1], where: { runsForward($0, last) })
      else { return nil }
      first = completed
    }
    if last.isShort, let year = first.firstYear, year >= 100 {
      guard let completed = last.inCentury(of: year, after: first) else { return nil }
      last = completed
    } else if first.isShort, let year = last.firstYear, year >= 100 {
      guard let completed = first.inCentury(of: year, before: last) else { return nil }
      first = completed
    }
    return (first, last)
  }

  private static func inYear(
    _ point: CalendarPoint, _ years: [Int], where accepts: (CalendarPoint) -> Bool
  ) -> CalendarPoint? {
    for year in years {
      if let completed = point.inYear(year), accepts(completed) { return completed }
    }
    return nil
  }

  /// Whether two points go together, and not backwards where both are definite.
  static func runsForward(_ first: CalendarPoint, _ last: CalendarPoint) -> Bool {
    if case .reference = first { return last.days != nil || last.isReference }
    if case .reference = last { return first.days != nil }
    switch (first.days, last.days) {
    case (let from?, let to?): return to.upperBound >= from.lowerBound
    case (nil, nil): break
    default: return false
    }
    switch (first, last) {
    case (.weekday, .weekday), (.day(_, nil, _), .day(_, nil, _)): return true
    default: return first.lacksYear && last.lacksYear
    }
  }
}

extension CalendarPoint {
  /// Whether it is a part of a year, known or open.
  fileprivate var isPartOfYear: Bool {
    if case .year = self { false } else { year != nil || lacksYear }
  }

  fileprivate var isReference: Bool {
    if case .reference = self { true } else { false }
  }

  /// Whether it is a year or a decade of one or two digits, as texts shorten the end of a range.
  fileprivate var isShort: Bool {
    switch self {
    case .year(let year): (1..<100).contains(year)
    case .decade(let decade): decade < 10
    default: false
    }
  }

  /// The first year, for what is a year, longer or a part of a known one.
  fileprivate var firstYear: Int? {
    switch self {
    case .decade(let decade): decade * 10
    case .century(let number): number > 0 ? (number - 1) * 100 : nil
    case .millennium(let number): number > 0 ? (number - 1) * 1000 : nil
    default: year
    }
  }

  /// A short year or decade completed by a year before it.
  fileprivate func inCentury(of year: Int, after first: CalendarPoint) -> CalendarPoint? {
    var candidates: [CalendarPoint] = []
    switch self {
    case .year(let short):
      if short < 10 { candidates.append(.year(year / 10 * 10 + short)) }
      candidates += [0, 100].map { .year(year / 100 * 100 + short + $0) }
    case .decade(let short):
      candidates = [0, 10].map { .decade(year / 100 * 10 + short + $0) }
    default:
      break
    }
    return candidates.first { $0.checked != nil && RangeCompletion.runsForward(first, $0) }
  }

  /// A short year or decade completed by a year after it.
  fileprivate func inCentury(of year: Int, before last: CalendarPoint) -> CalendarPoint? {
    var candidates: [CalendarPoint] = []
    switch self {
    case .year(let short):
      candidates = [0, -100].map { .year(year / 100 * 100 + short + $0) }
    case .decade(let short):
      candidates = [0, -10].map { .decade(year / 100 * 10 + short + $0) }
    default:
      break
    }
    return candidates.first { $0.checked != nil && RangeCompletion.runsForward($0, last) }
  }
}
