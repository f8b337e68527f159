import RuleEngine
import RuleSyntax
import TextModel

/// The entry of libFuzzer: one input is one rule file, and is parsed, formatted, compiled and run.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRules(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: data, count: count), as: UTF8.self)
  let file = SourceFile(name: "fuzz.rules", text: text)
  if let once = try? RuleFormatter.format(file) {
    let again = try? RuleFormatter.format(SourceFile(name: "fuzz.rules", bytes: once))
    precondition(again == once, "formatting twice is formatting once")
  }
  let source: RuleSource
  do throws(DiagnosticList) {
    source = try RuleParser.parse("fuzz.rules") { path throws(Diagnostic) in
      guard path == "fuzz.rules" else { throw Diagnostic("no such file", file: path) }
      return file
    }
  } catch {
    for diagnostic in error.diagnostics { precondition(!diagnostic.rendered.isEmpty) }
    return 0
  }
  var lexicons: [Lexicon] = []
  for resource in source.lexicons {
    let rows = SourceFile(name: "fuzz.tsv", text: "form\tnumber\na\t1\nb c\t2\nc\t\n")
    if let lexicon = try? Lexicon(name: resource.name, file: rows) { lexicons.append(lexicon) }
  }
  do throws(DiagnosticList) {
    let program = try RuleCompiler.compile(
      source, lexicons: lexicons, environment: makeEnvironment())
    run(program)
  } catch {
    for diagnostic in error.diagnostics { precondition(!diagnostic.rendered.isEmpty) }
  }
  return 0
}

private func makeEnvironment() -> RuleEnvironment {
  RuleEnvironment(
    tokens: { $0.split(separator: " ").map { Array($0.utf8) } },
    features: ["loc": FeatureSet(rawValue: 1), "ord": FeatureSet(rawValue: 2)],
    inflectional: FeatureSet(rawValue: 1),
    functions: [
      "date": ValueFunction([.required(.integer), .optional(.integer)], gives: .text) { values, _ in
        values[0].map { .text("\($0)") }
      }
    ],
    layer: { $0 }, resultType: { _, _ in .text })
}

/// Runs a program over a short text.
private func run(_ program: RuleProgram) {
  let types = WordTypes()
  var tokens = TokenTable()
  var offset = 0
  for word in ["a", "b", "c", "12", "b", "c", "A", ".", "a", "a", "a", "1992"] {
    let type = Array(word.utf8).withUnsafeBufferPointer { types.intern($0) }
    if type == types.describedCount {
      types.describe(
        type,
        WordTypes.Description(
          norm: Array(word.lowercased().utf8), shape: [.letters], number: Int(word),
          readings: [(Array(word.lowercased().utf8), [])]))
    }
    tokens.append(start: offset, end: offset + word.utf8.count, type: type, flags: [])
    offset += word.utf8.count + 1
  }
  let matcher = RuleMatcher(program: program)
  matcher.trace = MatchTrace()
  _ = matcher.matches(
    in: tokens, sentences: [TokenSpan(start: 0, end: tokens.count)], types: types,
    context: ValueContext(referenceDate: nil), canonical: { _ in "" })
  if let trace = matcher.trace { _ = matcher.nearMisses(in: trace) }
}
