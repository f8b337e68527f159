import RuleEngine
import Temporal
import TextModel

extension ValueType {
  /// A date, time, duration or set; a captured part gives the value of the mention in it.
  public static let temporal = ValueType("temporal value")
}

/// The functions by which rules make temporal values.
enum TemporalFunctions {
  typealias Parameters = [ValueFunction.Parameter]

  /// Every function by its name in rules.
  static let all: [String: ValueFunction] = points.merging(relations) { $1 }.merging(lengths) { $1 }

  // MARK: Points

  private static let points: [String: ValueFunction] = [
    "date": function([.required(.integer), .optional(.integer), .optional(.integer)]) {
      .date(year: $0.integer(0)!, month: $0.integer(1), day: $0.integer(2))
    },
    "month": function([.required(.integer), .optional(.integer)]) {
      .yearless(month: $0.integer(0)!, day: $0.integer(1))
    },
    "day": function([.required(.integer)]) { .dayOfMonth($0.integer(0)!) },
    "year": function([.required(.integer), .optional(.text)]) { arguments in
      guard let era = arguments.choice(1, Era.common) else { return nil }
      return .year(arguments.integer(0)!, era: era)
    },
    "short-year": function([.required(.integer)]) {
      .shortYear($0.integer(0)!, reference: $0.reference)
    },
    "short-date": function([.required(.integer), .required(.integer), .required(.integer)]) {
      guard let year = TemporalValue.shortYear($0.integer(0)!, reference: $0.reference),
        let day = TemporalValue.yearless(month: $0.integer(1)!, day: $0.integer(2)!)
      else { return nil }
      return .within(year, day)
    },
    "week": function([.required(.integer)]) { .week($0.integer(0)!) },
    "century": function([.required(.integer), .optional(.text)]) { arguments in
      guard let era = arguments.choice(1, Era.common) else { return nil }
      return .century(arguments.integer(0)!, era: era)
    },
    "decade": function([.required(.integer)]) { .decade(startingAt: $0.integer(0)!) },
    "short-decade": function([.required(.integer)]) {
      .shortDecade($0.integer(0)!, reference: $0.reference)
    },
    "quarter": function([.required(.integer)]) { .quarter($0.integer(0)!) },
    "half": function([.required(.integer)]) { .half($0.integer(0)!) },
    "season": function([.required(.text)]) {
      $0.text(0).flatMap(Season.init).flatMap { .season($0) }
    },
    "weekday": function([.required(.integer)]) { .weekday($0.integer(0)!) },
    // The weekday, which of them (-1 is the last), and the month.
    "nth-weekday": function([.required(.integer), .required(.integer), .required(.temporal)]) {
      .weekday($0.integer(0)!, ordinal: $0.integer(1)!, in: $0.temporal(2)!)
    },
    "weekend": function([]) { _ in .weekend() },
    "clock": function([
      .required(.integer), .optional(.integer), .optional(.text), .optional(.integer),
    ]) { arguments in
      .clock(
        hour: arguments.integer(0)!, minute: arguments.integer(1), second: arguments.integer(3),
        part: arguments.text(2).flatMap(DayPart.init))
    },
    "daypart": function([.required(.text)]) {
      $0.text(0).flatMap(DayPart.init).map { .dayPart($0) }
    },
    "reference": function([.required(.text)]) {
      $0.text(0).flatMap(TemporalReference.init).map { .reference($0) }
    },
  ]

  // MARK: Relations

