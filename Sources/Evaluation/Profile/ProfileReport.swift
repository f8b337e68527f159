/// A report on a profile.
public struct ProfileReport {
  private let profile: RuleProfile
  /// The most rules that are named as having beaten another.
  private let winners: Int

  /// Prepares a report.
  public init(_ profile: RuleProfile, winners: Int = 3) {
    self.profile = profile
    self.winners = winners
  }

  /// The report in UTF-8.
  public func rendered(as format: ReportFormat) -> [UInt8] {
    switch format {
    case .text: Array(text.utf8)
    case .json: json.encoded
    case .html: Array(html.utf8)
    }
  }

  /// The rules that cost or find most first.
  private var rows: [RuleProfile.Row] {
    profile.rows.sorted {
      ($1.seconds, $1.candidates, $0.rule) < ($0.seconds, $0.candidates, $1.rule)
    }
  }

  private static let header = [
    "rule", "phase", "matches", "won", "kept", "beaten", "excepted", "impossible", "time", "share",
    "beaten or taken in by",
  ]

  private func cells(_ row: RuleProfile.Row) -> [String] {
    let total = profile.matchingSeconds
    let counts = [row.candidates, row.won, row.kept, row.beaten, row.excepted, row.impossible]
    return [row.rule, row.phase] + counts.map { $0 == 0 ? "·" : "\($0)" } + [
      row.seconds > 0 ? Figure.seconds(row.seconds) : "·",
      row.seconds > 0 && total > 0 ? Figure.percent(row.seconds / total) : "·",
      beatenBy(row).prefix(winners).map { "\($0.rule) \($0.count)" }.joined(separator: ", "),
    ]
  }

  private func beatenBy(_ row: RuleProfile.Row) -> [(rule: String, count: Int)] {
    row.beatenBy.map { (rule: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.rule) < ($0.count, $1.rule) }
  }

  private var summary: String {
    let speed = Double(profile.byteCount) / max(profile.seconds, 1e-9) / 1e6
    let share = profile.matchingSeconds / max(profile.seconds, 1e-9)
    return Figure.count(profile.documentCount, "document") + ", "
      + "\(Figure.count(profile.byteCount, "byte")) in "
      + "\(Figure.seconds(profile.seconds)) (\(Figure.fixed(speed, 2)) MB/s while noting), "
      + "\(Figure.percent(share)) of it in the phases"
  }

  // MARK: Text

  private var text: String {
    var text = "\(profile.corpusName), rules \(profile.place)\n\(summary)\n"
    if profile.failures > 0 {
      text += "\(Figure.count(profile.failures, "document")) failed\n"
    }
    var phases = TextTable(["phase", "rules", "time", "share"])
    for phase in profile.phases { phases.add(cells(phase)) }
    var table = TextTable(Self.header, left: [0, 1, 10])
    for row in rows { table.add(cells(row)) }
    return text + "\n" + phases.rendered + "\n" + table.rendered
  }

  private func cells(_ phase: RuleProfile.Phase) -> [String] {
    let total = profile.matchingSeconds
    return [
      phase.name, "\(phase.ruleCount)", Figure.seconds(phase.seconds),
      total > 0 ? Figure.percent(phase.seconds / total) : "–",
    ]
  }

  // MARK: JSON

  private var json: ReportValue {
    .object([
      ("corpus", .string(profile.corpusName)), ("rules_place", .string(profile.place)),
      ("documents", .integer(profile.documentCount)), ("bytes", .integer(profile.byteCount)),
      ("seconds", .number(profile.seconds)),
      ("matching_seconds", .number(profile.matchingSeconds)),
      ("failed_documents", .integer(profile.failures)),
      (
        "phases",
        .array(
          profile.phases.map {
            .object([
              ("phase", .string($0.name)), ("rules", .integer($0.ruleCount)),
              ("seconds", .number($0.seconds)),
            ])
          })
      ),
      ("rules", .array(rows.map(json))),
    ])
  }

  private func json(_ row: RuleProfile.Row) -> ReportValue {
    .object([
      ("rule", .string(row.rule)), ("label", .string(row.label)), ("phase", .string(row.phase)),
      ("matches", .integer(row.candidates)), ("won", .integer(row.won)),
      ("kept", .integer(row.kept)), ("taken_in", .integer(row.absorbed)),
      ("beaten", .integer(row.beaten)), ("excepted", .integer(row.excepted)),
      ("impossible", .integer(row.impossible)), ("seconds", .number(row.seconds)),
      ("beaten_by", .object(beatenBy(row).map { ($0.rule, .integer($0.count)) })),
    ])
  }

  // MARK: HTML

  private var html: String {
    var page = ReportPage(
      title: "Profile of the rules", subtitle: "\(profile.place) on \(profile.corpusName)")
    page.headline([
      (value: Figure.grouped(profile.rows.reduce(0) { $0 + $1.candidates }), name: "matches"),
      (value: Figure.grouped(profile.rows.reduce(0) { $0 + $1.kept }), name: "kept"),
      (value: Figure.seconds(profile.matchingSeconds), name: "in the phases"),
      (value: "\(profile.rows.count { $0.candidates == 0 })", name: "rules without a match"),
    ])
    page.section("By phase", note: summary + ".") { section in
      var plot = BarPlot(
        label: "Time by phase", bound: max(1e-9, profile.phases.map(\.seconds).max() ?? 0) * 1.05,
        ticks: [])
      for phase in profile.phases {
        plot.add(
          phase.name,
          [
            .init(
              name: "time", value: phase.seconds, shown: Figure.seconds(phase.seconds), colour: "a")
          ])
      }
      plot.write(to: &section)
    }
    let note =
      "Time is that of captures and values; running a phase's automaton costs all its rules "
      + "together. Kept: won and not taken in by a later phase."
    page.section("By rule", note: note) { section in
      var table = HTMLTable(Self.header, [0: .code, 1: .left, 10: .wrap])
      for row in rows { table.add(cells(row)) }
      table.write(to: &section)
    }
    return page.rendered
  }
}
