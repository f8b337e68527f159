import Foundation
import Tanba
import Testing

@testable import Evaluation

@Suite("Benchmarks and profiles")
struct BenchmarkTests {
  private static let rules = Result {
    try RuleSet(
      folder: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Rules").standardizedFileURL.path)
  }

  private static let corpus = BenchmarkCorpus(
    name: "corpus",
    documents: [
      "Ұсыныс 1992 жылы 5 қазанда айтылды.", "Астанада 2007 жылғы 5 шілдеде ашылды.", "",
      "Құжатқа 2021 жылғы 31 ақпанда қол қойылды.",
    ].enumerated().map { Document(id: "\($0)", text: $1) })

  @Test("a rule set compared with itself shows no change")
  func identical() throws {
    let rules = try Self.rules.get()
    var options = BenchmarkRun.Options()
    options.rounds = 2
    let run = try BenchmarkRun(
      corpus: Self.corpus, rules: [(rules, 0), (rules, 0)], options: options)
    let changes = try #require(run.changes)
    #expect(changes.isEmpty)
    #expect(changes.same == run.sides[0].mentionCount)
    #expect(changes.same >= 2)
    #expect(changes.byAnotherRule == 0)
    for side in run.sides {
      #expect(side.seconds.values.count == 2)
      #expect(side.stages.map(\.name).last == "encode")
      #expect(Set(side.stages.map(\.name)).count == side.stages.count, "a name means one stage")
      #expect(side.failures == 0)
    }
    let report = BenchmarkReport(run)
    #expect(String(decoding: report.rendered(as: .text), as: UTF8.self).contains("no change"))
    for format in [ReportFormat.json, .html] { #expect(!report.rendered(as: format).isEmpty) }
    _ = try JSONSerialization.jsonObject(with: Data(report.rendered(as: .json)))
  }

  @Test("mentions are gained, lost and changed, each once")
  func changes() {
    var changes = MentionChanges(examplesPerRule: 1)
    changes.compare(
      [.names: [Gold.found(0..<3, "GPE"), Gold.found(5..<8, "GPE"), Gold.found(9..<12, "LAW")]],
      [
        .names: [
          Gold.found(0..<3, "GPE", rule: "other"), Gold.found(5..<9, "PERSON", canonical: "x"),
          Gold.found(15..<16, "GPE"), Gold.found(17..<18, "GPE"),
        ]
      ], id: "d", text: "abcdefghijklmnopqrstuvwxyz")
    #expect(changes.same == 1)
    #expect(changes.byAnotherRule == 1)
    #expect(changes.counts == [.changed: 1, .lost: 1, .gained: 2])
    #expect(changes.examples.map(\.kind) == [.changed, .lost, .gained])
    #expect(changes.examples[0].aspects == ["span", "label", "canonical"])
    #expect(changes.examples[0].text == "fghi")
    #expect(changes.examples[0].firstText == "fgh")
  }

  @Test("every match of a profile is accounted for")
  func profile() throws {
    let rules = try Self.rules.get()
    let profile = try RuleProfile(corpus: Self.corpus, rules: rules)
    for row in profile.rows {
      #expect(row.candidates == row.won + row.beaten + row.excepted + row.impossible, "\(row.rule)")
      #expect(row.beatenBy.values.reduce(0, +) == row.beaten + row.absorbed, "\(row.rule)")
      #expect(!row.phase.isEmpty)
    }
    #expect(profile.rows.contains { $0.impossible > 0 })
    #expect(profile.matchingSeconds > 0)
    #expect(profile.rows.reduce(0) { $0 + $1.seconds } <= profile.matchingSeconds)
    let finding = try makeFindingPipeline(rules: rules)
    let kept = try Self.corpus.documents.reduce(into: [String: Int]()) { kept, document in
      let found = try finding.extract(String(decoding: document.source, as: UTF8.self))
      for mention in found.mentions { kept[mention.rule, default: 0] += 1 }
    }
    // Phases that join words leave tokens, no mentions.
    for row in profile.rows where row.phase != "repair" {
      #expect(row.kept == kept[row.rule, default: 0], "\(row.rule)")
    }
    for format in ReportFormat.allCases {
      #expect(!ProfileReport(profile).rendered(as: format).isEmpty)
    }
  }

  @Test("a sample knows its median and quartiles")
  func sample() {
    let sample = Sample([4, 1, 3, 2, 10])
    #expect(sample.median == 3)
    #expect(sample.middleHalf == 2...4)
    #expect(sample.range == 1...10)
    #expect(Sample([1, 2]).median == 1.5)
    #expect(Sample().median == 0)
  }

  @Test("the memory of a program is measured, that of one which fails is not")
  func memory() {
    #expect(ChildMemory.peak(of: "/bin/true", arguments: []) ?? 0 > 100_000)
    #expect(ChildMemory.peak(of: "/bin/false", arguments: []) == nil)
    #expect(ChildMemory.peak(of: "/no/such/program", arguments: []) == nil)
  }
}