  private static let relations: [String: ValueFunction] = [
    "within": function([.required(.temporal), .required(.temporal)]) {
      .within($0.temporal(0)!, $0.temporal(1)!)
    },
    // One inside the other, of those that are there.
    "join": function([
      .optional(.temporal), .optional(.temporal), .optional(.temporal), .optional(.temporal),
    ]) { arguments in
      let parts = (0..<4).compactMap { arguments.temporal($0) }
      guard let first = parts.first else { return nil }
      return parts.dropFirst().reduce(first) { whole, part in whole.flatMap { .within($0, part) } }
    },
    "range": function([.required(.temporal), .required(.temporal)]) {
      .range($0.temporal(0)!, $0.temporal(1)!)
    },
    "mod": function([.optional(.text), .required(.temporal)]) { arguments in
      guard let name = arguments.text(0) else { return arguments.temporal(1) }
      return TemporalModifier(rawValue: name).map { arguments.temporal(1)!.with($0) }
    },
    "relative": function([.required(.text), .required(.integer)]) { arguments in
      arguments.text(0).flatMap { TemporalUnit(name: $0) }.flatMap {
        .relative($0, offset: arguments.integer(1)!, reference: arguments.reference)
      }
    },
    "occurrence": function([.required(.temporal), .required(.integer)]) {
      .relative($0.temporal(0)!, offset: $0.integer(1)!, reference: $0.reference)
    },
    "ago": function([.required(.temporal)]) {
      .ago($0.temporal(0)!, reference: $0.reference)
    },
    "hence": function([.required(.temporal)]) {
      .hence($0.temporal(0)!, reference: $0.reference)
    },
    "same": function([.required(.temporal)]) { $0.temporal(0) },
    "unknown": function([.required(.text)]) {
      $0.text(0).flatMap { Timex.Kind(rawValue: $0) }.map { .unresolved($0) }
    },
  ]

  // MARK: Lengths

  private static let lengths: [String: ValueFunction] = [
    "duration": function([.required(.number), .required(.text)]) { arguments in
      guard let amount = arguments.number(0).flatMap({ TemporalAmount(text: $0.description) })
      else { return nil }
      return arguments.text(1).flatMap { TemporalUnit(name: $0) }.flatMap { .duration(amount, $0) }
    },
    "decimal-duration": function([.required(.surface), .required(.text)]) { arguments in
      let digits = arguments.text(0)!.filter { $0 != " " }.map { $0 == "," ? "." : $0 }
      guard let amount = TemporalAmount(text: String(digits)) else { return nil }
      return arguments.text(1).flatMap { TemporalUnit(name: $0) }.flatMap { .duration(amount, $0) }
    },
    "vague-duration": function([.required(.text)]) {
      $0.text(0).flatMap { TemporalUnit(name: $0) }.flatMap { .duration(.unknown, $0) }
    },
    "half-duration": function([.required(.text)]) {
      $0.text(0).flatMap { TemporalUnit(name: $0) }.flatMap { .halfDuration($0) }
    },
    "sum": function([.required(.temporal), .required(.temporal)]) {
      .sum($0.temporal(0)!, $0.temporal(1)!)
    },
    "every": function([.required(.temporal)]) { .every($0.temporal(0)!) },
  ]

  private static func function(
    _ parameters: Parameters, _ make: @escaping @Sendable (TemporalArguments) -> TemporalValue?
  ) -> ValueFunction {
    ValueFunction(parameters, gives: .temporal) { values, context in
      for (value, parameter) in zip(values, parameters) where parameter.type == .temporal {
        if value?.temporal == nil, !parameter.isOptional { return nil }
      }
      return make(TemporalArguments(values: values, context: context)).map { .opaque($0) }
    }
  }
}

/// The arguments of one call; those that must be there are.
struct TemporalArguments {
  let values: [Value?]
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

  func temporal(_ index: Int) -> TemporalValue? { values[index]?.temporal }

  func number(_ index: Int) -> DecimalNumber? {
    if case .opaque(let value)? = values[index] { value as? DecimalNumber } else { nil }
  }

  /// The case of an enumeration that an optional text names; nil for an unknown name.
  func choice<Choice: RawRepresentable<String>>(_ index: Int, _ missing: Choice) -> Choice? {
    guard let text = text(index) else { return missing }
    return Choice(rawValue: text)
  }
}

extension Value {
  fileprivate var temporal: TemporalValue? {
    if case .opaque(let value) = self { value as? TemporalValue } else { nil }
  }
}
