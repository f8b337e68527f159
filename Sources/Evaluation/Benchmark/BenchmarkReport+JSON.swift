extension BenchmarkReport {
  /// The report as one object.
  var json: ReportValue {
    .object([
      ("corpus", .string(run.corpusName)),
      ("documents", .integer(run.documentCount)),
      ("bytes", .integer(run.byteCount)),
      ("rounds", .integer(run.options.rounds)),
      ("convention", .string(run.options.convention.rawValue)),
      ("gold", .optional(run.goldName)),
      ("sides", .array(run.sides.map(json))),
      ("speed_ratio", speedRatio.map { .number($0) } ?? .null),
      ("changes", run.changes.map(json) ?? .null),
      ("rules", .array(ruleRows.map(json))),
    ])
  }

  private func json(_ side: BenchmarkSide) -> ReportValue {
    let speed = side.throughput(byteCount: run.byteCount)
    let processor = side.processorThroughput(byteCount: run.byteCount)
    return .object([
      ("name", .string(side.name)), ("place", .string(side.place)),
      ("digest", .string(side.digest)), ("rules", .integer(side.ruleCount)),
      ("load_seconds", .number(side.loadSeconds)),
      ("mentions", .integer(side.mentionCount)), ("failed_documents", .integer(side.failures)),
      (
        "mb_per_second",
        .object([
          ("median", .number(speed.median)),
          ("quartiles", Self.json(speed.middleHalf)), ("range", Self.json(speed.range)),
          ("rounds", .array(speed.values.map { .number($0) })),
        ])
      ),
      ("mb_per_processor_second", .number(processor.median)),
      ("stage_seconds", .object(side.stages.map { ($0.name, .number($0.seconds)) })),
      (
        "peak_memory_bytes",
        .object([
          ("extraction", side.memory.extraction.map { .integer($0) } ?? .null),
          ("without_text", side.memory.idle.map { .integer($0) } ?? .null),
        ])
      ),
      (
        "gold",
        side.evaluation.map { result in
          .object([
            ("exact", EvaluationReport.json(result.total.exact)),
            ("overlapping", EvaluationReport.json(result.total.overlapping)),
            ("values", EvaluationReport.json(result.values)),
            ("canonical", EvaluationReport.json(result.canonicals)),
          ])
        } ?? .null
      ),
    ])
  }

  private static func json(_ range: ClosedRange<Double>) -> ReportValue {
    .array([.number(range.lowerBound), .number(range.upperBound)])
  }

  private func json(_ changes: MentionChanges) -> ReportValue {
    .object(
      [
        ("same", .integer(changes.same)),
        ("same_by_another_rule", .integer(changes.byAnotherRule)),
      ] + MentionChange.Kind.allCases.map { ($0.rawValue, .integer(changes.counts[$0] ?? 0)) }
        + [("examples", .array(changes.examples.map(Self.json)))])
  }

  private static func json(_ change: MentionChange) -> ReportValue {
    .object([
      ("kind", .string(change.kind.rawValue)),
      ("aspects", .array(change.aspects.map { .string($0) })),
      ("document", .string(change.document)), ("before", .string(change.before)),
      ("text", .string(change.text)), ("after", .string(change.after)),
      ("a", json(change.first)), ("b", json(change.second)),
    ])
  }

  private static func json(_ mention: PredictedMention?) -> ReportValue {
    guard let mention else { return .null }
    return .object([
      ("start", .integer(mention.range.lowerBound)), ("end", .integer(mention.range.upperBound)),
      ("label", .string(mention.label)), ("canonical", .optional(mention.canonical)),
      ("value", .optional(mention.value)), ("rule", .string(mention.rule)),
    ])
  }

  private func json(_ row: RuleRow) -> ReportValue {
    var members: [(String, ReportValue)] = [("rule", .string(row.rule))]
    members.append(("mentions", .array(row.counts.map { .integer($0) })))
    for kind in MentionChange.Kind.allCases where run.changes != nil {
      members.append((kind.rawValue, .integer(row.changes[kind] ?? 0)))
    }
    if run.goldName != nil {
      let ratios = row.outcomes.map {
        EvaluationReport.json(Ratio($0?.hits ?? 0, of: ($0?.hits ?? 0) + ($0?.extras ?? 0)))
      }
      members.append(("precision", .array(ratios)))
    }
    return .object(members)
  }
}
