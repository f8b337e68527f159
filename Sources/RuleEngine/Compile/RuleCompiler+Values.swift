import RuleSyntax
import TextModel

extension RuleCompiler {
  /// Resolves and checks the clauses that make values.
  mutating func compileValues(
    of rule: RuleDeclaration, parts: CapturedParts
  ) -> [String: CompiledExpression] {
    var values: [String: CompiledExpression] = [:]
    for (clause, expression) in rule.values.sorted(by: { $0.key < $1.key }) {
      let wanted = environment.resultType(clause, rule.label)
      values[clause] = compile(expression, as: wanted, parts: parts, rule: rule)
    }
    return values
  }

  private mutating func compile(
    _ expression: ValueExpression, as wanted: ValueType, parts: CapturedParts, rule: RuleDeclaration
  ) -> CompiledExpression? {
    switch expression {
    case .integer(let integer):
      if wanted == .number { return .decimal(integer) }
      guard wanted == .integer else { return mismatch("a number", wanted, at: rule.place) }
      return .integer(integer)
    case .text(let text):
      guard wanted == .text || wanted == .surface else {
        return mismatch("a text", wanted, at: rule.place)
      }
      return .text(text)
    case .capture(let name, let place):
      guard let part = part(name, parts, at: place) else { return nil }
      return .capture(part, wanted)
    case .column(let name, let column, let place):
      guard let part = part(name, parts, at: place) else { return nil }
      guard wanted == .integer || wanted == .text || wanted == .surface else {
        return mismatch("a cell of a lexicon", wanted, at: place)
      }
      let lexicons = parts.captures[part].lexicons
      if !lexicons.contains(where: { program.lexicons[$0].column(column) != nil }) {
        report("no lexicon in the part \"\(name)\" has a column \"\(column)\"", at: place)
      }
      return .column(capture: part, name: column, wanted)
    case .call(let name, let arguments, let place):
      return call(name, arguments, at: place, as: wanted, parts: parts, rule: rule)
    }
  }

  private mutating func call(
    _ name: String, _ arguments: [ValueExpression], at place: Place, as wanted: ValueType,
    parts: CapturedParts, rule: RuleDeclaration
  ) -> CompiledExpression? {
    guard let function = environment.functions[name] else {
      let hint = NearestName.hint(name, among: environment.functions.keys)
      report("no function is called \"\(name)\"\(hint)", at: place)
      return nil
    }
    guard function.result == wanted else {
      return mismatch("the \(function.result.name) that \"\(name)\" gives", wanted, at: place)
    }
    let required = function.parameters.prefix { !$0.isOptional }.count
    guard (required...function.parameters.count).contains(arguments.count) else {
      let range =
        required == function.parameters.count
        ? "\(required)" : "\(required) to \(function.parameters.count)"
      report("\"\(name)\" takes \(range) arguments, here are \(arguments.count)", at: place)
      return nil
    }
    var compiled: [CompiledExpression?] = []
    for (parameter, argument) in zip(function.parameters, arguments) {
      compiled.append(compile(argument, as: parameter.type, parts: parts, rule: rule))
    }
    return .call(name: name, function, compiled)
  }

  private mutating func part(_ name: String, _ parts: CapturedParts, at place: Place) -> Int? {
    if let part = parts.captures.firstIndex(where: { $0.name == name }) { return part }
    let hint = NearestName.hint(name, among: parts.captures.map(\.name))
    report("the pattern captures no part \"\(name)\"\(hint)", at: place)
    return nil
  }

  private mutating func mismatch(
    _ found: String, _ wanted: ValueType, at place: Place
  ) -> CompiledExpression? {
    report("\(found) stands where a \(wanted.name) is wanted", at: place)
    return nil
  }
}
