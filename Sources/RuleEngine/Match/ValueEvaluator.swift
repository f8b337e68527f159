import TextModel

/// Makes the values of one match.
struct ValueEvaluator {
  let program: RuleProgram
  let rule: CompiledRule
  let types: WordTypes
  let tokens: TokenTable
  let finder: NameFinder
  let context: ValueContext
  /// The dictionary form of a run of tokens.
  let canonical: (Range<Int>) -> String
  /// The matches of earlier phases in the sentence, in the order of their starts.
  let earlier: [RuleMatch]
  /// The tokens of each captured part, nil where it was not met.
  let parts: [Range<Int>?]

  /// All clauses of the rule, or nil where one of them has no value: the match is impossible.
  func values() -> [String: Value]? {
    var values: [String: Value] = [:]
    for (clause, expression) in rule.values {
      guard let value = evaluate(expression) else { return nil }
      values[clause] = value
    }
    return values
  }

  private func evaluate(_ expression: CompiledExpression) -> Value? {
    switch expression {
    case .integer(let integer): return .integer(integer)
    case .decimal(let integer): return .opaque(DecimalNumber(integer))
    case .text(let text): return .text(text)
    case .capture(let part, let type):
      return parts[part].flatMap { value(of: $0, part, as: type) }
    case .column(let part, let name, let type):
      guard let cell = parts[part].flatMap({ cell(named: name, of: $0, part) }) else { return nil }
      return type == .integer ? Int(cell).map { .integer($0) } : .text(cell)
    case .call(_, let function, let arguments):
      var values: [Value?] = []
      for (parameter, argument) in zip(function.parameters, arguments) {
        let value = argument.flatMap { evaluate($0) }
        if value == nil {
          // A part that was not met may be missing; a part with no value makes the match impossible.
          guard parameter.isOptional, argument.map({ isUnmet($0) }) != false else { return nil }
        }
        values.append(value)
      }
      for _ in arguments.count..<function.parameters.count { values.append(nil) }
      return function.apply(values, context)
    }
  }

  private func isUnmet(_ expression: CompiledExpression) -> Bool {
    switch expression {
    case .capture(let part, _), .column(let part, _, _): parts[part] == nil
    case .integer, .decimal, .text: false
    case .call(_, _, let arguments): arguments.contains { $0.map { isUnmet($0) } == true }
    }
  }

  private func value(of range: Range<Int>, _ part: Int, as type: ValueType) -> Value? {
    switch type {
    case .integer: return number(of: range, part)?.whole.map { .integer($0) }
    case .number: return number(of: range, part).map { .opaque($0) }
    case .text: return .text(canonical(range))
    case .surface:
      let words = range.map { String(decoding: types.normBytes(tokens.types[$0]), as: UTF8.self) }
      return .text(words.joined(separator: " "))
    default:
      // The value of an earlier mention that the part is or contains.
      let labels = rule.captures[part].labels
      let inside = earlierMatches(from: range).filter {
        $0.tokens.upperBound <= range.upperBound
          && $0.values["value"] != nil && labels.contains(program.rules[$0.rule].labelIndex)
      }
      return inside.max { $0.tokens.count < $1.tokens.count }?.values["value"]
    }
  }

  /// The earlier matches that begin in a range.
  private func earlierMatches(from range: Range<Int>) -> ArraySlice<RuleMatch> {
    let first = earlier.firstSorted { $0.tokens.lowerBound >= range.lowerBound }
    return earlier[first...].prefix { $0.tokens.lowerBound < range.upperBound }
  }

  /// The number that a part writes: that of an earlier mention, or digits, roman numerals and
  /// numerals of a lexicon, put together.
  private func number(of range: Range<Int>, _ part: Int) -> DecimalNumber? {
    if let earlier = earlierNumber(in: range, part) { return earlier }
    var reader = NumberReader(tokens: tokens, types: types)
    return reader.read(range) { cell(named: "number", of: $0..<$0 + 1, part).flatMap { Int($0) } }
  }

  private func earlierNumber(in range: Range<Int>, _ part: Int) -> DecimalNumber? {
    let labels = rule.captures[part].labels
    for match in earlierMatches(from: range).reversed()
    where match.tokens == range && labels.contains(program.rules[match.rule].labelIndex) {
      switch match.values["value"] {
      case .integer(let integer)?: return DecimalNumber(integer)
      case .opaque(let value)?: if let number = value as? DecimalNumber { return number }
      case .text, nil: break
      }
    }
    return nil
  }

  /// A cell of the row that a part stands for, in one of the lexicons that its pattern names; of a
  /// part that is no row, that of the first token in it that is one.
  private func cell(named name: String, of range: Range<Int>, _ part: Int) -> String? {
    for span in [range] + range.map({ $0..<$0 + 1 }) {
      var isRow = false
      for (row, _) in finder.rows(of: tokens.types[span]) {
        guard rule.captures[part].lexicons.contains(Int(row.lexicon)) else { continue }
        let lexicon = program.lexicons[Int(row.lexicon)]
        guard let column = lexicon.column(name) else { continue }
        let cell = lexicon.rows[Int(row.row)].cells[column]
        if !cell.isEmpty { return cell }
        isRow = true
      }
      if isRow, span == range { return nil }
    }
    return nil
  }
}
