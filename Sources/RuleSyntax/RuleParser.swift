import TextModel

/// Reads rule files into a ``RuleSource``.
///
/// ```
/// file      = { statement }                     one starts at the left margin, its rest is indented
/// statement = "include" STRING | "phase" NAME [ "for" NAME ] | "reference" STRING
///           | "lexicon" NAME STRING | "use" NAME STRING
///           | "define" Name "=" pattern
///           | "rule" id ":" LABEL pattern { clause }
/// clause    = ("value" | "canonical" | "ref" | "expansion") expression
///           | "except" pattern | "priority" NUMBER
///           | "test" STRING [ "=>" text ] | "reject" STRING
/// ```
public struct RuleParser {
  var source = RuleSource()
  var diagnostics: [Diagnostic] = []
  var tokens: [SyntaxToken] = []
  var next = 0
  var fileIndex = 0

  private let load: (String) throws(Diagnostic) -> SourceFile
  private var ruleIDs: [String: Place] = [:]
  private var loaded: Set<String> = []

  /// Reads `path` and all that it includes.
  ///
  /// - Parameter load: gives a file by its path below the rule folder, or says why it can't.
  /// - Throws: all findings of the run, if one of them is an error.
  public static func parse(
    _ path: String, load: @escaping (String) throws(Diagnostic) -> SourceFile
  ) throws(DiagnosticList) -> RuleSource {
    var parser = RuleParser(load: load)
    do {
      parser.loaded.insert(path)
      parser.read(try load(path))
    } catch {
      parser.diagnostics.append(error)
    }
    guard !parser.diagnostics.contains(where: { $0.severity == .error }) else {
      throw DiagnosticList(parser.diagnostics)
    }
    return parser.source
  }

  private init(load: @escaping (String) throws(Diagnostic) -> SourceFile) { self.load = load }

  private mutating func read(_ file: SourceFile) {
    let outer = (tokens, next, fileIndex)
    fileIndex = source.files.count
    source.files.append(file)
    let (units, findings) = RuleLexer.tokens(of: file)
    diagnostics += findings
    tokens = units
    next = 0
    while tokens[next].kind != .end { statement() }
    (tokens, next, fileIndex) = outer
  }

  // MARK: Statements

  private static let statements = [
    "include", "phase", "reference", "lexicon", "use", "define", "rule",
  ]

  private mutating func statement() {
    let keyword = take()
    do throws(Diagnostic) {
      guard keyword.isFirst, !keyword.isIndented else {
        throw error("a statement starts at the left margin of a line", at: keyword)
      }
      switch keyword.text {
      case "include": try include()
      case "phase": try phase()
      case "reference": source.exampleReference = try expect(.string, "a date in quotes").text
      case "lexicon": source.lexicons.append(try resource())
      case "use": source.resources.append(try resource())
      case "define": try definition()
      case "rule": try rule()
      default:
        let hint = NearestName.hint(keyword.text, among: Self.statements)
        throw error(
          "expected one of \(Self.statements.joined(separator: ", "))\(hint)", at: keyword)
      }
      if !startsStatement(peek) { throw error("expected the end of the statement", at: peek) }
    } catch {
      diagnostics.append(error)
      while !startsStatement(peek) { next += 1 }
    }
  }

  private func startsStatement(_ token: SyntaxToken) -> Bool {
    token.kind == .end || token.isFirst && !token.isIndented
  }

  private mutating func include() throws(Diagnostic) {
    let path = try expect(.string, "a path in quotes")
    guard !path.text.hasPrefix("/"), !path.text.split(separator: "/").contains("..") else {
      throw error("a rule set includes files of its own folder only", at: path)
    }
    guard loaded.insert(path.text).inserted else {
      throw error("\"\(path.text)\" is included already", at: path)
    }
    let file: SourceFile
    do { file = try load(path.text) } catch {
      throw self.error("can't include \"\(path.text)\": \(error.message)", at: path)
    }
    read(file)
  }

  private mutating func phase() throws(Diagnostic) {
    let name = try expect(.identifier, "the phase's name")
    guard !source.phases.contains(name.text) else {
      throw error("phase \"\(name.text)\" stands above already; phases run in order", at: name)
    }
    source.phases.append(name.text)
    source.conventions.append(nil)
    guard !startsStatement(peek) else { return }
    let joint = take()
    guard joint.kind == .identifier, joint.text == "for" else {
      throw error("expected \"for\" and a convention, or the end of the statement", at: joint)
    }
    let convention = try expect(.identifier, "the convention's name")
    source.conventions[source.phases.count - 1] = RuleSource.Convention(
      name: convention.text, place: place(convention.range))
  }

  private mutating func resource() throws(Diagnostic) -> RuleSource.Resource {
    let name = try expect(.identifier, "a name")
    let path = try expect(.string, "a path in quotes")
    guard !path.text.hasPrefix("/"), !path.text.split(separator: "/").contains("..") else {
      throw error("a rule set uses files of its own folder only", at: path)
    }
    return RuleSource.Resource(name: name.text, path: path.text, place: place(path.range))
  }

