/// A unit of time, from the second up; ordered by length.
public enum TemporalUnit: String, CaseIterable, Hashable, Sendable {
  /// A second.
  case second
  /// A minute.
  case minute
  /// An hour.
  case hour
  /// A day.
  case day
  /// A week from Monday to Sunday.
  case week
  /// A calendar month.
  case month
  /// A quarter of a year, from January.
  case quarter
  /// A season: spring from March, winter from December.
  case season
  /// A half of a year, from January.
  case halfYear = "half-year"
  /// A calendar year.
  case year
  /// Ten years, from one that ends in 0.
  case decade
  /// A hundred years, from one that ends in 00.
  case century

  /// Creates a unit from its English name in lower case: `day`, `half-year`; nil for all else.
  public init?(name: some StringProtocol) {
    self.init(rawValue: String(name))
  }

  /// Whether the unit is shorter than a day.
  public var isBelowDay: Bool { self < .day }
}

extension TemporalUnit: Comparable {
  /// Whether a unit is shorter than another.
  public static func < (left: TemporalUnit, right: TemporalUnit) -> Bool {
    left.order < right.order
  }

  private var order: Int {
    switch self {
    case .second: 0
    case .minute: 1
    case .hour: 2
    case .day: 3
    case .week: 4
    case .month: 5
    case .quarter: 6
    case .season: 7
    case .halfYear: 8
    case .year: 9
    case .decade: 10
    case .century: 11
    }
  }
}
