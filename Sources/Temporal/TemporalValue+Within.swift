/// Parts inside wholes: a day in a month, a time on a day.
extension TemporalValue {
  /// The point that a part names inside a container.
  ///
  /// - A half, quarter, season, month, week or day of the year takes the container's year, and must
  ///   lie inside it where it has one of its own: 2021 and `XXXX-10-05` are `2021-10-05`.
  /// - A day of the month needs a month, a weekday or a weekend a week. Beside a day a weekday says
  ///   nothing new, and isn't checked.
  /// - A time of the day needs a day, a weekday or a weekend. A part of the day and a time of the
  ///   clock make one time, whichever is the container: evening and 07:00 are 19:00.
  /// - A decade or a year below 100 is one of the container's century.
  /// - Inside a repetition, the part repeats: each day and 06:00 are the set `XXXX-XX-XXT06:00`.
  /// - A range is taken end by end; a range of times past midnight ends on the next day.
  /// - Inside an unresolved date a part is unresolved, unless it is definite itself.
  ///
  /// The part's modifier wins over the container's.
  ///
  /// - Returns: nil where the container can't have such a part.
  public static func within(_ container: TemporalValue, _ part: TemporalValue) -> TemporalValue? {
    let modifier = part.modifier ?? container.modifier
    switch (container.content, part.content) {
    case (.point(let outer), .point(let inner)):
      return outer.containing(inner).map { TemporalValue($0, modifier: modifier) }
    case (.point, .range(let first, let last)):
      // What the last point lacks it takes from the first, which the container has completed.
      return within(container, TemporalValue(first))
        .flatMap { range($0, TemporalValue(last)) }
        .map { TemporalValue($0.content, modifier: modifier) }
    case (.range(let first, let last), .point(let inner))
    where inner.date == .anyDay && inner.time != nil:
      guard let begin = first.containing(inner), let end = last.containing(inner) else {
        return nil
      }
      return range(TemporalValue(begin), TemporalValue(end))
        .map { TemporalValue($0.content, modifier: modifier) }
    case (.period(let duration), .point(let inner)):
      guard repeats(inner, each: duration) else { return nil }
      return every(TemporalValue(inner, modifier: modifier))
    case (.set(let outer), .point(let inner)):
      return outer.containing(inner)
        .flatMap { every(TemporalValue($0, modifier: modifier)) }
    case (.unresolved(.set), .point), (.unresolved(.set), .unresolved):
      return .unresolved(.set)
    case (.unresolved(let kind), .point(let inner)) where kind == .date || kind == .time:
      if inner.date.days != nil { return part }
      if case .reference = inner.date { return nil }
      return TemporalValue(.unresolved(kind == .time ? .time : part.kind), modifier: modifier)
    case (.unresolved(let kind), .range) where kind == .date || kind == .time:
      return TemporalValue(.unresolved(kind == .time ? .time : part.kind), modifier: modifier)
    case (.point, .unresolved(let kind)) where kind == .date || kind == .time,
      (.unresolved(.date), .unresolved(let kind)) where kind == .date || kind == .time:
      return TemporalValue(.unresolved(kind), modifier: modifier)
    default:
      return nil
    }
  }

  /// The value in the year of another point, as in a list of which the first alone names it; itself
  /// where it has one, or can have none.
  public func completed(like first: TemporalValue) -> TemporalValue {
    guard case .point(let point) = first.content, let year = point.date.year else { return self }
    return inYear(year) ?? self
  }

  /// The same date with a weekday that the text names beside it. It isn't checked: where they
  /// differ, the date stands, for weekdays are what texts get wrong.
  ///
  /// - Returns: nil where either is not what it should be.
  public func merged(withWeekday weekday: TemporalValue) -> TemporalValue? {
    guard case .point(let point) = weekday.content, case .weekday = point.date else { return nil }
    switch content {
    case .unresolved(.date):
      return self
    case .point(let date):
      guard case .day = date.date else { return nil }
      guard date.time == nil, let time = point.time else { return self }
      return TemporalValue(TemporalPoint(date.date, time, zone: point.zone), modifier: modifier)
    default:
      return nil
    }
  }

  /// Whether a point comes back once in a length of time.
  private static func repeats(_ point: TemporalPoint, each duration: TemporalDuration) -> Bool {
    guard duration.parts.count == 1, duration.parts[0].amount.whole == 1 else { return false }
    return switch (duration.parts[0].unit, point.date) {
    case (.day, .anyDay), (.week, .weekday), (.week, .weekend(nil, _)), (.month, .day(_, nil, _)):
      true
    case (.year, let date):
      date.lacksYear
    default:
      false
    }
  }
}
