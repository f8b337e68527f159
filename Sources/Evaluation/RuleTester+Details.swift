import RuleSyntax
import Tanba
import TextModel

extension RuleTester {
  /// What there is to know of an example that failed: lines of text.
  func details(of example: RuleExample, _ rule: RuleDeclaration) throws -> String {
    let document = try pipeline.extract(
      example.text, referenceDate: rules.exampleReference, with: worker)
    var lines = ["  text      \(example.text)"]
    let expected =
      example.isReject
      ? "nothing"
      : example.spans.map { "\"\(document.text($0))\"" }.joined(separator: ", ")
        + (example.expected.map { " => \($0)" } ?? "")
    lines.append("  expected  \(expected)")
    let found = document.mentions.filter { $0.rule == rule.id }.map { mention in
      let value = mention.timex?.value ?? mention.canonical
      return "\"\(document.text(mention.span))\"" + (value.map { " => \($0)" } ?? "")
    }
    lines.append("  found     \(found.isEmpty ? "nothing" : found.joined(separator: ", "))")
    lines.append("  tokens")
    lines += TokenListing(rules: rules).lines(of: document, with: worker).map { "    " + $0 }
    return lines.map { $0 + "\n" }.joined()
  }
}
