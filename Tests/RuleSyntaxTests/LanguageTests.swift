import RuleSyntax
import Testing
import TextModel

@Suite("Definitions, confidence and layers in rule files")
struct LanguageTests {
  @Test("a definition has parameters, a reference patterns for them")
  func parameters() throws {
    let source = try RuleText.parse("define A(B, C) = B C\nrule r : L\n  A(x | y, z)+\n")
    #expect(source.definitions["A"]?.parameters == ["B", "C"])
    #expect(source.rules[0].pattern.outline.hasPrefix("@A("))
  }

  @Test("a confidence lies above 0 and goes up to 1", arguments: ["0", "1.5", "x", "0.8.1"])
  func confidence(text: String) throws {
    #expect(try RuleText.parse("rule r : L\n  a\n  confidence 0.25\n").rules[0].confidence == 0.25)
    #expect(!RuleText.findings("rule r : L\n  a\n  confidence \(text)\n").isEmpty)
  }

  @Test("every wrong clause of a rule is found")
  func allClauses() {
    let findings = RuleText.findings(
      "rule r : L\n  a\n  priority x\n  confidence 7\n  test \"no mark\"\n")
    #expect(findings.map(\.line) == [3, 4, 5])
  }

  @Test("a second definition names the place of the first")
  func secondPlace() throws {
    let finding = try #require(
      RuleText.findings("define A = b\ndefine A = c\n").first)
    #expect(finding.line == 2)
    #expect(finding.notes.map(\.line) == [1])
    #expect(finding.rendered.contains("note: first defined here"))
  }

  @Test("a word with letters of two alphabets is warned of")
  func mixedScripts() throws {
    let source = try RuleText.parse("rule r : L\n  \"c\u{430}t\"\n")
    #expect(source.warnings.count == 1)
    #expect(source.warnings[0].message.contains("U+0430"))
  }

  @Test("a file of nothing but mistakes gives a bounded number of findings")
  func bounded() {
    let findings = RuleText.findings(String(repeating: "@", count: 100_000))
    #expect((1...200).contains(findings.count))
    #expect(findings.allSatisfy { $0.rendered.utf8.count < 2000 })
  }
}