  private mutating func definition() throws(Diagnostic) {
    let name = try expect(.identifier, "the definition's name")
    guard name.text.first?.isUppercase == true else {
      throw error("a definition's name begins with a capital, to tell it from a word", at: name)
    }
    try expectMark("=")
    let pattern = try alternatives()
    if let first = source.definitions[name.text] {
      let position = source.files[first.place.file].position(at: first.place.range.lowerBound)
      throw error(
        "\"\(name.text)\" is defined already, first in \(source.files[first.place.file].name):"
          + "\(position.line)", at: name)
    }
    source.definitions[name.text] = .init(pattern: pattern, place: place(name.range))
  }

  private mutating func rule() throws(Diagnostic) {
    let first = try expect(.identifier, "the rule's id")
    var id = first.text
    var range = first.range
    while peek.isMark("."), peek.isGlued {
      next += 1
      let part = take()
      guard part.kind == .identifier || part.kind == .number, part.isGlued else {
        throw error("expected the next part of the rule's id", at: part)
      }
      id += "." + part.text
      range = range.lowerBound..<part.range.upperBound
    }
    try expectMark(":")
    let label = try expect(.identifier, "a label")
    if source.phases.isEmpty {
      source.phases.append("main")
      source.conventions.append(nil)
    }
    var declaration = RuleDeclaration(
      id: id, label: label.text, phase: source.phases.count - 1, pattern: try alternatives(),
      exceptions: [], values: [:], priority: 0, examples: [], place: place(range))
    while !startsStatement(peek) { try clause(of: &declaration) }
    if let earlier = ruleIDs[id] {
      let position = source.files[earlier.file].position(at: earlier.range.lowerBound)
      throw Diagnostic(
        "rule \"\(id)\" is defined already, first in \(source.files[earlier.file].name):"
          + "\(position.line)", in: source.files[fileIndex], at: range)
    }
    ruleIDs[id] = declaration.place
    source.rules.append(declaration)
  }

  // MARK: Clauses

  private static let values: Set<String> = ["value", "canonical", "ref", "expansion"]
  private static let clauses = values.union(["except", "priority", "test", "reject"])

  /// Whether a clause begins here rather than the pattern going on.
  var atClause: Bool {
    peek.isFirst && peek.kind == .identifier && Self.clauses.contains(peek.text)
      && !tokens[next + 1].isMark(":")
  }

  private mutating func clause(of rule: inout RuleDeclaration) throws(Diagnostic) {
    let keyword = take()
    guard keyword.isFirst, Self.clauses.contains(keyword.text) else {
      let hint = NearestName.hint(keyword.text, among: Self.clauses)
      throw error("expected the pattern to go on, or a clause\(hint)", at: keyword)
    }
    switch keyword.text {
    case "except": rule.exceptions.append(try alternatives())
    case "priority":
      let sign = peek.isMark("-") ? -1 : 1
      if sign < 0 { next += 1 }
      rule.priority = sign * (try integer())
    case "test", "reject": rule.examples.append(try example(isReject: keyword.text == "reject"))
    default:
      guard rule.values[keyword.text] == nil else {
        throw error("a rule has one \"\(keyword.text)\" clause", at: keyword)
      }
      rule.values[keyword.text] = try expression()
    }
  }

  private mutating func example(isReject: Bool) throws(Diagnostic) -> RuleExample {
    let string = try expect(.string, "a sentence in quotes")
    guard var example = RuleExample.parse(marked: string.text, at: place(string.range)) else {
      throw error("every [ of an example needs its ]", at: string)
    }
    if isReject != example.isReject {
      let message =
        isReject
        ? "a reject marks nothing: the rule must find nothing in it"
        : "a test marks with [ and ] what the rule must find"
      throw error(message, at: string)
    }
    if peek.isMark("=>") {
      next += 1
      example.expected = try expectedValue()
    }
    return example
  }

  /// The rest of the line as written, or a quoted text.
  private mutating func expectedValue() throws(Diagnostic) -> String {
    let first = take()
    if first.kind == .string { return first.text }
    var range = first.range
    while !peek.isFirst, peek.kind != .end, peek.isGlued {
      range = range.lowerBound..<peek.range.upperBound
      next += 1
    }
    return String(decoding: source.files[fileIndex].bytes[range], as: UTF8.self)
  }

  // MARK: Units

  var peek: SyntaxToken { tokens[next] }

  mutating func take() -> SyntaxToken {
    let token = tokens[next]
    if token.kind != .end { next += 1 }
    return token
  }

  mutating func expect(
    _ kind: SyntaxToken.Kind, _ description: String
  ) throws(Diagnostic) -> SyntaxToken {
    guard peek.kind == kind else { throw error("expected \(description)", at: peek) }
    return take()
  }

  mutating func expectMark(_ mark: String) throws(Diagnostic) {
    guard peek.isMark(mark) else { throw error("expected \"\(mark)\"", at: peek) }
    next += 1
  }

  mutating func integer() throws(Diagnostic) -> Int {
    let token = try expect(.number, "a number")
    guard let value = Int(token.text) else { throw error("this number is too large", at: token) }
    return value
  }

  func place(_ range: Range<Int>) -> Place { Place(file: fileIndex, range: range) }

  func error(_ message: String, at token: SyntaxToken) -> Diagnostic {
    // At the end of the file there is nothing to point at: point behind the last unit.
    let range = token.kind == .end && next > 0 ? tokens[next - 1].range : token.range
    return Diagnostic(message, in: source.files[fileIndex], at: range)
  }
}
