import RuleSyntax
import TextModel

/// Parses rule texts that tests hold in memory.
enum RuleText {
  /// Parses `main` with other files by name.
  static func parse(
    _ main: String, files: [String: String] = [:]
  ) throws(DiagnosticList) -> RuleSource {
    try RuleParser.parse("main.rules") { path throws(Diagnostic) in
      if path == "main.rules" { return SourceFile(name: path, text: main) }
      guard let text = files[path] else { throw Diagnostic("no such file", file: path) }
      return SourceFile(name: path, text: text)
    }
  }

  /// The pattern of a rule that has nothing else.
  static func pattern(_ text: String) throws -> Pattern {
    try parse("rule r : L\n  \(text)\n").rules[0].pattern
  }

  /// What is wrong with a text.
  static func findings(_ main: String, files: [String: String] = [:]) -> [Diagnostic] {
    do throws(DiagnosticList) {
      _ = try parse(main, files: files)
      return []
    } catch {
      return error.diagnostics
    }
  }
}

extension Pattern {
  /// The pattern without places, in a spelling of its own that shows its structure.
  var outline: String {
    switch self {
    case .item(let item): item.tests.map(\.outline).joined(separator: "&")
    case .sequence(let parts): "(" + parts.map(\.outline).joined(separator: " ") + ")"
    case .alternatives(let parts): "(" + parts.map(\.outline).joined(separator: "|") + ")"
    case .repeated(let inner, let minimum, let maximum):
      inner.outline + "{\(minimum),\(maximum.map(String.init) ?? "")}"
    case .glued(let inner): "~" + inner.outline
    case .captured(let name, let inner): "\(name):" + inner.outline
    case .reference(let name, let arguments, let inflection, _):
      "@\(name)"
        + (arguments.isEmpty ? "" : "(" + arguments.map(\.outline).joined(separator: ",") + ")")
        + inflection.outline
    case .marked(let inner, _): "[" + inner.outline + "]"
    }
  }
}

extension Item.Test {
  var outline: String {
    let text =
      switch kind {
      case .lemma(let word): "lemma \(word)"
      case .literal(let text): "literal \(text)"
      case .integer(let range): "int \(range)"
      case .roman(let range): "roman \(range)"
      case .lexicon(let name, let filters):
        "lexicon \(name)" + filters.map { " \($0.column)=\($0.value)" }.joined()
      case .shape(let name): "shape \(name)"
      case .mention(let label): "mention \(label)"
      case .ending(let endings): "ending \(endings.joined(separator: ","))"
      case .any: "any"
      case .unlisted: "unlisted"
      case .glued: "glued"
      case .first: "first"
      case .sentenceStart: "start"
      case .sentenceEnd: "end"
      }
    return (isNegated ? "!" : "") + "<\(text)\(inflection.outline)>"
  }
}

extension Item.Inflection {
  var outline: String {
    switch self {
    case .none: ""
    case .any: "+"
    case .features(let names): names.map { "." + $0 }.joined()
    }
  }
}
