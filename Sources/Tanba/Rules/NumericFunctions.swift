import RuleEngine

extension ValueType {
  /// A number with its unit.
  static let measure = ValueType("measure")
}

/// The functions by which rules make numbers, and the values of numeric mentions.
enum NumericFunctions {
  typealias Parameters = [ValueFunction.Parameter]

  /// Every function by its name in rules.
  static let all: [String: ValueFunction] = numbers.merging(measures) { $1 }

  private static let numbers: [String: ValueFunction] = [
    "number": number([.required(.number)]) { $0.number(0) },
    "negative": number([.required(.number)]) { $0.number(0)?.negated },
    "product": number([.required(.number), .required(.number)]) { arguments in
      arguments.number(1).flatMap { arguments.number(0)?.multiplied(by: $0) }
    },
    "plus-half": number([.required(.number)]) { arguments in
      DecimalNumber(digits: 5, scale: 1).flatMap { arguments.number(0)?.adding($0) }
    },
    // Whole, numerator and denominator: 6, 5 and 10 are 6.5.
    "decimal": number([.required(.number), .required(.number), .required(.number)]) { arguments in
      arguments.number(2).flatMap { arguments.number(1)?.divided(byPowerOfTen: $0) }
        .flatMap { arguments.number(0)?.adding($0) }
    },
    // A decimal as it is spoken: 3 and 5 are 3.5, 1 and 67 are 1.67.
    "spoken-decimal": number([.required(.number), .required(.number)]) { arguments in
      guard let decimals = arguments.number(1)?.whole, (0..<1000).contains(decimals) else {
        return nil
      }
      return DecimalNumber(digits: decimals, scale: String(decimals).count)
        .flatMap { arguments.number(0)?.adding($0) }
    },
    "half-of": number([.required(.number)]) { arguments in
      DecimalNumber(digits: 5, scale: 1).flatMap { arguments.number(0)?.multiplied(by: $0) }
    },
  ]

  private static let measures: [String: ValueFunction] = [
    // A number, its unit, and the unit for each of which it is.
    "amount": measure([.required(.number), .optional(.text), .optional(.text)]) { arguments in
      arguments.number(0).map {
        Measure(value: $0.description, unit: unit(arguments.text(1), per: arguments.text(2)))
      }
    },
    "amounts": measure([
      .required(.number), .optional(.number), .optional(.text), .optional(.text),
    ]) { arguments in
      guard let first = arguments.number(0) else { return nil }
      guard let last = arguments.number(1) else {
        return Measure(
          value: first.description, unit: unit(arguments.text(2), per: arguments.text(3)))
      }
      return Measure(
        value: "\(first.scaled(like: last))..\(last)",
        unit: unit(arguments.text(2), per: arguments.text(3)))
    },
    // A number of a unit and one of a smaller one: in the first, where both are metric.
    "compound": measure([
      .required(.number), .required(.text), .required(.number), .required(.text),
    ]) { arguments in
      guard let first = arguments.number(0), let second = arguments.number(2),
        let unit = arguments.text(1), let smaller = arguments.text(3)
      else { return nil }
      guard let exponent = MetricUnit.exponent(from: unit, to: smaller),
        let part = DecimalNumber(digits: 1, scale: exponent).flatMap(second.multiplied(by:)),
        let sum = first.adding(part)
      else { return Measure(value: "\(first) \(unit) \(second)", unit: smaller) }
      return Measure(value: sum.description, unit: unit)
    },
    "fraction": measure([.required(.number), .required(.number)]) { arguments in
      guard let numerator = arguments.number(0), let denominator = arguments.number(1),
        denominator.whole != 0
      else { return nil }
      return Measure(value: "\(numerator)/\(denominator)")
    },
    "vague": measure([.required(.number), .optional(.text)]) { arguments in
      arguments.number(0).map { Measure(value: "\($0)..", unit: arguments.text(1)) }
    },
  ]

  private static func unit(_ unit: String?, per other: String?) -> String? {
    guard let unit, let other else { return unit }
    return unit + "/" + other
  }

  private static func number(
    _ parameters: Parameters, _ make: @escaping @Sendable (TemporalArguments) -> DecimalNumber?
  ) -> ValueFunction {
    ValueFunction(parameters, gives: .number) { values, context in
      make(TemporalArguments(values: values, context: context)).map { .opaque($0) }
    }
  }

  private static func measure(
    _ parameters: Parameters, _ make: @escaping @Sendable (TemporalArguments) -> Measure?
  ) -> ValueFunction {
    ValueFunction(parameters, gives: .measure) { values, context in
      make(TemporalArguments(values: values, context: context)).map { .opaque($0) }
    }
  }
}

extension DecimalNumber {
  /// The first of two numbers with the thousands or millions that only the second one names: 30
  /// before 40000 is 30000.
  fileprivate func scaled(like last: DecimalNumber) -> DecimalNumber {
    guard let whole, whole > 0, let end = last.whole else { return self }
    for scale in [1_000_000_000_000, 1_000_000_000, 1_000_000, 1000]
    where end % scale == 0 && end / scale > whole {
      return multiplied(by: scale) ?? self
    }
    return self
  }
}
