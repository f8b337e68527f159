import RuleEngine
import Temporal

/// The arguments of one call; those that must be there are.
struct TemporalArguments: Sendable {
  private(set) var values: [Value?]
  let context: ValueContext

  /// The day that deictics are read against.
  var reference: CivilDate? {
    context.referenceDate.flatMap { CivilDate(year: $0.year, month: $0.month, day: $0.day) }
  }

  func integer(_ index: Int) -> Int? {
    if case .integer(let integer)? = values[index] { integer } else { nil }
  }

  func text(_ index: Int) -> String? {
    if case .text(let text)? = values[index] { text } else { nil }
  }

  func reading(_ index: Int) -> TemporalReading? { values[index]?.reading }

  func temporal(_ index: Int) -> TemporalValue? { reading(index)?.value }

  func number(_ index: Int) -> DecimalNumber? {
    if case .opaque(let value)? = values[index] { value as? DecimalNumber } else { nil }
  }

  /// The year that a temporal argument names, or lies in.
  func year(_ index: Int) -> Int? { temporal(index)?.firstDay?.year }

  /// A day of a year that is not known: nil where the argument is there and has no year either.
  func openDay(_ index: Int) -> TemporalReading? {
    guard let value = temporal(index) else { return TemporalReading(.unresolved(.date)) }
    return value.isResolved ? nil : TemporalReading(.unresolved(.date))
  }

  /// A time of the clock whose third argument may name the part of the day; without one, hours up
  /// to 12 may lie after noon.
  func openClock(hour: Int, minute: Int?) -> TemporalReading? {
    let part = text(2).flatMap(DayPart.init)
    let hours = part == nil && (1...12).contains(hour) ? [hour, (hour + 12) % 24] : [hour]
    return TemporalReading(hours.compactMap { .clock(hour: $0, minute: minute, part: part) })
  }

  /// The case of an enumeration that an optional text names; nil for an unknown name.
  func choice<Choice: RawRepresentable<String>>(_ index: Int, _ missing: Choice) -> Choice? {
    guard let text = text(index) else { return missing }
    return Choice(rawValue: text)
  }

  /// The same arguments but one.
  func replacing(_ index: Int, by value: TemporalValue) -> TemporalArguments {
    var result = self
    result.values[index] = .opaque(TemporalReading(value))
    return result
  }
}

extension Value {
  /// What a temporal value of a rule is handed on as.
  var reading: TemporalReading? {
    if case .opaque(let value) = self { value as? TemporalReading } else { nil }
  }
}
