import RuleSyntax
public import Tanba

/// Runs the examples that stand beside the rules.
///
/// A `test` passes when its rule finds exactly the marked spans, with the expected value where one
/// is given; a `reject` when its rule finds nothing.
public struct RuleTester {
  let rules: RuleSet
  let pipeline: Pipeline
  let worker = Worker()

  /// Prepares to test a rule set.
  public init(rules: RuleSet) throws {
    self.rules = rules
    pipeline = try makeFindingPipeline(rules: rules)
  }

  /// An example that did not come out as written.
  public struct Failure: Sendable {
    /// The rule's id.
    public var rule: String
    /// What was expected and what was found, at the example's place.
    public var diagnostic: Diagnostic
    /// The text, what the rule must find, what is found, and the tokens: lines of text.
    public var details: String
  }

  /// How a run ended.
  public struct Summary: Sendable {
    /// The number of examples that came out as written.
    public var passed = 0
    /// Those that did not.
    public var failures: [Failure] = []
    /// Rules without a `test`: nothing proves that they find anything.
    public var untested: [Diagnostic] = []
  }

  /// Runs every example of every rule, in file order; those of one rule where an id is given.
  public func run(rule id: String? = nil) throws -> Summary {
    var summary = Summary()
    for rule in rules.source.rules where id == nil || rule.id == id {
      if !rule.examples.contains(where: { !$0.isReject }) {
        let message = "rule \"\(rule.id)\" has no test"
        summary.untested.append(rules.source.diagnostic(.error, message, at: rule.place))
      }
      for example in rule.examples {
        if let complaint = try complaint(about: example, of: rule) {
          let diagnostic = rules.source.diagnostic(.error, complaint, at: example.place)
          let details = try details(of: example, rule)
          summary.failures.append(
            Failure(rule: rule.id, diagnostic: diagnostic, details: details))
        } else {
          summary.passed += 1
        }
      }
    }
    return summary
  }

  private func complaint(about example: RuleExample, of rule: RuleDeclaration) throws -> String? {
    let document = try pipeline.extract(
      example.text, referenceDate: rules.exampleReference, with: worker)
    let found = document.mentions.filter { $0.rule == rule.id }
    if example.isReject {
      guard let first = found.first else { return nil }
      return "\(rule.id) finds \"\(document.text(first.span))\" where it must find nothing"
    }
    let spans = found.map(\.span)
    guard spans == example.spans else {
      let others = document.mentions.filter { $0.rule != rule.id }
      let found = found.map { "\"\(document.text($0.span))\"" }.joined(separator: ", ")
      let beside = others.map { "\"\(document.text($0.span))\" by \($0.rule)" }
        .joined(separator: ", ")
      return "\(rule.id) finds \(found.isEmpty ? "nothing" : found)"
        + (beside.isEmpty ? "" : "; beside it \(beside)")
    }
    guard let expected = example.expected, let mention = found.first else { return nil }
    let value = mention.timex.map { $0.value ?? "no value" } ?? mention.canonical ?? "no value"
    return value == expected ? nil : "\(rule.id) gives \"\(value)\", not \"\(expected)\""
  }
}
