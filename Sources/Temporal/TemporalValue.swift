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
    return TemporalValue(content, modifier: modifier)
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
