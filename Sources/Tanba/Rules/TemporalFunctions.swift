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
  static let all: [String: ValueFunction] = [points, relations, lengths, calendars, anaphors]
    .reduce([:]) { $0.merging($1) { $1 } }

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
    "short-year": reading([.required(.integer)]) { arguments in
      TemporalReading(
        TemporalValue.shortYears(arguments.integer(0)!, reference: arguments.reference))
    },
    // The month before the day, where it may as well be that.
    "either-date": reading([.required(.temporal), .required(.integer), .required(.integer)]) {
      arguments in
      let (month, day) = (arguments.integer(1)!, arguments.integer(2)!)
      guard let year = arguments.reading(0) else { return nil }
      let orders = month == day ? [(month, day)] : [(month, day), (day, month)]
      return TemporalReading(
        ([year.value] + year.others).flatMap { year in
          orders.compactMap { month, day in
            TemporalValue.yearless(month: month, day: day).flatMap { .within(year, $0) }
          }
        }, needsFirst: TemporalValue.yearless(month: month, day: day) != nil)
    },
    "week": function([.required(.integer)]) { .week($0.integer(0)!) },
    "century": function([.required(.integer), .optional(.text)]) { arguments in
      guard let era = arguments.choice(1, Era.common) else { return nil }
      return .century(arguments.integer(0)!, era: era)
    },
    "millennium": function([.required(.integer), .optional(.text)]) { arguments in
      guard let era = arguments.choice(1, Era.common) else { return nil }
      return .millennium(arguments.integer(0)!, era: era)
    },
    "decade": function([.required(.integer)]) { .decade(startingAt: $0.integer(0)!) },
    // The first ten years of a century, the second …; to stand within one.
    "decade-of-century": function([.required(.integer)]) { arguments in
      let number = arguments.integer(0)!
      return (1...10).contains(number) ? .decade(startingAt: number * 10 - 10) : nil
    },
    "short-decade": reading([.required(.integer)]) { arguments in
      TemporalReading(
        TemporalValue.shortDecades(arguments.integer(0)!, reference: arguments.reference))
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
    // A clock of twelve hours, where no part of the day says which half is meant.
    "open-clock": reading([.required(.integer), .optional(.integer), .optional(.text)]) {
      arguments in
      arguments.openClock(hour: arguments.integer(0)!, minute: arguments.integer(1))
    },
    // So many minutes before an hour of such a clock.
    "clock-before": reading([.required(.integer), .required(.integer), .optional(.text)]) {
      arguments in
      let (hour, minutes) = (arguments.integer(0)!, arguments.integer(1)!)
      guard (1...24).contains(hour), (1...59).contains(minutes) else { return nil }
      return arguments.openClock(hour: hour == 1 ? 12 : hour - 1, minute: 60 - minutes)
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
    // Of a time of the day alone the other half is no reading, where a second one follows.
    "range": function(
      mayDiffer: { $0.kind != .time }, [.required(.temporal), .required(.temporal)]
    ) {
      .range($0.temporal(0)!, $0.temporal(1)!)
    },
    // The second with the year of the first, where it is of the same kind and has none.
    "alike": function([.required(.temporal), .required(.temporal)]) { arguments in
      arguments.temporal(1)!.completed(like: arguments.temporal(0)!)
    },
    "mod": function([.optional(.text), .required(.temporal)]) { arguments in
      guard let name = arguments.text(0) else { return arguments.temporal(1) }
      return TemporalModifier(rawValue: name).map { arguments.temporal(1)!.with($0) }
    },
    "relative": function(isRelative: true, [.required(.text), .required(.integer)]) { arguments in
      arguments.text(0).flatMap { TemporalUnit(name: $0) }.flatMap {
        .relative($0, offset: arguments.integer(1)!, reference: arguments.reference)
      }
    },
    "occurrence": function(isRelative: true, [.required(.temporal), .required(.integer)]) {
      .relative($0.temporal(0)!, offset: $0.integer(1)!, reference: $0.reference)
    },
    "ago": function(isRelative: true, [.required(.temporal)]) {
      .ago($0.temporal(0)!, reference: $0.reference)
    },
    "hence": function(isRelative: true, [.required(.temporal)]) {
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
    "sum": function([.required(.temporal), .required(.temporal), .optional(.temporal)]) {
      arguments in
      let sum = TemporalValue.sum(arguments.temporal(0)!, arguments.temporal(1)!)
      guard let third = arguments.temporal(2) else { return sum }
      return sum.flatMap { .sum($0, third) }
    },
    "every": function([.required(.temporal)]) { .every($0.temporal(0)!) },
    // So often in each such length of time.
    "times": function([.required(.temporal), .required(.integer)]) { arguments in
      .every(arguments.temporal(0)!)?.repeated(times: arguments.integer(1)!)
    },
  ]

  // MARK: Time zones and calendars

  private static let calendars: [String: ValueFunction] = [
    "zoned": function([.required(.temporal), .required(.integer)]) {
      $0.temporal(0)!.zoned(minutes: $0.integer(1)!)
    },
    // The same where the zone stands beside the time; before a day it may have been another.
    "by-clock": function([
      .required(.temporal), .required(.integer), .optional(.text), .optional(.integer),
    ]) { arguments in
      let time = arguments.temporal(0)!
      var minutes = arguments.integer(1)!
      if let since = arguments.text(2), let earlier = arguments.integer(3) {
        guard let start = CivilDate(since) else { return nil }
        if let day = time.firstDay ?? arguments.reference, day < start { minutes = earlier }
      }
      // A clock that was changed twice a year has no offset of its own.
      return time.zoned(minutes: minutes, isAside: true) ?? time
    },
    // Minutes of an hour with the sign of the offset, hours and minutes.
    "offset": ValueFunction(
      [.required(.integer), .required(.integer), .optional(.integer)], gives: .integer
    ) { values, context in
      let arguments = TemporalArguments(values: values, context: context)
      guard let hour = arguments.integer(0), let hours = arguments.integer(1) else { return nil }
      return .integer(hour * hours + hour / 60 * (arguments.integer(2) ?? 0))
    },
    "islamic": reading([.required(.integer), .required(.integer), .optional(.temporal)]) {
      arguments in
      guard let year = arguments.year(2) else { return arguments.openDay(2) }
      return TemporalReading(
        IslamicDates.days(month: arguments.integer(0)!, day: arguments.integer(1)!, inYear: year))
    },
    "easter": function([.required(.text), .optional(.temporal)]) { arguments in
      guard let church = arguments.text(0).flatMap(Easter.init) else { return nil }
      guard let year = arguments.year(1) else { return arguments.openDay(1)?.value }
      return church.day(inYear: year).map { TemporalValue($0) }
    },
  ]

  // MARK: What the text has spoken of

  private static let anaphors: [String: ValueFunction] = [
    // The year, month, day … that the text spoke of last.
    "that": reading([.required(.text), .optional(.integer)]) { arguments in
      guard let unit = arguments.text(0).flatMap({ TemporalUnit(name: $0) }) else { return nil }
      let offset = arguments.integer(1) ?? 0
      var reading = TemporalReading(TemporalValue.unresolved(unit.isBelowDay ? .time : .date))
      reading.anaphor = Anaphor(unit: unit, isDeictic: false) {
        .relative(unit, offset: offset, reference: $0)
      }
      return reading
    },
    // This one or the next, counted from what the text spoke of where that lies well before the
    // reference date.
    "this": reading([.required(.text), .required(.integer)]) { arguments in
      let offset = arguments.integer(1)!
      guard let unit = arguments.text(0).flatMap({ TemporalUnit(name: $0) }),
        let value = TemporalValue.relative(unit, offset: offset, reference: arguments.reference)
      else { return nil }
      var reading = TemporalReading(value, isRelative: true)
      guard offset >= 0 else { return reading }
      reading.anaphor = Anaphor(unit: unit, isDeictic: true) {
        .relative(unit, offset: offset, reference: $0)
      }
      return reading
    },
  ]

  // MARK: Readings

  /// A function whose value follows from its arguments alone: what they may mean otherwise, it may.
  private static func function(
    isRelative: Bool = false,
    mayDiffer: @escaping @Sendable (TemporalValue) -> Bool = { _ in true },
    _ parameters: Parameters,
    _ make: @escaping @Sendable (TemporalArguments) -> TemporalValue?
  ) -> ValueFunction {
    reading(parameters) { arguments in
      guard let value = make(arguments) else { return nil }
      var reading = TemporalReading(value, isRelative: isRelative)
      for (index, argument) in arguments.values.enumerated() {
        guard let part = argument?.reading else { continue }
        reading.isRelative = reading.isRelative || part.isRelative
        for other in part.others where mayDiffer(value) {
          if let value = make(arguments.replacing(index, by: other)) {
            reading.others.append(value)
          }
        }
        guard reading.anaphor == nil, let anaphor = part.anaphor else { continue }
        reading.anaphor = Anaphor(unit: anaphor.unit, isDeictic: anaphor.isDeictic) { date in
          anaphor.resolve(date).flatMap { make(arguments.replacing(index, by: $0)) }
        }
      }
      return reading
    }
  }

  private static func reading(
    _ parameters: Parameters,
    _ make: @escaping @Sendable (TemporalArguments) -> TemporalReading?
  ) -> ValueFunction {
    ValueFunction(parameters, gives: .temporal) { values, context in
      for (value, parameter) in zip(values, parameters) where parameter.type == .temporal {
        if value?.reading == nil, !parameter.isOptional { return nil }
      }
      return make(TemporalArguments(values: values, context: context)).map { .opaque($0) }
    }
  }
}
