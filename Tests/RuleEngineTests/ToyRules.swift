import RuleEngine
import RuleSyntax
import TextModel

/// A rule set of the toy language, ready to match.
struct ToyRules {
  let program: RuleProgram
  private let matcher: RuleMatcher
  private let types = WordTypes()

  init(_ rules: String, lexicons: [String: String] = [:]) throws {
    let source = try Self.source(rules, lexicons)
    let tables = try source.lexicons.map {
      try Lexicon(name: $0.name, file: SourceFile(name: $0.path, text: lexicons[$0.name] ?? ""))
    }
    self.init(
      program: try RuleCompiler.compile(
        source, lexicons: tables, environment: ToyLanguage.environment))
  }

  private init(program: RuleProgram) {
    self.program = program
    matcher = RuleMatcher(program: program)
  }

  /// The same rules from their record, as a cache keeps them; for rules without lexicons.
  func restored() throws -> ToyRules {
    ToyRules(
      program: try RuleProgram(
        record: PlainRow(program.record), files: [], environment: ToyLanguage.environment))
  }

  /// What the matcher says beforehand of a text.
  func mayMatch(_ text: String) -> Bool {
    let (tokens, _) = ToyLanguage.document(text, types)
    matcher.learn(types)
    return matcher.mayMatch(in: tokens, types: types, phases: [0])
  }

  private static func source(
    _ rules: String, _ lexicons: [String: String]
  ) throws(DiagnosticList) -> RuleSource {
    let heads = lexicons.keys.sorted().map { "lexicon \($0) \"\($0).tsv\"\n" }.joined()
    return try RuleParser.parse("toy.rules") { path throws(Diagnostic) in
      SourceFile(name: path, text: heads + rules)
    }
  }

  /// What the compiler says of a rule set.
  static func findings(_ rules: String, lexicons: [String: String] = [:]) -> [Diagnostic] {
    do {
      _ = try ToyRules(rules, lexicons: lexicons)
      return []
    } catch let error as DiagnosticList {
      return error.diagnostics
    } catch {
      return []
    }
  }

  func matches(
    _ text: String, year: Int? = nil, kept: [Bool]? = nil
  ) -> (TokenTable, [RuleMatch]) {
    let (tokens, sentences) = ToyLanguage.document(text, types)
    let reference = year.map { Document.ReferenceDate(year: $0, month: 1, day: 1) }
    let matches = matcher.matches(
      in: tokens, sentences: sentences, types: types,
      context: ValueContext(referenceDate: reference), kept: kept,
      canonical: { range in
        range.map { String(decoding: types.normBytes(tokens.types[$0]), as: UTF8.self) }
          .joined(separator: "_")
      })
    return (tokens, matches)
  }

  /// The matches as `rule[text]=value`, one after the other.
  func found(_ text: String, year: Int? = nil) -> String {
    let (tokens, matches) = matches(text, year: year)
    let bytes = Array(text.utf8)
    return matches.map { match in
      let span = tokens.span(
        of: TokenSpan(start: match.tokens.lowerBound, end: match.tokens.upperBound))
      let covered = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
      let value =
        switch match.values["value"] {
        case .integer(let integer)?: "=\(integer)"
        case .text(let text)?: "=\(text)"
        default: ""
        }
      return "\(program.rules[match.rule].id)[\(covered)]\(value)"
    }.joined(separator: " ")
  }
}
