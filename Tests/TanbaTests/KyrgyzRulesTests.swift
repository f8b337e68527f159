import Evaluation
import Tanba
import Testing

@Suite("A rule set for another language")
struct KyrgyzRulesTests {
  static let folder = Checkout.root.appending(path: "Fixtures/kyrgyz").path

  @Test("passes its own examples with the same engine")
  func examples() throws {
    let rules = try RuleSet(folder: Self.folder)
    let summary = try RuleTester(rules: rules).run()
    for failure in summary.failures { Issue.record("\(failure.diagnostic.rendered)") }
    #expect(summary.untested.isEmpty)
    #expect(summary.passed >= 37)
  }

  @Test("compiles without a warning and shares no file with the first")
  func warnings() throws {
    let rules = try RuleSet(folders: [Self.folder], findsWarnings: true)
    for warning in rules.warnings { Issue.record("\(warning.rendered)") }
    let own = try Checkout.files(in: "Fixtures/kyrgyz", withSuffix: ".tsv")
    #expect(own.count == 7)
  }

  @Test(
    "gives dates their values",
    arguments: [
      ("Кыргызстан 1991-жылы 31-августта эгемендүү болду.", "1991-08-31"),
      ("Шайлоо 2020-жылдын 4-октябрында өттү.", "2020-10-04"),
      ("Ал 1928-жылдын 12-декабрында туулган.", "1928-12-12"),
      ("Жыйын эртең болот.", "2021-05-13"),
      ("Биз 2024-жылдын июлунда бардык.", "2024-07"),
    ])
  func values(text: String, value: String) throws {
    let rules = try RuleSet(folder: Self.folder)
    let document = try makePipeline(rules: rules).extract(
      text, referenceDate: Document.ReferenceDate(year: 2021, month: 5, day: 12))
    #expect(document.mentions.compactMap { $0.timex?.value } == [value])
  }
}
