import RuleEngine
import Testing
import TextModel

@Suite("Warnings about rules that compile")
struct WarningTests {
  private func warnings(_ rules: String, _ lexicons: [String: String] = [:]) throws -> [String] {
    try ToyRules(rules, lexicons: lexicons).program.warnings.map {
      "\($0.line) \($0.message)" + $0.notes.map { " / \($0.line)" }.joined()
    }
  }

  @Test(
    "a rule that can never match is warned of",
    arguments: [
      "\"a\" & \"b\"", "a & !a", "a ^ b", "$ a", "int(1...3) & int(5...9)",
      "shape(lower) & shape(digits)",
      "lexicon(none)", "^ $", "lexicon(words, kind=none) a",
    ])
  func neverMatches(pattern: String) throws {
    let found = try warnings(
      "rule r : L\n  \(pattern)\n", ["none": "form\n", "words": "form\tkind\nx\ty\n"])
    #expect(found.contains { $0.hasSuffix("this rule can never match") }, "\(found)")
  }

  @Test(
    "a rule that can match is not",
    arguments: [
      "a", "^ a $", "a & shape(lower)", "(a & b) | c", "a? b", "lexicon(words, kind=y)", "!a",
      "shape(capital) & shape(letters)", "int(1...3)+",
    ])
  func matches(pattern: String) throws {
    let found = try warnings("rule r : L\n  \(pattern)\n", ["words": "form\tkind\nx\ty\n"])
    #expect(found.isEmpty, "\(found)")
  }

  @Test("a rule that another one always beats is warned of, with the place of the other")
  func beaten() throws {
    let found = try warnings("rule r : L\n  a b\nrule s : L\n  x:a b\nrule t : M\n  a b\n")
    #expect(
      found == [3, 5].map { "\($0) \"r\" looks for the same and always wins over this rule / 1" })
  }

  @Test("the one of higher priority wins wherever it stands")
  func priority() throws {
    let found = try warnings("rule r : L\n  a\nrule s : L\n  a\n  priority 1\n")
    #expect(found.map { $0.prefix(5) } == ["1 \"s\""])
  }

  @Test("a definition that no rule uses is warned of, one used by another definition is not")
  func unused() throws {
    let found = try warnings(
      "define A = a\ndefine B = A\ndefine C = c\nrule r : L\n  B\n")
    #expect(found == ["3 no rule uses \"C\""])
  }

  @Test("a cell that is a slip away from a kind that rules ask for is warned of, another is not")
  func unknownKind() throws {
    let found = try warnings(
      "rule r : L\n  lexicon(w, kind=city)\n", ["w": "form\tkind\nx\tcity\ny\tciti\nz\triver\n"])
    #expect(found == ["3 no rule asks for a kind \"citi\"; did you mean \"city\"?"])
  }

  @Test("a row that stands twice is warned of")
  func twice() throws {
    let found = try warnings("rule r : L\n  lexicon(w)\n", ["w": "form\nx\ny\nx\n"])
    #expect(
      found.contains { $0.hasPrefix("4 this row stands in the file already / 2") }, "\(found)")
  }

  @Test("a row with fewer cells than the head has columns is warned of")
  func short() throws {
    let found = try warnings("rule r : L\n  lexicon(w)\n", ["w": "form\ta\tb\nx\t1\t2\ny\nz\t1\n"])
    #expect(
      found.filter { $0.contains("cell") } == [
        "3 1 cell where the head names 3 columns", "4 2 cells where the head names 3 columns",
      ], "\(found)")
  }

  @Test("a label of a later phase is warned of")
  func late() throws {
    let found = try warnings("phase p\nrule r : L\n  <M> a\nphase q\nrule s : M\n  b\n")
    #expect(found == ["3 no rule of an earlier phase gives this label"])
  }
}
