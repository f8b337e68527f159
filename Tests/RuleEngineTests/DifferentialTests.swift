import RuleEngine
import RuleSyntax
import TestSupport
import Testing
import TextModel

@Suite("The automaton and a matcher that tries everything")
struct DifferentialTests {
  /// A pattern as text, no deeper than `depth`.
  static func pattern(_ depth: Int, _ random: inout SeededGenerator) -> String {
    let item = [
      "a", "b", "c", "\".\"", "_", "^", "$", "a", "b", "_ & !a", "!b & !c", "a & glued",
      "!glued & _",
    ]
    guard depth > 0 else { return item.randomElement(using: &random)! }
    func inner() -> String { pattern(depth - 1, &random) }
    switch Int.random(in: 0..<9, using: &random) {
    case 0...2:
      return (0..<Int.random(in: 1...3, using: &random)).map { _ in "(\(inner()))" }
        .joined(separator: [" ", " ", " ~ "].randomElement(using: &random)!)
    case 3...4: return "(\(inner()) | \(inner()))"
    case 5:
      return "(\(inner()))" + ["?", "*", "{2}", "{1,2}", "{0,2}", "{2,}", "{0,3}"]
        .randomElement(using: &random)!
    case 6: return "~ (\(inner()))"
    case 7: return "part:(\(inner()))"
    default: return item.randomElement(using: &random)!
    }
  }

  static func text(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...9, using: &random)).map { _ in
      ["a", "b", "c", ".", "."].randomElement(using: &random)!
        + ["", " ", " "].randomElement(using: &random)!
    }.joined()
  }

  @Test(
    "find the same in random texts by random patterns, and nothing where words rule it out",
    arguments: 0..<16)
  func agree(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var found = 0
    var ruledOut = 0
    for _ in 0..<60 {
      let text = Self.pattern(Int.random(in: 1...4, using: &random), &random)
      let rules = try ToyRules("rule r : X\n  \(text)\n")
      let restored = try rules.restored()
      let source = try RuleParser.parse("x") { _ throws(Diagnostic) in
        SourceFile(name: "x", text: "rule r : X\n  \(text)\n")
      }
      for _ in 0..<25 {
        let document = Self.text(&random)
        let types = WordTypes()
        let (tokens, sentences) = ToyLanguage.document(document, types)
        let expected = sentences.flatMap { sentence in
          sentence.count == 0
            ? []
            : ReferenceMatcher(tokens: tokens, types: types, sentence: sentence)
              .matches(source.rules[0].pattern)
        }
        let ranges = rules.matches(document).1.map(\.tokens)
        #expect(ranges == expected, "\(text) in \"\(document)\"")
        found += ranges.count
        #expect(restored.matches(document).1.map(\.tokens) == expected, "\(text) from its record")
        let mayMatch = rules.mayMatch(document)
        #expect(mayMatch || expected.isEmpty, "\(text) ruled out in \"\(document)\"")
        if !mayMatch { ruledOut += 1 }
      }
    }
    #expect(found > 100)
    #expect(ruledOut > 20)
  }

  @Test(
    "mark the same tokens for later rules whether or not the marks are given out",
    arguments: 0..<16)
  func mark(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var kept = 0
    var hindered = 0
    for _ in 0..<40 {
      let pattern = Self.pattern(Int.random(in: 0...3, using: &random), &random)
      let exception =
        Bool.random(using: &random) ? "\n  except \(Self.pattern(1, &random))" : ""
      let later = "rule r : X\n  (_ & !<mark>){1,3}\n"
      let rules = try ToyRules(
        "phase marks\nrule m : mark\n  \(pattern)\(exception)\nphase main\n\(later)")
      let names = rules.program.rules.map { $0.label == "X" }
      let unmarked = try ToyRules("phase main\n\(later.replacing(" & !<mark>", with: ""))")
      for _ in 0..<25 {
        let text = Self.text(&random)
        let all = rules.matches(text).1.filter { rules.program.rules[$0.rule].label == "X" }
        let quick = rules.matches(text, kept: names).1
        #expect(quick.map(\.tokens) == all.map(\.tokens), "\(pattern)\(exception) in \(text)")
        kept += all.count
        if all.map(\.tokens) != unmarked.matches(text).1.map(\.tokens) { hindered += 1 }
      }
    }
    #expect(kept > 100 && hindered > 100)
  }
}
