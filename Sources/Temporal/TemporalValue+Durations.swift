/// Lengths of time and repetitions.
extension TemporalValue {
  /// A length of time: `P3Y`, `PT9.58S`, `PXY`; nil for seasons and for absurd amounts.
  public static func duration(_ amount: TemporalAmount, _ unit: TemporalUnit) -> TemporalValue? {
    guard let duration = TemporalDuration(amount, unit), duration.rendered != nil else {
      return nil
    }
    return TemporalValue(.duration(duration))
  }

  /// Half of one unit, in whole numbers of a smaller one where the calendar allows it: `PT30M`,
  /// `P6M`, but `P0.5W`; nil for seasons.
  public static func halfDuration(_ unit: TemporalUnit) -> TemporalValue? {
    TemporalDuration(halfOf: unit).map { TemporalValue(.duration($0)) }
  }

  /// Two lengths of time together: `P1Y6M`; nil where one is none.
  public static func sum(_ first: TemporalValue, _ second: TemporalValue) -> TemporalValue? {
    guard case .duration(let left) = first.content, case .duration(let right) = second.content,
      let sum = left.adding(right)
    else { return nil }
    return TemporalValue(.duration(sum), modifier: second.modifier ?? first.modifier)
  }

  /// The repetition of a value: after each length of time (`P1D`), or at each point of a name
  /// (`XXXX-WXX-5`, `XXXX-12-16`, `XXXX-XX-XXT06:00`).
  ///
  /// - Returns: nil for a range, a reference, and a point that can't come again, as 2021-05-12.
  public static func every(_ value: TemporalValue) -> TemporalValue? {
    switch value.content {
    case .duration(let duration):
      return TemporalValue(.period(duration), modifier: value.modifier)
    case .point(let point):
      switch point.date {
      case .weekday, .weekend(nil, _), .anyDay, .day(_, _, nil), .half(_, nil), .quarter(_, nil),
        .season(_, nil), .month(_, nil), .week(_, nil):
        return TemporalValue(.set(point), modifier: value.modifier)
      default:
        return nil
      }
    case .set, .period, .unresolved(.set):
      return value
    case .unresolved:
      return .unresolved(.set)
    case .range, .durationRange:
      return nil
    }
  }

  /// The repetition of one unit: `P1D` for each day, `P3M` for each quarter; nil for seasons.
  public static func every(_ unit: TemporalUnit) -> TemporalValue? {
    TemporalAmount(1).flatMap { duration($0, unit) }.flatMap(every)
  }
}
