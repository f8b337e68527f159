/// A report on an evaluation.
public struct EvaluationReport {
  let run: EvaluationRun
  /// The most examples for a rule or class.
  let examples: Int

  /// Prepares a report.
  public init(_ run: EvaluationRun, examples: Int = 5) {
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

  var result: EvaluationResult { run.result }

  /// The modes that reports show, with what they call them.
  static let modes: [(MatchMode, String)] = [
    (.exact, "exact"), (.overlapping, "overlapping"), (.span, "span alone"),
  ]

  /// What the scores are over: everything, then the layers where there are several.
  var scopes: [(name: String, counts: ModeCounts)] {
    var scopes = [("all", result.total)]
    if result.layers.count > 1 {
      for layer in GoldLayer.allCases {
        if let counts = result.layers[layer] { scopes.append((layer.rawValue, counts)) }
      }
    }
    return scopes
  }

  /// The labels of the confusion matrix, in order; nil for nothing.
  var confusionLabels: (marked: [String?], found: [String?]) {
    let marked = Set(result.confusions.keys.compactMap(\.marked)).sorted()
    let found = Set(result.confusions.keys.compactMap(\.found)).sorted()
    return (marked.map { $0 } + [nil], found.map { $0 } + [nil])
  }

  /// What was missed by class: the number, and the commonest texts with theirs.
  var missesByClass: [(label: String, count: Int, texts: [(text: String, count: Int)])] {
    Dictionary(grouping: result.misses, by: \.label).map { label, misses in
      let texts = Dictionary(grouping: misses, by: \.text)
        .map { (text: $0.key, count: $0.value.count) }
        .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
      return (label, misses.count, Array(texts.prefix(examples)))
    }.sorted { ($1.count, $0.label) < ($0.count, $1.label) }
  }

  /// Rules with errors, the worst first.
  var faultyRules: [RuleOutcome] { result.rules.filter { $0.errorCount > 0 } }
}
