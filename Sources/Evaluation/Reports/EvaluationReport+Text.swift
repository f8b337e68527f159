extension EvaluationReport {
  /// The report for a terminal.
  var text: String {
    var text = "\(run.goldName) (\(run.goldFormat.rawValue)): "
    text += "\(Figure.count(result.documentCount, "document")), "
    text += "\(Figure.count(result.markedCount, "mention")) and \(result.optionalCount) optional, "
    text += "\(result.foundCount) found\n"
    text += "rules \(run.rules.place) \(run.rules.digest), convention \(run.convention.rawValue)\n"
    text += "\n" + scopeTable + "\n" + classTable
    if let figures = valueLines { text += "\n" + figures }
    if !result.groups.isEmpty { text += "\n" + groupTable }
    if !result.confusions.isEmpty { text += "\nmarked as (down), found as (across)\n" + matrix }
    if !result.rules.isEmpty { text += "\n" + ruleTable }
    for rule in faultyRules where examples > 0 {
      text += "\n\(rule.rule): \(Figure.count(rule.errorCount, "error"))\n"
      for error in rule.errors.prefix(examples) { text += "  " + line(error) }
    }
    let misses = missesByClass
    if !misses.isEmpty, examples > 0 { text += "\nmissed\n" }
    for (label, count, texts) in misses where examples > 0 {
      let shown = texts.map { "“\($0.text)”" + ($0.count > 1 ? " ×\($0.count)" : "") }
      text += "  \(label) \(count): \(shown.joined(separator: ", "))\n"
    }
    return text
  }

  private static func figures(_ counts: Counts) -> [String] {
    [counts.precision, counts.recall, counts.f1].map { Figure.fixed($0, 4) }
  }

  private var scopeTable: String {
    var table = TextTable(
      ["", "", "P", "R", "F1", "hits", "extra", "missed"], left: [0, 1])
    for scope in scopes {
      for (mode, name) in Self.modes {
        let counts = scope.counts[mode]
        table.add(
          [scope.name, name] + Self.figures(counts)
            + [counts.hits, counts.extras, counts.misses].map(String.init))
      }
    }
    return table.rendered
  }

  private var classTable: String {
    var table = TextTable([
      "class", "marked", "P", "R", "F1", "P~", "R~", "F1~", "values", "canonical",
    ])
    for row in result.classes {
      let exact = row.counts.exact
      table.add(
        [row.label, "\(exact.marked)"] + Self.figures(exact)
          + Self.figures(row.counts.overlapping)
          + [Figure.share(row.values), Figure.share(row.canonicals)])
    }
    table.add(["macro", "", "", "", Figure.fixed(result.macroF1, 4)])
    return table.rendered + "~ overlapping spans\n"
  }

  private var valueLines: String? {
    var lines = ""
    if result.markedValueCount > 0 {
      let recall = Ratio(result.overlappingValues.part, of: result.markedValueCount)
      lines += "values: \(Figure.share(result.values)) right of \(result.values.whole) exact hits, "
      lines += "\(Figure.share(result.overlappingValues)) of \(result.overlappingValues.whole) "
      lines += "overlapping; \(Figure.share(recall)) of \(recall.whole) marked\n"
    }
    if result.canonicals.whole > 0 {
      lines += "canonical: \(Figure.share(result.canonicals)) right of \(result.canonicals.whole) "
      lines += "exact hits that have one (\(result.canonicalHitCount) hits), "
      lines += "\(Figure.share(result.caselessCanonicals)) without regard to case\n"
    }
    let empty = result.emptyDocuments
    if empty.count > 0 {
      lines += "documents with nothing marked: \(empty.count), with findings: "
      lines += "\(empty.withFindings) (\(empty.findings) mentions)\n"
    }
    return lines.isEmpty ? nil : lines
  }

  private var groupTable: String {
    var table = TextTable(["part of the corpus", "marked", "P", "R", "F1", "extra"])
    for (name, counts) in result.groups {
      table.add(
        [name, "\(counts.marked)"] + Self.figures(counts) + ["\(counts.extras)"])
    }
    return table.rendered
  }

  private var matrix: String {
    let (marked, found) = confusionLabels
    var table = TextTable([""] + found.map { $0 ?? "nothing" })
    for row in marked {
      table.add(
        [row ?? "nothing"]
          + found.map { column in
            let count = result.confusions[.init(marked: row, found: column)] ?? 0
            return count > 0 ? "\(count)" : row == nil && column == nil ? "" : "·"
          })
    }
    return table.rendered
  }

  private var ruleTable: String {
    var table = TextTable(["rule", "found", "hits", "extra", "near", "P", "values", "canonical"])
    for rule in result.rules {
      table.add([
        rule.rule, "\(rule.found)", "\(rule.hits)",
        "\(rule.extras)", "\(rule.nearHits)",
        Figure.share(Ratio(rule.hits, of: rule.hits + rule.extras)), Figure.share(rule.values),
        Figure.share(rule.canonicals),
      ])
    }
    return table.rendered + "near: extra, but over a marked mention of the same class\n"
  }

  private func line(_ error: ErrorExample) -> String {
    let place = "\(error.document): …\(error.before)[\(error.text)]\(error.after)…"
    switch error.kind {
    case .extra:
      let marked = error.expected.isEmpty ? "nothing is marked" : "marked is \(error.expected)"
      return "\(error.label): \(marked): \(place)\n"
    case .missed: return "\(error.label) missed: \(place)\n"
    case .value, .canonical:
      return "\(error.kind.rawValue) \(error.found), not \(error.expected): \(place)\n"
    }
  }
}
