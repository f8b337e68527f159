import RuleSyntax
public import Tanba

/// A page of the kinds of dates, times and numbers that a rule set reads: the examples that stand
/// beside its rules, with what is given out for them.
public struct KindsPage {
  private let rules: RuleSet
  private let pipeline: Pipeline
  private let worker = Worker()

  /// Prepares to write the page of a rule set.
  ///
  /// - Throws: what keeps its pipeline from being made.
  public init(rules: RuleSet) throws {
    self.rules = rules
    pipeline = try makePipeline(rules: rules)
  }

  private static let labels: [EntityLabel] = [
    .date, .time, .cardinal, .ordinal, .percentage, .money, .quantity,
  ]

  /// What a row says of an example.
  private struct Row {
    var example: String
    var kind: String
    var value: String
  }

  /// The page in Markdown: a table for each group of rules, a group being the first part of their
  /// names, in the order of the rule set.
  ///
  /// - Complexity: one extraction an example.
  /// - Throws: what a stage throws.
  public func markdown() throws -> String {
    var groups: [String] = []
    var rows: [String: [String]] = [:]
    for rule in rules.source.rules where isShown(rule) {
      let group = String(rule.id.prefix { $0 != "." })
      if rows[group] == nil { groups.append(group) }
      for row in try self.rows(of: rule) {
        rows[group, default: []].append(
          "| `\(rule.id)` | \(row.example) | \(row.kind) | \(row.value) |")
      }
    }
    var lines = [
      "# Kinds of dates, times and numbers", "",
      "The examples that stand beside the rules, with what is given out for them where deictics are",
      "read against \(referenceText). `tanba rules list --kinds` prints this page, and",
      "`make kinds` writes it; it is not to be edited.",
    ]
    for group in groups {
      guard let table = rows[group], !table.isEmpty else { continue }
      lines += ["", "## \(group)", "", "| rule | example | type | value |", "|---|---|---|---|"]
      lines += table
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var referenceText: String {
    guard let day = rules.exampleReference else { return "no day" }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day.year)-\(padded(day.month))-\(padded(day.day))"
  }

  /// Rules that find times and numbers, internal ones too: they are parts of what is given out.
  private func isShown(_ rule: RuleDeclaration) -> Bool {
    rules.conventions(ofPhase: rule.phase).contains(.full)
      && (rule.label.hasPrefix("time") || rule.label.hasPrefix("number")
        || Self.labels.contains { $0.rawValue == rule.label })
  }

  private func rows(of rule: RuleDeclaration) throws -> [Row] {
    try rule.examples.filter { !$0.isReject }.compactMap { example in
      let document = try pipeline.extract(
        example.text, referenceDate: rules.exampleReference, with: worker)
      let found = document.mentions.first { mention in
        (mention.timex != nil || mention.value != nil)
          && example.spans.contains { $0.start < mention.span.end && mention.span.start < $0.end }
      }
      guard let found else { return nil }
      var bytes = document.source
      bytes.insert(contentsOf: Array("**".utf8), at: found.span.end)
      bytes.insert(contentsOf: Array("**".utf8), at: found.span.start)
      let text = String(decoding: bytes, as: UTF8.self).map { $0 == "|" ? "\\|" : String($0) }
      return Row(
        example: text.joined(), kind: found.timex?.kind.rawValue ?? found.label,
        value: Self.value(of: found))
    }
  }

  private static func value(of mention: Mention) -> String {
    let timex = mention.timex
    let value = timex.map(\.value) ?? mention.value
    var parts = [value.map { "`\($0)`" } ?? "open"]
    if let unit = mention.unit { parts.append("`\(unit)`") }
    if let mod = timex?.mod { parts.append(mod) }
    if let repetition = timex?.freq ?? timex?.quant { parts.append(repetition) }
    if let zone = timex?.zone { parts.append("`\(zone)`") }
    let candidates = timex?.candidates ?? mention.candidates
    if !candidates.isEmpty {
      parts.append("or " + candidates.map { "`\($0)`" }.joined(separator: ", "))
    }
    return parts.joined(separator: " ")
  }
}
