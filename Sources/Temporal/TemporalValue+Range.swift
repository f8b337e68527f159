/// Ranges from one value to another.
extension TemporalValue {
  /// The range from one value to another, each completed by what only the other says.
  ///
  /// - A day of the month takes the other's month and year: 5 and `XXXX-10-10` are
  ///   `XXXX-10-05/XXXX-10-10`.
  /// - A part of a year takes the other's year; where the range would run backwards, the year
  ///   after a first point's, the year before a last point's.
  /// - A year or a decade below 100 takes the other's century, or the next where it would run
  ///   backwards: 2021 and 25 are `2021/2025`.
  /// - A weekday after a definite day is the next such day.
  /// - A time of the day takes the other's day; past midnight, the day after or before.
  ///
  /// Two points of open years may run backwards, as winters, weekends and nights do. Modifiers of
  /// the ends are dropped.
  ///
  /// - Returns: The range, of points or of two lengths of time; an unresolved value where an end is
  ///   unresolved; nil where the ends don't go together, or the range runs backwards.
  public static func range(_ first: TemporalValue, _ last: TemporalValue) -> TemporalValue? {
    switch (first.content, last.content) {
    case (.point(let first), .point(let last)):
      guard let (begin, end) = RangeCompletion.complete(first, last) else { return nil }
      return TemporalValue(.range(begin, end))
    case (.duration(let least), .duration(let most)):
      return TemporalValue(.durationRange(least, most))
    case (.unresolved(let left), .point), (.unresolved(let left), .unresolved),
      (.point, .unresolved(let left)):
      let kinds = [left, first.kind, last.kind]
      guard kinds.allSatisfy({ $0 == .date || $0 == .time }) else {
        return kinds.allSatisfy { $0 == left } ? .unresolved(left) : nil
      }
      return .unresolved(kinds.contains(.time) ? .time : .date)
    default:
      return nil
    }
  }
}
