/// Values that are counted from a reference date.
///
/// Without one they are unresolved: the kind is known, the value is not.
extension TemporalValue {
  /// This (0), the last (−1), the next (1) … unit, at the granularity of the unit.
  ///
  /// - Returns: An unresolved time for units below a day, an unresolved date outside the calendar.
  public static func relative(
    _ unit: TemporalUnit, offset: Int, reference: CivilDate?
  ) -> TemporalValue? {
    if unit.isBelowDay { return .unresolved(.time) }
    guard let reference else { return .unresolved(.date) }
    let point = CalendarPoint.containing(reference, unit)?.advanced(by: offset)
    return TemporalValue(checking: point) ?? .unresolved(.date)
  }

  /// This (0), the last (−1), the next (1) … point of a name.
  ///
  /// A weekday or weekend is that of the reference's ISO week, the week before, the week after; a
  /// day of the month that of its month, the month before …; a time of the day that of its day. A
  /// month, a season, a quarter, a half or a day of the year is that of the reference's year for
  /// 0, else the nearest that lies wholly before or after the one that the reference lies in:
  /// in May 2021 last September is `2020-09`, next September `2021-09`.
  ///
  /// - Returns: nil where `part` is no such point, or there is no such day; outside the calendar an
  ///   unresolved value of its kind.
  public static func relative(
    _ part: TemporalValue, offset: Int, reference: CivilDate?
  ) -> TemporalValue? {
    switch part.content {
    case .unresolved(.date), .unresolved(.time):
      return part
    case .point(let point):
      guard let reference else {
        return named(point.date, 0, CivilDate.sample) == nil ? nil : .unresolved(part.kind)
      }
      guard let found = named(point.date, offset, reference)?.checked else {
        return isBeyondCalendar(point.date, offset, reference) ? .unresolved(part.kind) : nil
      }
      return TemporalValue(
        TemporalPoint(found, point.time, zone: point.zone), modifier: part.modifier)
    case .range(let first, let last):
      guard let begin = relative(TemporalValue(first), offset: offset, reference: reference) else {
        return nil
      }
      return range(begin, TemporalValue(last))?.keeping(part.modifier)
    case .duration, .durationRange, .set, .period, .unresolved:
      return nil
    }
  }

  /// The point so long before the reference date, at the granularity of the duration's smallest
  /// unit: years ago is a year, one year and six months ago a month.
  ///
  /// Half a year is six months. Hours and less give an unresolved time, as does an amount that
  /// can't be counted out in whole months and days an unresolved date. An unknown amount, and one
  /// that leaves the calendar, is a vague reference.
  ///
  /// - Returns: nil where `duration` is none.
  public static func ago(_ duration: TemporalValue, reference: CivilDate?) -> TemporalValue? {
    shifted(duration, -1, reference)
  }

  /// The point so long after the reference date, as `ago` is before it.
  public static func hence(_ duration: TemporalValue, reference: CivilDate?) -> TemporalValue? {
    shifted(duration, 1, reference)
  }

  /// The value so many of its own units later: the next year of a year, the day before a day; nil
  /// where the value is no definite point of the calendar. An unresolved date stays so.
  public func advanced(by count: Int) -> TemporalValue? {
    if case .unresolved(.date) = content { return self }
    guard case .point(let point) = content, point.time == nil else { return nil }
    return TemporalValue(checking: point.date.advanced(by: count))
  }

  func keeping(_ other: TemporalModifier?) -> TemporalValue {
    TemporalValue(content, modifier: modifier ?? other)
  }

  private static func named(
    _ point: CalendarPoint, _ offset: Int, _ reference: CivilDate
  ) -> CalendarPoint? {
    let place: CalendarPoint? =
      switch point {
      case .weekday, .weekend(nil, _): .containing(reference, .week)
      case .day(_, nil, _): .containing(reference, .month)
      case .anyDay: .containing(reference, .day)
      default: nil
      }
    if let place { return place.advanced(by: offset)?.containing(point) }
    return point.occurrence(offset, from: reference)
  }

  /// Whether there is such a point, but before the first or after the last year: the calendar
  /// repeats after 400 years, to the weekday.
  private static func isBeyondCalendar(
    _ point: CalendarPoint, _ offset: Int, _ reference: CivilDate
  ) -> Bool {
    let inside = reference.adding(months: reference.year > 0 ? -400 * 12 : 400 * 12)
    return inside.flatMap { named(point, offset, $0)?.checked } != nil
  }

  private static func shifted(
    _ value: TemporalValue, _ sign: Int, _ reference: CivilDate?
  ) -> TemporalValue? {
    switch value.content {
    case .duration(let duration):
      return shifted(duration, sign, reference).map { $0.keeping(value.modifier) }
    case .durationRange(let least, let most):
      let (first, last) = sign < 0 ? (most, least) : (least, most)
      guard let begin = shifted(first, sign, reference),
        let end = shifted(last, sign, reference)
      else { return nil }
      return range(begin, end)?.keeping(value.modifier)
    case .unresolved(.duration):
      return .unresolved(.date)
    default:
      return nil
    }
  }

  private static func shifted(
    _ duration: TemporalDuration, _ sign: Int, _ reference: CivilDate?
  ) -> TemporalValue? {
    if duration.reachesBelowDay { return .unresolved(.time) }
    let vague = TemporalValue.reference(sign < 0 ? .past : .future)
    if duration.isUnknown { return vague }
    guard let reference else { return .unresolved(.date) }
    // No unit from a day up stays in the calendar so often.
    if duration.parts.contains(where: { $0.amount.exceeds(10_000_000) }) { return vague }
    guard let months = duration.total(monthsOfUnits), let days = duration.total(daysOfUnits) else {
      return .unresolved(.date)
    }
    guard let date = reference.adding(months: sign * months)?.adding(days: sign * days)
    else { return vague }
    return TemporalValue(checking: .containing(date, granularity(duration, months))) ?? vague
  }

  /// The smallest unit named, or the one that its broken amount is counted out in.
  private static func granularity(_ duration: TemporalDuration, _ months: Int) -> TemporalUnit {
    let unit = duration.finestUnit
    guard duration.parts.last?.amount.whole == nil else { return unit }
    switch unit {
    case .century, .decade: return months % 12 == 0 ? .year : .month
    case .week: return .day
    default: return unit > .month ? .month : unit
    }
  }

  private static let monthsOfUnits: [TemporalUnit: Int] = [
    .month: 1, .quarter: 3, .halfYear: 6, .year: 12, .decade: 120, .century: 1200,
  ]
  private static let daysOfUnits: [TemporalUnit: Int] = [.day: 1, .week: 7]
}
