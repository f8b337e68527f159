import RuleEngine
import RuleSyntax
import Testing
import TextModel

@Suite("Rules and texts that are made to be slow")
struct ScaleTests {
  @Test(
    "a rule that multiplies beyond measure is refused, and soon",
    arguments: [
      "rule r : L\n  (((a{64}){64}){64}){64}\n",
      "define A(X) = X X\nrule r : L\n  A(A(A(A(A(A(A(A(A(A(A(A(A(A(A(A(a))))))))))))))))\n",
      "define A(X) = A(X) A(X)\nrule r : L\n  A(a)\n",
      "define A = A A\nrule r : L\n  A\n",
    ])
  func tooLarge(rules: String) {
    let findings = ToyRules.findings(rules)
    #expect((1...100).contains(findings.count))
  }

  @Test("one sentence of many tokens finds what many sentences find")
  func longSentence() throws {
    let rules = try ToyRules(
      "rule r : L\n  a b{0,3} c?\n  except a b b b\nrule s : M\n  [b] c | (a | b)* c\n")
    let sentence = "a b c a b b b c c a "
    let (_, once) = rules.matches(sentence)
    let (tokens, many) = rules.matches(String(repeating: sentence, count: 5000))
    #expect(tokens.count == 50_000)
    #expect(many.count >= once.count * 4999)
    #expect(
      zip(many, many.dropFirst()).allSatisfy { $0.tokens.lowerBound <= $1.tokens.lowerBound })
  }

  @Test("a thousand overlapping rules of one layer leave one match a place")
  func manyRules() throws {
    let text = (0..<1000).map { "rule r\($0) : L\n  (a | b{\($0 % 7),8}) a{0,\($0 % 5 + 1)} c?\n" }
    let rules = try ToyRules(text.joined())
    let (_, matches) = rules.matches(String(repeating: "a b b a c ", count: 200))
    #expect(!matches.isEmpty)
    #expect(
      zip(matches, matches.dropFirst()).allSatisfy { $0.tokens.upperBound <= $1.tokens.lowerBound })
  }

  @Test("a form of too many tokens is refused by name")
  func longForm() {
    let form = Array(repeating: "x", count: 65).joined(separator: " ")
    let findings = ToyRules.findings(
      "rule r : L\n  lexicon(w)\n", lexicons: ["w": "form\n\(form)\n"])
    #expect(findings.first?.message.contains("has 65 tokens") == true)
  }
}
