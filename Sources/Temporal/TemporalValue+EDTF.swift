/// Values in the Extended Date/Time Format, ISO 8601-2.
extension TemporalValue {
  /// The value in EDTF, at most level 2; nil for what EDTF has no form of.
  ///
  /// - Digits that the text leaves open are `X`: `XXXX-10-05`, `199X`, `19XX`, `-04XX`.
  /// - Seasons are 21 to 24, quarters 33 to 36, halves of a year 40 and 41.
  /// - Weeks and weekends are intervals of days.
  /// - Years are astronomical: 500 BCE is `-0499`.
  /// - An approximate value ends in `~`; what else a modifier says EDTF can't.
  /// - A time needs its day and has seconds, as EDTF writes no others.
  /// - A repetition at a day of each year or month is that day; lengths of time, other
  ///   repetitions, weekdays, parts of the day and vague references have no form.
  public var edtf: String? {
    switch content {
    case .point(let point):
      guard let text = point.edtf else { return nil }
      switch modifier {
      case .approximate: return text.contains("/") ? nil : text + "~"
      case .before, .onOrBefore: return text.contains("/") ? nil : "../" + text
      case .after, .onOrAfter: return text.contains("/") ? nil : text + "/.."
      default: return text
      }
    case .range(let first, let last):
      guard first.time == nil, last.time == nil, let begin = first.edtf, let end = last.edtf else {
        return nil
      }
      // The interval of a week is given by its own ends.
      let from = begin.split(separator: "/").first ?? ""
      let to = end.split(separator: "/").last ?? ""
      let mark = modifier == .approximate ? "~" : ""
      return "\(from)\(mark)/\(to)\(mark)"
    case .set(let point):
      guard point.time == nil, case .day = point.date else { return nil }
      return point.edtf
    case .duration, .durationRange, .period, .unresolved:
      return nil
    }
  }
}

extension TemporalPoint {
  fileprivate var edtf: String? {
    guard let time else { return date.edtf }
    guard case .clock(let hour, let minute, let second) = time, date.civilDate != nil,
      let day = date.edtf
    else { return nil }
    let clock = [hour, minute ?? 0, second ?? 0].map { $0.padded(to: 2) }
    return day + "T" + clock.joined(separator: ":") + renderedZone
  }
}

extension CalendarPoint {
  fileprivate var edtf: String? {
    func year(_ number: Int?) -> String { number?.edtfYear ?? "XXXX" }
    switch self {
    case .millennium(let number):
      return number > 0 ? "\(number - 1)XXX" : "-\(-number - 1)XXX"
    case .century(let number) where number > 0:
      return (number - 1).padded(to: 2) + "XX"
    case .century(let number):
      return "-" + (-number - 1).padded(to: 2) + "XX"
    case .decade(let number): return number.padded(to: 3) + "X"
    case .year(let number): return number.edtfYear
    case .half(let number, let of): return "\(year(of))-\(39 + number)"
    case .quarter(let number, let of): return "\(year(of))-\(32 + number)"
    case .season(let season, let of): return "\(year(of))-\(21 + season.position)"
    case .month(let number, let of): return "\(year(of))-\(number.padded(to: 2))"
    case .week, .weekend:
      guard let days, let first = CivilDate(daysSinceEpoch: days.lowerBound),
        let last = CivilDate(daysSinceEpoch: days.upperBound)
      else { return nil }
      return "\(CalendarPoint(first).edtf ?? "")/\(CalendarPoint(last).edtf ?? "")"
    case .day(let day, let month, let of):
      return "\(year(of))-\(month?.padded(to: 2) ?? "XX")-\(day.padded(to: 2))"
    case .weekday, .anyDay, .reference: return nil
    }
  }
}

extension Int {
  /// An astronomical year in four digits, a minus before it where it is negative.
  fileprivate var edtfYear: String {
    (self < 0 ? "-" : "") + Int(magnitude).padded(to: 4)
  }
}
