/// A point of the calendar, with a time of the day where it is that fine.
struct TemporalPoint: Hashable, Sendable {
  var date: CalendarPoint
  var time: TimeOfDay?

  init(_ date: CalendarPoint, _ time: TimeOfDay? = nil) {
    self.date = date
    self.time = time
  }

  /// The point that a part names inside this one; nil where there is none.
  func containing(_ part: TemporalPoint) -> TemporalPoint? {
    guard let day = date.containing(part.date) else { return nil }
    switch (time, part.time) {
    case (nil, nil):
      return TemporalPoint(day)
    case (let time?, nil), (nil, let time?):
      return day.takesTime ? TemporalPoint(day, time) : nil
    case (let outer?, let inner?):
      return outer.combined(with: inner).map { TemporalPoint(day, $0) }
    }
  }

  /// The TIMEX3 value.
  var rendered: String { date.rendered + (time?.rendered ?? "") }
}
