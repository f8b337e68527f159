extension EvaluationReport {
  /// The report as a page.
  var html: String {
    var page = ReportPage(
      title: "Evaluation", subtitle: "\(run.goldName) against the rules in \(run.rules.place)")
    let exact = result.total.exact
    var headline = [
      (Figure.fixed(exact.f1, 4), "F1, exact spans"),
      (Figure.fixed(exact.precision, 4), "precision"),
      (Figure.fixed(exact.recall, 4), "recall"),
      (Figure.fixed(result.total.overlapping.f1, 4), "F1, overlapping"),
    ]
    if result.values.whole > 0 { headline.append((Figure.share(result.values), "values right")) }
    if result.canonicals.whole > 0 {
      headline.append((Figure.share(result.canonicals), "forms right"))
    }
    page.headline(headline.map { (value: $0.0, name: $0.1) })
    page.facts([
      ("Gold", run.goldFormat.rawValue), ("Documents", Figure.grouped(result.documentCount)),
      ("Marked", Figure.grouped(result.markedCount)),
      ("Optional", Figure.grouped(result.optionalCount)),
      ("Found", Figure.grouped(result.foundCount)), ("Convention", run.convention.rawValue),
      ("Labels", run.labels?.joined(separator: ", ") ?? "all"), ("Rule digest", run.rules.digest),
    ])
    addScores(to: &page)
    addClasses(to: &page)
    addConfusions(to: &page)
    addGroups(to: &page)
    addRules(to: &page)
    addMisses(to: &page)
    return page.rendered
  }

  private static func figures(_ counts: Counts) -> [String] {
    [counts.precision, counts.recall, counts.f1].map { Figure.fixed($0, 4) }
  }

  private func addScores(to page: inout ReportPage) {
    page.section(
      "Scores", note: "Each mention is paired at most once; optional ones are neither hit nor miss."
    ) { section in
      var table = HTMLTable(
        ["", "counted as found", "P", "R", "F1", "hits", "extra", "missed"], [0: .left, 1: .left])
      for scope in scopes {
        for (mode, name) in Self.modes {
          let counts = scope.counts[mode]
          table.add(
            [scope.name, name] + Self.figures(counts)
              + [counts.hits, counts.extras, counts.misses].map(Figure.grouped),
            style: mode == .exact ? "total" : nil)
        }
      }
      table.write(to: &section)
    }
  }

  private func addClasses(to page: inout ReportPage) {
    page.section("By class", note: "F1 of exact and of overlapping spans; figures below.") {
      section in
      var plot = BarPlot(
        label: "F1 by class", bound: 1,
        ticks: [(0, "0"), (0.25, ".25"), (0.5, ".50"), (0.75, ".75"), (1, "1")])
      var table = HTMLTable([
        "class", "marked", "P", "R", "F1", "overlapping P", "R", "F1", "values", "canonical",
      ])
      for row in result.classes {
        let exact = row.counts.exact
        let overlapping = row.counts.overlapping
        plot.add(
          row.label,
          [
            .init(
              name: "exact", value: exact.f1, shown: Figure.fixed(exact.f1, 3), colour: "a"),
            .init(
              name: "overlapping", value: overlapping.f1, shown: Figure.fixed(overlapping.f1, 3),
              colour: "b"),
          ])
        table.add(
          [row.label, Figure.grouped(exact.marked)] + Self.figures(exact)
            + Self.figures(overlapping) + [Figure.share(row.values), Figure.share(row.canonicals)])
      }
      table.add(
        ["macro", "", "", "", Figure.fixed(result.macroF1, 4), "", "", "", "", ""], style: "total")
      plot.write(to: &section)
      Self.writeKey([("exact", "a"), ("overlapping", "b")], to: &section)
      section.element("p") { _ in }
      table.write(to: &section)
    }
  }

  /// What the colours of a plot stand for.
  static func writeKey(_ entries: [(String, String)], to markup: inout Markup) {
    markup.element("ul", [("class", "key")]) { list in
      for (name, colour) in entries {
        list.element("li", [("style", "--swatch: var(--\(colour))")], text: name)
      }
    }
  }

  private func addConfusions(to page: inout ReportPage) {
    guard !result.confusions.isEmpty else { return }
    let note = "Rows: as marked. Columns: as found, where spans overlap at all."
    page.section("Confusion", note: note) { section in
      let (marked, found) = confusionLabels
      var table = HTMLTable([""] + found.map { $0 ?? "nothing" })
      for row in marked {
        table.add(
          [row ?? "nothing"]
            + found.map { column in
              let count = result.confusions[.init(marked: row, found: column)] ?? 0
              return count > 0 ? Figure.grouped(count) : row == nil && column == nil ? "" : "·"
            })
      }
      table.write(to: &section)
    }
  }

  private func addGroups(to page: inout ReportPage) {
    guard !result.groups.isEmpty else { return }
    page.section("By part of the corpus", note: "Exact spans.") { section in
      var table = HTMLTable(["part", "marked", "P", "R", "F1", "extra", "missed"])
      for (name, counts) in result.groups {
        table.add(
          [name, Figure.grouped(counts.marked)] + Self.figures(counts)
            + [Figure.grouped(counts.extras), Figure.grouped(counts.misses)])
      }
      table.write(to: &section)
    }
  }

  private func addRules(to page: inout ReportPage) {
    guard !result.rules.isEmpty else { return }
    let note =
      "Most errors first. Near: extra, but over a marked mention of the same class. Values and "
      + "canonical forms are of exact hits."
    page.section("By rule", note: note) { section in
      var table = HTMLTable(
        ["rule", "found", "hits", "extra", "near", "precision", "values", "canonical"],
        [0: .code])
      for rule in result.rules {
        table.add([
          rule.rule, Figure.grouped(rule.found), Figure.grouped(rule.hits),
          Figure.grouped(rule.extras), Figure.grouped(rule.nearHits),
          Figure.share(Ratio(rule.hits, of: rule.hits + rule.extras)), Figure.share(rule.values),
          Figure.share(rule.canonicals),
        ])
      }
      table.write(to: &section)
      for (index, rule) in faultyRules.enumerated() where examples > 0 {
        section.element("details", index < 3 ? [("open", "open")] : []) { details in
          details.element("summary") { summary in
            summary.element("code", text: rule.rule)
            let count = rule.errorCount
            summary.add(" · \(count) \(count == 1 ? "error" : "errors")")
          }
          Self.write(Array(rule.errors.prefix(examples)), to: &details)
        }
      }
    }
  }

  private func addMisses(to page: inout ReportPage) {
    guard !result.misses.isEmpty, examples > 0 else { return }
    page.section("Missed", note: "By class, the commonest texts first.") { section in
      var table = HTMLTable(["class", "missed", "texts"], [0: .left, 2: .wrap])
      for (label, count, texts) in missesByClass {
        let shown = texts.map { "“\($0.text)”" + ($0.count > 1 ? " ×\($0.count)" : "") }
        table.add([label, Figure.grouped(count), shown.joined(separator: ", ")])
      }
      table.write(to: &section)
      let byClass = Dictionary(grouping: result.misses, by: \.label)
      for (label, count, _) in missesByClass {
        section.element("details") { details in
          details.element("summary", text: "\(label) · \(count) missed")
          Self.write(Array((byClass[label] ?? []).prefix(examples)), to: &details)
        }
      }
    }
  }

  /// Examples in their context, with what the gold and the rules say of them.
  static func write(_ errors: [ErrorExample], to markup: inout Markup) {
    markup.element("ul", [("class", "examples")]) { list in
      for error in errors {
        list.element("li") { item in
          item.add("…\(error.before)")
          item.element("mark", [("class", "bad")], text: error.text)
          item.add("\(error.after)…")
          item.element("small", text: explanation(of: error))
        }
      }
    }
  }

  private static func explanation(of error: ErrorExample) -> String {
    switch error.kind {
    case .extra:
      let marked = error.expected.isEmpty ? "nothing is marked" : "marked: \(error.expected)"
      return "\(error.label) found; \(marked) · \(error.document)"
    case .missed:
      let found = error.found.isEmpty ? "nothing found" : "found: \(error.found)"
      return "\(error.label) missed; \(found) · \(error.document)"
    case .value, .canonical:
      return "\(error.kind.rawValue) \(error.found), not \(error.expected) · \(error.document)"
    }
  }
}
