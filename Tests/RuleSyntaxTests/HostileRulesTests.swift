import RuleSyntax
import TestSupport
import Testing
import TextModel

@Suite("Hostile rule files")
struct HostileRulesTests {
  static let units = [
    "rule", "define", "phase", "include", "lexicon", "use", "reference", "test", "reject", "value",
    "except", "priority", "canonical", "ref", "expansion", "r", "Name", "жыл", "\"x\"", "\"[x]\"",
    "12", "...", "=>", "(", ")", "[", "]", "{", "}", "<", ">", "|", "?", "*", "+", ".", "&", "!",
    ":", ",", "^", "$", "~", "=", "/", "-", "\n", "\n  ", " ", " ", "#", "\"", "\\", "%", "int(",
    "lexicon(a", "shape(", "_", "glued", "бау-бақша", "main.rules", "\"main.rules\"", "\u{0}",
  ]

  @Test("of random units end in findings or in rules, and never in a crash", arguments: 0..<8)
  func randomUnits(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var accepted = 0
    for _ in 0..<500 {
      let count = Int.random(in: 1...60, using: &random)
      // Half of them begin as a rule should, to come further.
      var text = Bool.random(using: &random) ? "rule r : L\n  " : ""
      for _ in 0..<count { text += Self.units.randomElement(using: &random)! }
      check(RuleText.findings(text), in: text)
      if RuleText.findings(text).isEmpty { accepted += 1 }
    }
    #expect(accepted < 500)
  }

  @Test("of random bytes end in findings or in rules, and never in a crash", arguments: 0..<4)
  func randomBytes(seed: UInt64) {
    var random = SeededGenerator(seed: 100 + seed)
    for _ in 0..<500 {
      let count = Int.random(in: 0...80, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      // Files are valid UTF-8 when they come to the parser.
      check(RuleText.findings(String(decoding: bytes, as: UTF8.self)), in: "")
    }
  }

  @Test("cut short anywhere, a good file ends in findings or in rules")
  func prefixes() {
    let text = """
      define A = а | бау-бақша+ (б ~ в){1,3}
      rule a.b : L
        x:int(1...3).loc [lexicon(m, k="v")+] <DATE>.abl & !shape(upper)
        value f(x, -1, "t", x.c)
        test "а [б]" => 2020-01-01

      """
    let scalars = Array(text.unicodeScalars)
    for length in 0...scalars.count {
      var prefix = String.UnicodeScalarView()
      prefix.append(contentsOf: scalars[..<length])
      check(RuleText.findings(String(prefix)), in: String(prefix))
    }
  }

  @Test(
    "nested deeper than any rule needs are refused",
    arguments: ["(", "x:(", "(а | (", "[", "f("])
  func nesting(unit: String) {
    let lead = unit == "f(" ? "rule r : L\n  а\n  value " : "rule r : L\n  "
    let findings = RuleText.findings(lead + String(repeating: unit, count: 100_000))
    #expect(findings.contains { $0.message.contains("nested") })
  }

  private func check(_ findings: [Diagnostic], in text: String) {
    for finding in findings where finding.line < 1 || finding.column < 1 || finding.length < 1 {
      Issue.record("a finding without a place: \(finding) in \(text)")
    }
  }
}
