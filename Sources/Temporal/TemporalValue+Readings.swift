/// What an open value may mean beside a reference date.
extension TemporalValue {
  /// The last such time before the reference date, the one that it lies in, and the first one after
  /// it, in this order, for a value that leaves its year, month or week open: `XXXX-05`,
  /// `XXXX-WXX-2`. Empty for all others, and for repetitions.
  public func readings(around reference: CivilDate) -> [TemporalValue] {
    let all: [TemporalValue]
    switch content {
    case .point(let point):
      all = point.date.occurrences(around: reference).map {
        TemporalValue(
          TemporalPoint($0, point.time, zone: point.zone), modifier: modifier)
      }
    case .range(let first, let last):
      all = first.date.occurrences(around: reference).compactMap {
        // Two times of one day stay on one.
        let end = last.date == first.date ? $0 : last.date
        return TemporalValue.range(
          TemporalValue(TemporalPoint($0, first.time, zone: first.zone)),
          TemporalValue(TemporalPoint(end, last.time, zone: last.zone))
        )?.keeping(modifier)
      }
    case .duration, .durationRange, .set, .period, .unresolved:
      return []
    }
    let places = Self.places(of: all, around: reference)
    return [places.before, places.within, places.after].compactMap { $0 }
  }

  /// The one of several readings that a preference takes; nil where none is definite.
  public static func choose(
    _ preference: TemporalPreference, among readings: [TemporalValue], around reference: CivilDate
  ) -> TemporalValue? {
    let places = places(of: readings, around: reference)
    if let within = places.within { return within }
    switch preference {
    case .past: return places.before ?? places.after
    case .future: return places.after ?? places.before
    case .nearest:
      let today = reference.daysSinceEpoch
      guard let before = places.before, let after = places.after, let past = before.definiteDays,
        let future = after.definiteDays
      else { return places.before ?? places.after }
      return today - past.upperBound <= future.lowerBound - today ? before : after
    }
  }

  /// The last value that ends before the reference date, the first that holds it, and the first
  /// that begins after it.
  private static func places(
    of readings: [TemporalValue], around reference: CivilDate
  ) -> (before: TemporalValue?, within: TemporalValue?, after: TemporalValue?) {
    let today = reference.daysSinceEpoch
    var places: (before: TemporalValue?, within: TemporalValue?, after: TemporalValue?)
    let dated = readings.compactMap { value in value.definiteDays.map { (value, $0) } }
      .sorted { $0.1.lowerBound < $1.1.lowerBound }
    for (value, days) in dated {
      if days.upperBound < today {
        places.before = value
      } else if days.lowerBound > today {
        places.after = places.after ?? value
      } else {
        places.within = places.within ?? value
      }
    }
    return places
  }

  /// The first to the last day of a definite point or range, counted from 1970-01-01.
  var definiteDays: ClosedRange<Int>? {
    switch content {
    case .point(let point):
      return point.date.days
    case .range(let first, let last):
      guard let from = first.date.days, let to = last.date.days,
        from.lowerBound <= to.upperBound
      else { return nil }
      return from.lowerBound...to.upperBound
    case .duration, .durationRange, .set, .period, .unresolved:
      return nil
    }
  }

  /// Whether the value is a point or a range that the calendar fixes.
  public var isDefinite: Bool { definiteDays != nil }

  /// The same part in a year, where the value leaves its year open; nil for all others.
  public func inYear(_ year: Int) -> TemporalValue? {
    guard case .point(let point) = content, let date = point.date.inYear(year) else { return nil }
    return TemporalValue(TemporalPoint(date, point.time, zone: point.zone), modifier: modifier)
  }

  /// The unit of a definite point of the calendar, a day for a time of one; nil for all else.
  public var unit: TemporalUnit? {
    if case .point(let point) = content { point.unit } else { nil }
  }
}

extension TemporalPoint {
  /// The unit of a definite point.
  var unit: TemporalUnit? {
    guard date.days != nil else { return nil }
    return switch date {
    case .millennium, .century: .century
    case .decade: .decade
    case .year: .year
    case .half: .halfYear
    case .quarter: .quarter
    case .season: .season
    case .month: .month
    case .week, .weekend: .week
    default: .day
    }
  }
}

extension CalendarPoint {
  /// The definite points of this name about a day, in order: at least one before, and one after it
  /// where the calendar has one. Empty for what is definite, and for what no year completes.
  fileprivate func occurrences(around reference: CivilDate) -> [CalendarPoint] {
    switch self {
    case .weekday, .weekend(nil, _):
      guard let week = CalendarPoint.containing(reference, .week) else { return [] }
      return (-1...1).compactMap { week.advanced(by: $0)?.containing(self) }
    case .day(_, nil, _):
      guard let month = CalendarPoint.containing(reference, .month) else { return [] }
      return (-2...2).compactMap { month.advanced(by: $0)?.containing(self) }
    default:
      guard lacksYear else { return [] }
      // 29 February comes back after eight years at the latest.
      return (-8...8).compactMap { inYear(reference.year + $0) }
    }
  }
}
