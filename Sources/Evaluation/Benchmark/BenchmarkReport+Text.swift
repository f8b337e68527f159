extension BenchmarkReport {
  /// The report for a terminal.
  var text: String {
    var text = "\(run.corpusName): \(Figure.count(run.documentCount, "document")), "
    text += "\(Figure.count(run.byteCount, "byte")), \(Figure.count(run.options.rounds, "round")), "
    text += "convention \(run.options.convention.rawValue)\n"
    for side in run.sides {
      text += "\(side.name): \(side.place) \(side.digest), "
      text += "\(Figure.count(side.ruleCount, "rule")), "
      text += "loaded in \(Figure.seconds(side.loadSeconds))\n"
      if side.failures > 0 {
        text += "\(side.name): \(Figure.count(side.failures, "document")) failed\n"
      }
    }
    text += "\n" + figureTable + "\n" + stageTable
    if run.goldName != nil { text += "\n" + goldTable }
    if let changes = run.changes { text += "\n" + self.changes(changes) }
    text += "\n" + ruleTable
    return text
  }

  private var figureTable: String {
    var table = TextTable([
      "", "MB/s", "quartiles", "range", "MB/CPU-s", "mentions", "peak memory", "without text",
    ])
    for side in run.sides {
      let speed = side.throughput(byteCount: run.byteCount)
      table.add([
        side.name, Figure.fixed(speed.median, 2), Self.span(speed.middleHalf),
        Self.span(speed.range),
        Figure.fixed(side.processorThroughput(byteCount: run.byteCount).median, 2),
        "\(side.mentionCount)",
        side.memory.extraction.map(Figure.bytes) ?? "–",
        side.memory.idle.map(Figure.bytes) ?? "–",
      ])
    }
    var text = table.rendered
    if let speedRatio {
      text += "B runs at \(Figure.fixed(speedRatio, 3)) of A's speed by processor time\n"
    }
    return text
  }

  static func span(_ range: ClosedRange<Double>) -> String {
    "\(Figure.fixed(range.lowerBound, 2))–\(Figure.fixed(range.upperBound, 2))"
  }

  private var stageTable: String {
    var table = TextTable(["stage"] + run.sides.flatMap { ["\($0.name) share", "time"] })
    let totals = run.sides.map { $0.stages.reduce(0) { $0 + $1.seconds } }
    for index in run.sides[0].stages.indices {
      var row = [run.sides[0].stages[index].name]
      for (side, total) in zip(run.sides, totals) {
        let seconds = side.stages[index].seconds
        row += [
          total > 0 ? Figure.percent(seconds / total) : "–", Figure.seconds(seconds),
        ]
      }
      table.add(row)
    }
    return table.rendered
  }

  private var goldTable: String {
    var table = TextTable(["gold", "P", "R", "F1", "F1~", "values", "canonical"])
    for side in run.sides {
      guard let result = side.evaluation else { continue }
      let exact = result.total.exact
      table.add(
        [side.name]
          + [exact.precision, exact.recall, exact.f1, result.total.overlapping.f1].map {
            Figure.fixed($0, 4)
          } + [Figure.share(result.values), Figure.share(result.canonicals)])
    }
    return table.rendered
  }

  private func changes(_ changes: MentionChanges) -> String {
    guard !changes.isEmpty else {
      return "no change: all \(changes.same) mentions are the same"
        + (changes.byAnotherRule > 0 ? ", \(changes.byAnotherRule) by another rule\n" : "\n")
    }
    var text = "\(changes.same) mentions are the same"
    if changes.byAnotherRule > 0 { text += ", \(changes.byAnotherRule) by another rule" }
    for kind in MentionChange.Kind.allCases {
      text += "; \(changes.counts[kind] ?? 0) \(kind.rawValue)"
    }
    text += "\n"
    for kind in MentionChange.Kind.allCases {
      let shown = shownExamples(kind)
      guard !shown.isEmpty else { continue }
      text += "\n\(Self.heading(kind)): \(changes.counts[kind] ?? 0)\n"
      for change in shown {
        text += "  …\(change.before)[\(change.text)]\(change.after)… (\(change.document))\n"
        text += "    \(Self.explanation(of: change))\n"
      }
    }
    return text
  }

  /// What both rule sets say of the place of a change.
  static func explanation(of change: MentionChange) -> String {
    switch change.kind {
    case .gained: description(change.second)
    case .lost: description(change.first)
    case .changed:
      "\(change.aspects.joined(separator: ", ")): "
        + description(change.first, text: change.firstText)
        + " → " + description(change.second, text: change.text)
    }
  }

  private var ruleTable: String {
    var header = ["rule"] + run.sides.map(\.name)
    if run.changes != nil { header += ["gained", "lost", "changed"] }
    if run.goldName != nil { header += run.sides.flatMap { ["P \($0.name)", "of"] } }
    var table = TextTable(header)
    for row in ruleRows {
      var cells = [row.rule] + row.counts.map(String.init)
      if run.changes != nil {
        cells += MentionChange.Kind.allCases.map { row.changes[$0].map(String.init) ?? "·" }
      }
      if run.goldName != nil {
        for outcome in row.outcomes {
          let scored = outcome.map { $0.hits + $0.extras } ?? 0
          cells += [Figure.share(Ratio(outcome?.hits ?? 0, of: scored)), "\(scored)"]
        }
      }
      table.add(cells)
    }
    return table.rendered
  }
}
