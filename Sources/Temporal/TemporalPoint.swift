/// A point of the calendar, with a time of the day where it is that fine.
struct TemporalPoint: Hashable, Sendable {
  var date: CalendarPoint
  var time: TimeOfDay?
  /// How far the clock is ahead of UTC, in minutes; nil where the text does not say.
  var zone: ClockZone?

  init(_ date: CalendarPoint, _ time: TimeOfDay? = nil, zone: ClockZone? = nil) {
    self.date = date
    self.time = time
    self.zone = zone
  }

  /// The point that a part names inside this one; nil where there is none.
  func containing(_ part: TemporalPoint) -> TemporalPoint? {
    guard let day = date.containing(part.date) else { return nil }
    let zone = part.zone ?? zone
    switch (time, part.time) {
    case (nil, nil):
      return TemporalPoint(day)
    case (let time?, nil), (nil, let time?):
      return day.takesTime ? TemporalPoint(day, time, zone: zone) : nil
    case (let outer?, let inner?):
      return outer.combined(with: inner).map { TemporalPoint(day, $0, zone: zone) }
    }
  }

  /// The TIMEX3 value.
  var rendered: String {
    date.rendered + (time?.rendered ?? "") + (zone?.isAside == false ? renderedZone : "")
  }

  /// `+05:00`, `Z` for UTC itself, nothing where the zone is not known.
  var renderedZone: String {
    if case .clock? = time { zone?.rendered ?? "" } else { "" }
  }
}
