/// A report on a benchmark.
public struct BenchmarkReport {
  let run: BenchmarkRun
  /// The most examples of each kind.
  let examples: Int

  /// Prepares a report.
  public init(_ run: BenchmarkRun, examples: Int = 5) {
    self.run = run
    self.examples = examples
  }

  /// The report in UTF-8.
  public func rendered(as format: ReportFormat) -> [UInt8] {
    switch format {
    case .text: Array(text.utf8)
    case .json: json.encoded
    case .html: Array(html.utf8)
    }
  }

  /// What reports call the kinds of change.
  static func heading(_ kind: MentionChange.Kind) -> String {
    switch kind {
    case .gained: "Gained: found by B alone"
    case .lost: "Lost: found by A alone"
    case .changed: "Changed"
    }
  }

  /// A rule as both sides have it.
  struct RuleRow {
    var rule: String
    var counts: [Int]
    var changes: [MentionChange.Kind: Int]
    var outcomes: [RuleOutcome?]
  }

  /// All rules that found something in the corpus or the gold, the busiest first.
  var ruleRows: [RuleRow] {
    var names = Set(run.sides.flatMap(\.mentionsByRule.keys))
    let outcomes = run.sides.map { side in
      Dictionary(
        (side.evaluation?.rules ?? []).map { ($0.rule, $0) },
        uniquingKeysWith: { first, _ in first }
      )
    }
    for outcome in outcomes { names.formUnion(outcome.keys) }
    return names.map { name in
      RuleRow(
        rule: name, counts: run.sides.map { $0.mentionsByRule[name] ?? 0 },
        changes: run.changes?.byRule[name] ?? [:], outcomes: outcomes.map { $0[name] })
    }.sorted { ($1.counts.max() ?? 0, $0.rule) < ($0.counts.max() ?? 0, $1.rule) }
  }

  /// The changes to show of a kind: of each rule some, the first ones of all rules before the
  /// second ones.
  func shownExamples(_ kind: MentionChange.Kind) -> [MentionChange] {
    var seen: [String: Int] = [:]
    let ranked = (run.changes?.examples ?? []).filter { $0.kind == kind }.enumerated().map {
      index, change in
      seen[change.rule, default: 0] += 1
      return (rank: seen[change.rule] ?? 0, index: index, change: change)
    }
    return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }
      .prefix(max(examples, examples * 4)).map(\.change)
  }

  /// What a rule set finds, in words.
  static func description(_ mention: PredictedMention?, text: String? = nil) -> String {
    guard let mention else { return "nothing" }
    var parts = [mention.label]
    if let text { parts.append("“\(text)”") }
    if let value = mention.value { parts.append(value) }
    if let canonical = mention.canonical { parts.append("“\(canonical)”") }
    return parts.joined(separator: " ") + " by \(mention.rule)"
  }

  /// The ratio of the second rule set's throughput to the first's, by processor time.
  var speedRatio: Double? {
    guard run.sides.count == 2 else { return nil }
    let first = run.sides[0].processorThroughput(byteCount: run.byteCount).median
    let second = run.sides[1].processorThroughput(byteCount: run.byteCount).median
    return first > 0 ? second / first : nil
  }
}
