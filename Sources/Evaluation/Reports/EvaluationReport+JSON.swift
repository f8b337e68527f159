extension EvaluationReport {
  /// The report as one object, with every error.
  var json: ReportValue {
    let empty = result.emptyDocuments
    return .object([
      ("gold", .string(run.goldName)),
      ("format", .string(run.goldFormat.rawValue)),
      (
        "rules",
        .object([
          ("place", .string(run.rules.place)), ("digest", .string(run.rules.digest)),
        ])
      ),
      ("convention", .string(run.convention.rawValue)),
      ("labels", run.labels.map { .array($0.map { .string($0) }) } ?? .null),
      ("documents", .integer(result.documentCount)),
      ("marked", .integer(result.markedCount)),
      ("optional", .integer(result.optionalCount)),
      ("found", .integer(result.foundCount)),
      ("scores", .object(scopes.map { ($0.name, Self.json($0.counts)) })),
      ("macro_f1", .number(result.macroF1)),
      ("classes", .array(result.classes.map(Self.json))),
      ("groups", .object(result.groups.map { ($0.name, Self.json($0.counts)) })),
      (
        "values",
        .object([
          ("exact", Self.json(result.values)),
          ("overlapping", Self.json(result.overlappingValues)),
          ("marked", .integer(result.markedValueCount)),
        ])
      ),
      (
        "canonical",
        .object([
          ("hits", .integer(result.canonicalHitCount)),
          ("exact", Self.json(result.canonicals)),
          ("ignoring_case", Self.json(result.caselessCanonicals)),
        ])
      ),
      (
        "nothing_marked",
        .object([
          ("documents", .integer(empty.count)), ("with_findings", .integer(empty.withFindings)),
          ("findings", .integer(empty.findings)),
        ])
      ),
      ("confusion", .array(confusions)),
      ("rules_scored", .array(result.rules.map(Self.json))),
      ("missed", .array(result.misses.map(Self.json))),
    ])
  }

  private var confusions: [ReportValue] {
    let (marked, found) = confusionLabels
    return marked.flatMap { row in
      found.compactMap { column in
        result.confusions[.init(marked: row, found: column)].map {
          .object([
            ("marked", .optional(row)), ("found", .optional(column)), ("count", .integer($0)),
          ])
        }
      }
    }
  }

  private static func json(_ counts: ModeCounts) -> ReportValue {
    .object(modes.map { ($0.0.rawValue, json(counts[$0.0])) })
  }

  static func json(_ counts: Counts) -> ReportValue {
    .object([
      ("precision", .number(counts.precision)), ("recall", .number(counts.recall)),
      ("f1", .number(counts.f1)), ("hits", .integer(counts.hits)),
      ("extra", .integer(counts.extras)), ("missed", .integer(counts.misses)),
    ])
  }

  static func json(_ ratio: Ratio) -> ReportValue {
    .object([
      ("right", .integer(ratio.part)), ("of", .integer(ratio.whole)),
      ("share", ratio.whole > 0 ? .number(ratio.value) : .null),
    ])
  }

  private static func json(_ row: EvaluationResult.ClassScore) -> ReportValue {
    .object([
      ("layer", .string(row.layer.rawValue)), ("label", .string(row.label)),
      ("scores", json(row.counts)), ("values", json(row.values)),
      ("canonical", json(row.canonicals)),
    ])
  }

  private static func json(_ rule: RuleOutcome) -> ReportValue {
    .object([
      ("rule", .string(rule.rule)), ("found", .integer(rule.found)),
      ("hits", .integer(rule.hits)), ("extra", .integer(rule.extras)),
      ("near", .integer(rule.nearHits)), ("values", json(rule.values)),
      ("canonical", json(rule.canonicals)), ("errors", .array(rule.errors.map(json))),
    ])
  }

  private static func json(_ error: ErrorExample) -> ReportValue {
    .object([
      ("kind", .string(error.kind.rawValue)), ("document", .string(error.document)),
      ("label", .string(error.label)), ("text", .string(error.text)),
      ("before", .string(error.before)), ("after", .string(error.after)),
      ("expected", .string(error.expected)), ("found", .string(error.found)),
    ])
  }
}
