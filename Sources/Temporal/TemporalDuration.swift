/// A length of time as the text counts it: an amount for each unit that it names.
struct TemporalDuration: Hashable, Sendable {
  /// The amounts, longest unit first; seasons don't occur.
  private(set) var parts: [Part]

  struct Part: Hashable, Sendable {
    var unit: TemporalUnit
    var amount: TemporalAmount
  }

  /// Creates a duration; nil for seasons, which don't measure time.
  init?(_ amount: TemporalAmount, _ unit: TemporalUnit) {
    guard unit != .season else { return nil }
    parts = [Part(unit: unit, amount: amount)]
  }

  /// Half of one unit, in whole numbers of a smaller one where the calendar allows it.
  init?(halfOf unit: TemporalUnit) {
    let (count, smaller): (Int, TemporalUnit)
    switch unit {
    case .century: (count, smaller) = (50, .year)
    case .decade: (count, smaller) = (5, .year)
    case .year: (count, smaller) = (6, .month)
    case .halfYear: (count, smaller) = (3, .month)
    case .day: (count, smaller) = (12, .hour)
    case .hour: (count, smaller) = (30, .minute)
    case .minute: (count, smaller) = (30, .second)
    case .second, .week, .month, .quarter, .season:
      self.init(.half, unit)
      return
    }
    guard let amount = TemporalAmount(count) else { return nil }
    self.init(amount, smaller)
  }

  /// Both lengths together; nil where an amount grows too large.
  func adding(_ other: TemporalDuration) -> TemporalDuration? {
    var result = self
    for part in other.parts {
      if let index = result.parts.firstIndex(where: { $0.unit == part.unit }) {
        guard let sum = result.parts[index].amount.adding(part.amount) else { return nil }
        result.parts[index].amount = sum
      } else {
        let place = result.parts.firstIndex { $0.unit < part.unit } ?? result.parts.endIndex
        result.parts.insert(part, at: place)
      }
    }
    return result.rendered == nil ? nil : result
  }

  var isUnknown: Bool { parts.contains { $0.amount.isUnknown } }

  var reachesBelowDay: Bool { parts.contains { $0.unit.isBelowDay } }

  /// The smallest unit named.
  var finestUnit: TemporalUnit { parts[parts.count - 1].unit }

  /// The whole number of a small unit that the larger ones of a table make up; nil where it is not
  /// whole, not known or too large.
  func total(_ factors: [TemporalUnit: Int]) -> Int? {
    var sum: TemporalAmount? = TemporalAmount(0)
    for part in parts {
      guard let factor = factors[part.unit] else { continue }
      guard let amount = part.amount.multiplied(by: factor) else { return nil }
      sum = sum?.adding(amount)
    }
    return sum?.whole
  }

  /// The ISO 8601 form; nil where an amount is too large once it is turned into years or months.
  ///
  /// A known number of decades, half-years and quarters is written in years and months, as is a
  /// broken number of centuries. `C` and `DE` are TIMEX3's own.
  var rendered: String? {
    var amounts: [(designator: String, amount: TemporalAmount, isTime: Bool)] = []
    for part in parts {
      var factor = 1
      let designator: String
      switch part.unit {
      case .century where part.amount.isUnknown || part.amount.whole != nil: designator = "C"
      case .century: (designator, factor) = ("Y", 100)
      case .decade: (designator, factor) = part.amount.isUnknown ? ("DE", 1) : ("Y", 10)
      case .year: designator = "Y"
      case .halfYear: (designator, factor) = ("M", 6)
      case .quarter: (designator, factor) = ("M", 3)
      case .month: designator = "M"
      case .week: designator = "W"
      case .day: designator = "D"
      case .hour: designator = "H"
      case .minute: designator = "M"
      case .second: designator = "S"
      case .season: return nil
      }
      guard let amount = part.amount.multiplied(by: factor) else { return nil }
      let isTime = part.unit.isBelowDay
      if let last = amounts.last, last.designator == designator, last.isTime == isTime {
        guard let sum = last.amount.adding(amount) else { return nil }
        amounts[amounts.count - 1].amount = sum
      } else {
        amounts.append((designator, amount, isTime))
      }
    }
    var result = "P"
    var inTime = false
    for (designator, amount, isTime) in amounts {
      if isTime, !inTime {
        result += "T"
        inTime = true
      }
      result += "\(amount)\(designator)"
    }
    return result
  }
}
