import TextModel

/// Reads rule files into a ``RuleSource``.
///
/// ```
/// file      = { statement }                     one starts at the left margin, its rest is indented
/// statement = "include" STRING | "phase" NAME | "reference" STRING
///           | "lexicon" NAME STRING | "use" NAME STRING
///           | "define" Name [ "(" Name { "," Name } ")" ] "=" pattern
///           | "rule" id ":" LABEL pattern { clause }
///           | "without" id
/// clause    = ("value" | "canonical" | "ref" | "expansion") expression
///           | "except" pattern | "priority" [ "-" ] NUMBER | "confidence" NUMBER [ "." NUMBER ]
///           | "test" STRING [ "=>" text ] | "reject" STRING
/// ```
public struct RuleParser {
  /// Gives a file by its path below a rule folder, or says why it can't.
  public typealias Loader = (String) throws(Diagnostic) -> SourceFile

  var source = RuleSource()
  var diagnostics: [Diagnostic] = []
  var tokens: [SyntaxToken] = []
  var next = 0
  var fileIndex = 0
  /// How many brackets, calls and files are open.
  var depth = 0

  var load: Loader
  /// The rule folder being read; those behind the first are laid over it.
  var layer = 0
  /// The phase that rules go to; nil before the layer's first `phase`.
  var phase: Int?
  var ruleIndices: [String: Int] = [:]
  var ruleLayers: [String: Int] = [:]
  var definitionLayers: [String: Int] = [:]
  var phaseLayers: [String: Int] = [:]
  var loaded: Set<String> = []

  /// A run that finds as much as this stops: one slip makes all of it.
  static let mostFindings = 100

  /// How deep brackets, calls and files may stand inside one another.
  static let deepest = 64

  /// Reads `path` and all that it includes.
  ///
  /// - Parameter load: gives a file by its path below the rule folder, or says why it can't.
  /// - Throws: all findings of the run, if one of them is an error.
  public static func parse(
    _ path: String, load: @escaping Loader
  ) throws(DiagnosticList) -> RuleSource {
    try parse(path, layers: [load])
  }

  /// Reads `path` of each folder and all that it includes; a later folder adds to the earlier ones,
  /// replaces what has the same name, and switches rules off.
  ///
  /// - Throws: all findings of the run, if one of them is an error.
  public static func parse(
    _ path: String, layers: [Loader]
  ) throws(DiagnosticList) -> RuleSource {
    var parser = RuleParser(load: { path throws(Diagnostic) in
      throw Diagnostic("no folder to read it from", file: path)
    })
    for (number, load) in layers.enumerated() {
      parser.load = load
      parser.layer = number
      parser.phase = nil
      parser.loaded = [path]
      do {
        parser.read(try load(path))
      } catch {
        parser.diagnostics.append(error)
      }
    }
    guard !parser.diagnostics.contains(where: { $0.severity == .error }) else {
      throw DiagnosticList(parser.diagnostics)
    }
    parser.source.warnings = parser.diagnostics
    return parser.source
  }

  private init(load: @escaping Loader) { self.load = load }

  mutating func read(_ file: SourceFile) {
    let outer = (tokens, next, fileIndex)
    fileIndex = source.files.count
    source.files.append(file)
    let (units, findings) = RuleLexer.tokens(of: file)
    diagnostics += findings
    tokens = units
    next = 0
    while tokens[next].kind != .end, diagnostics.count < Self.mostFindings { statement() }
    (tokens, next, fileIndex) = outer
  }

  // MARK: Units

  var peek: SyntaxToken { tokens[next] }

  /// The next unit of the statement; behind its last one an end, however often it is asked for.
  mutating func take() -> SyntaxToken {
    var token = tokens[next]
    if startsStatement(token) { token.kind = .end } else { next += 1 }
    return token
  }

  mutating func expect(
    _ kind: SyntaxToken.Kind, _ description: String
  ) throws(Diagnostic) -> SyntaxToken {
    let token = take()
    guard token.kind == kind else { throw error("expected \(description)", at: token) }
    return token
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

  /// Steps into a bracket or call.
  mutating func descend(at token: SyntaxToken) throws(Diagnostic) {
    guard depth < Self.deepest else {
      throw error("brackets are nested more than \(Self.deepest) deep", at: token)
    }
    depth += 1
  }

  func place(_ range: Range<Int>) -> Place { Place(file: fileIndex, range: range) }

  func error(_ message: String, at token: SyntaxToken) -> Diagnostic {
    // At the end of the file there is nothing to point at: point behind the last unit.
    let range = token.kind == .end && next > 0 ? tokens[next - 1].range : token.range
    return Diagnostic(message, in: source.files[fileIndex], at: range)
  }

  /// An error with the place where a name was met first.
  func error(_ message: String, at range: Range<Int>, first: Place) -> Diagnostic {
    Diagnostic(message, in: source.files[fileIndex], at: range)
      .noting("first defined here", in: source.files[first.file], at: first.range)
  }
}
