import TextModel

/// What a temporal expression means: a point, a range, a length of time, a repetition, or a kind
/// alone where the value hangs on a reference date that nobody gave.
///
/// Values can only be made by functions that answer nil for what no calendar and no clock shows,
/// so that every value there is can be written. All of them are O(1).
public struct TemporalValue: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case point(TemporalPoint)
    case range(TemporalPoint, TemporalPoint)
    case duration(TemporalDuration)
    case durationRange(TemporalDuration, TemporalDuration)
    /// A repetition at points that share a name, as on Fridays.
    case set(TemporalPoint)
    /// A repetition after each such length of time.
    case period(TemporalDuration)
    case unresolved(Timex.Kind)
  }

  let content: Content
  /// What narrows or loosens the value.
  public let modifier: TemporalModifier?
  /// How often it happens in each length of time, for a repetition of which the text says so.
  public private(set) var frequency: Int?

  init(_ content: Content, modifier: TemporalModifier? = nil) {
    self.content = content
    self.modifier = modifier
  }

  init(_ point: TemporalPoint, modifier: TemporalModifier? = nil) {
    self.init(.point(point), modifier: modifier)
  }

  init?(checking point: CalendarPoint?) {
    guard let point = point?.checked else { return nil }
    self.init(TemporalPoint(point))
  }

  /// The day.
  public init(_ date: CivilDate) {
    self.init(TemporalPoint(CalendarPoint(date)))
  }

  /// The TIMEX3 type: TIME for what is finer than a day.
  public var kind: Timex.Kind {
    switch content {
    case .point(let point): point.time == nil ? .date : .time
    case .range(let first, let last): first.time == nil && last.time == nil ? .date : .time
    case .duration, .durationRange: .duration
    case .set, .period: .set
    case .unresolved(let kind): kind
    }
  }

  /// Whether the value is known; false only where a reference date is wanting, or too coarse.
  public var isResolved: Bool {
    if case .unresolved = content { false } else { true }
  }

  /// The value in the terms of TIMEX3.
  public var timex: Timex {
    var result = Timex(kind: kind, value: nil, mod: modifier?.rawValue)
    if kind == .set {
      result.freq = frequency.map { "\($0)X" }
      result.quant = frequency == nil ? "EVERY" : nil
    }
    switch content {
    case .point(let point), .set(let point):
      result.value = point.rendered
    case .duration(let duration), .period(let duration):
      result.value = duration.rendered
    case .range(let first, let last):
      result.begin = first.rendered
      result.end = last.rendered
    case .durationRange(let least, let most):
      result.begin = least.rendered
      result.end = most.rendered
    case .unresolved:
      break
    }
    if case .point(let point) = content { result.zone = point.zone?.rendered }
    if case .range(let point, _) = content { result.zone = point.zone?.rendered }
    if let begin = result.begin, let end = result.end {
      result.value = "\(begin)/\(end)"
    }
    return result
  }

  /// The same value with a modifier.
  ///
  /// One modifier can stand in a value: a new one takes the place of another, but for
  /// `approximate`, which says less than any other and gives way.
  public func with(_ modifier: TemporalModifier) -> TemporalValue {
    if modifier == .approximate, self.modifier != nil { return self }
    var result = TemporalValue(content, modifier: modifier)
    result.frequency = frequency
    return result
  }

  /// A repetition that happens so often in each length of time; nil for what is none, and for less
  /// than once.
  public func repeated(times: Int) -> TemporalValue? {
    guard kind == .set, times > 0 else { return nil }
    var result = self
    result.frequency = times
    return result
  }

  /// The same time by a clock so many minutes ahead of UTC, negative behind it.
  ///
  /// What holds no time of the clock stays as it is: a zone says nothing of a day.
  ///
  /// - Parameter isAside: The zone stands beside the time, and the value is written without it.
  /// - Returns: nil for a zone that no clock keeps: they lie between −12 and +14 hours.
  public func zoned(minutes: Int, isAside: Bool = false) -> TemporalValue? {
    guard (-720...840).contains(minutes) else { return nil }
    let zone = ClockZone(minutes: minutes, isAside: isAside)
    func zoned(_ point: TemporalPoint) -> TemporalPoint {
      guard case .clock? = point.time else { return point }
      return TemporalPoint(point.date, point.time, zone: zone)
    }
    switch content {
    case .point(let point):
      return TemporalValue(zoned(point), modifier: modifier)
    case .range(let first, let last):
      return TemporalValue(.range(zoned(first), zoned(last)), modifier: modifier)
    case .set(let point):
      return TemporalValue(.set(zoned(point)), modifier: modifier)
    case .duration, .durationRange, .period, .unresolved:
      return self
    }
  }

  /// The first day that the value covers; nil where it is not definite.
  public var firstDay: CivilDate? {
    definiteDays.flatMap { CivilDate(daysSinceEpoch: $0.lowerBound) }
  }

  /// A value of which only the kind is known.
  public static func unresolved(_ kind: Timex.Kind) -> TemporalValue {
    TemporalValue(.unresolved(kind))
  }

  /// Some point before, about or after the present.
  public static func reference(_ reference: TemporalReference) -> TemporalValue {
    TemporalValue(TemporalPoint(.reference(reference)))
  }
}
