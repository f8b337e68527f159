extension BenchmarkReport {
  /// The report as a page.
  var html: String {
    let names = run.sides.map { "\($0.name): \($0.place)" }.joined(separator: " · ")
    var page = ReportPage(
      title: run.sides.count == 2 ? "Two rule sets compared" : "Benchmark",
      subtitle: "\(run.corpusName) · \(names)")
    addHeadline(to: &page)
    page.facts(
      [
        ("Documents", Figure.grouped(run.documentCount)),
        ("Text", Figure.bytes(run.byteCount)), ("Rounds", "\(run.options.rounds)"),
        ("Convention", run.options.convention.rawValue),
      ] + (run.goldName.map { [("Gold", $0)] } ?? [])
        + run.sides.flatMap { side in
          [
            ("Rules of \(side.name)", "\(side.ruleCount), \(side.digest)"),
            ("\(side.name) loaded in", Figure.seconds(side.loadSeconds)),
          ]
        })
    addThroughput(to: &page)
    addStages(to: &page)
    addGold(to: &page)
    addChanges(to: &page)
    addRules(to: &page)
    return page.rendered
  }

  private func addHeadline(to page: inout ReportPage) {
    var figures: [(value: String, name: String)] = []
    for side in run.sides {
      let speed = side.throughput(byteCount: run.byteCount).median
      figures.append((Figure.fixed(speed, 2), "MB/s, \(side.name)"))
    }
    if let speedRatio { figures.append((Figure.fixed(speedRatio, 3), "B to A by CPU time")) }
    if let changes = run.changes {
      for kind in MentionChange.Kind.allCases {
        figures.append((Figure.grouped(changes.counts[kind] ?? 0), "mentions \(kind.rawValue)"))
      }
    } else {
      figures.append((Figure.grouped(run.sides[0].mentionCount), "mentions"))
    }
    page.headline(figures)
  }

  private func addThroughput(to page: inout ReportPage) {
    let note =
      "Megabytes of UTF-8 a second on one thread, JSON Lines encoded; a point a round, the line is "
      + "the median. Memory is the peak of “tanba extract” on one thread."
    page.section("Throughput and memory", note: note) { section in
      var plot = StripPlot(label: "Throughput by round", unit: "MB/s")
      var table = HTMLTable([
        "", "median MB/s", "quartiles", "range", "MB/CPU s", "mentions", "peak memory",
        "without text",
      ])
      for (index, side) in run.sides.enumerated() {
        let speed = side.throughput(byteCount: run.byteCount)
        plot.add(side.name, speed, colour: index == 0 ? "a" : "b")
        table.add([
          side.name, Figure.fixed(speed.median, 2), Self.span(speed.middleHalf),
          Self.span(speed.range),
          Figure.fixed(side.processorThroughput(byteCount: run.byteCount).median, 2),
          Figure.grouped(side.mentionCount),
          side.memory.extraction.map(Figure.bytes) ?? "–",
          side.memory.idle.map(Figure.bytes) ?? "–",
        ])
      }
      plot.write(to: &section)
      table.write(to: &section)
    }
  }

  private func addStages(to page: inout ReportPage) {
    page.section("Where the time goes", note: "Share of each stage, in a pass of its own.") {
      section in
      var plot = StackPlot(label: "Share of each stage")
      for side in run.sides { plot.add(side.name, side.stages.map { ($0.name, $0.seconds) }) }
      plot.write(to: &section)
    }
  }

  private func addGold(to page: inout ReportPage) {
    guard let gold = run.goldName else { return }
    page.section("Against the gold", note: gold) { section in
      var table = HTMLTable([
        "", "P", "R", "F1", "overlapping F1", "values", "canonical", "hits", "extra", "missed",
      ])
      for side in run.sides {
        guard let result = side.evaluation else { continue }
        let exact = result.total.exact
        let shares = [exact.precision, exact.recall, exact.f1, result.total.overlapping.f1]
        table.add(
          [side.name] + shares.map { Figure.fixed($0, 4) }
            + [Figure.share(result.values), Figure.share(result.canonicals)]
            + [exact.hits, exact.extras, exact.misses].map(Figure.grouped))
      }
      table.write(to: &section)
    }
  }

  private func addChanges(to page: inout ReportPage) {
    guard let changes = run.changes else { return }
    let others = changes.byAnotherRule
    let note =
      "\(Figure.grouped(changes.same)) mentions are the same"
      + (others > 0 ? ", \(Figure.grouped(others)) of them by another rule." : ".")
    page.section("What B finds otherwise than A", note: note) { section in
      guard !changes.isEmpty else { return section.element("p", text: "No change.") }
      let colours: [MentionChange.Kind: String] = [.gained: "good", .lost: "bad", .changed: "b"]
      let largest = changes.counts.values.max() ?? 1
      var plot = BarPlot(label: "Changes by kind", bound: Double(largest) * 1.05, ticks: [])
      for kind in MentionChange.Kind.allCases {
        let count = changes.counts[kind] ?? 0
        plot.add(
          kind.rawValue,
          [
            .init(
              name: kind.rawValue, value: Double(count), shown: Figure.grouped(count),
              colour: colours[kind] ?? "a")
          ])
      }
      plot.write(to: &section)
      for kind in MentionChange.Kind.allCases {
        let shown = shownExamples(kind)
        guard !shown.isEmpty else { continue }
        let count = changes.counts[kind] ?? 0
        let heading =
          shown.count < count
          ? "\(Self.heading(kind)), \(shown.count) of \(Figure.grouped(count))"
          : "\(Self.heading(kind)), \(Figure.grouped(count))"
        section.element("h3", text: heading)
        section.element("ul", [("class", "examples")]) { list in
          for change in shown { write(change, to: &list) }
        }
      }
    }
  }

  private func write(_ change: MentionChange, to list: inout Markup) {
    let style = change.kind == .gained ? "good" : change.kind == .lost ? "bad" : "other"
    list.element("li") { item in
      item.add("…\(change.before)")
      item.element("mark", [("class", style)], text: change.text)
      item.add("\(change.after)…")
      item.element("small", text: "\(Self.explanation(of: change)) · \(change.document)")
    }
  }

  private func addRules(to page: inout ReportPage) {
    let rows = ruleRows
    guard !rows.isEmpty else { return }
    let hasGold = run.goldName != nil
    let note =
      hasGold
      ? "Mentions in the corpus; precision on the gold, of so many that are scored."
      : "Mentions in the corpus."
    page.section("By rule", note: note) { section in
      if hasGold { writePrecision(rows, to: &section) }
      var header = ["rule"] + run.sides.map { run.sides.count == 1 ? "mentions" : $0.name }
      if run.changes != nil { header += MentionChange.Kind.allCases.map(\.rawValue) }
      if hasGold { header += run.sides.flatMap { ["precision \($0.name)", "of"] } }
      var table = HTMLTable(header, [0: .code])
      for row in rows {
        var cells = [row.rule] + row.counts.map(Figure.grouped)
        if run.changes != nil {
          cells += MentionChange.Kind.allCases.map { row.changes[$0].map(Figure.grouped) ?? "·" }
        }
        for outcome in row.outcomes where hasGold {
          let scored = outcome.map { $0.hits + $0.extras } ?? 0
          cells += [Figure.share(Ratio(outcome?.hits ?? 0, of: scored)), Figure.grouped(scored)]
        }
        table.add(cells)
      }
      table.write(to: &section)
    }
  }

  /// The precision of the rules that the gold says most about.
  private func writePrecision(_ rows: [RuleRow], to section: inout Markup) {
    func scored(_ row: RuleRow) -> Int {
      row.outcomes.map { $0.map { $0.hits + $0.extras } ?? 0 }.max() ?? 0
    }
    let shown = rows.filter { scored($0) > 0 }
      .sorted { (scored($1), $0.rule) < (scored($0), $1.rule) }.prefix(16)
    guard !shown.isEmpty else { return }
    var plot = BarPlot(
      label: "Precision by rule", bound: 1,
      ticks: [(0, "0"), (0.25, ".25"), (0.5, ".50"), (0.75, ".75"), (1, "1")])
    for row in shown {
      let bars = zip(run.sides, row.outcomes).enumerated().map { index, pair in
        let scored = pair.1.map { $0.hits + $0.extras } ?? 0
        return BarPlot.Bar(
          name: pair.0.name, value: pair.1?.precision ?? 0,
          shown: scored > 0 ? "\(Figure.fixed(pair.1?.precision ?? 0, 3)) of \(scored)" : "–",
          colour: index == 0 ? "a" : "b")
      }
      plot.add(row.rule, bars)
    }
    plot.write(to: &section)
    if run.sides.count == 2 {
      EvaluationReport.writeKey([("A", "a"), ("B", "b")], to: &section)
      section.element("p") { _ in }
    }
  }
}
