import Foundation
import Testing

@testable import Tanba

/// Rule folders that are laid over the Kyrgyz one, which is small.
@Suite("A rule folder over another")
struct RuleLayerTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("tanba-layer-\(UUID().uuidString)")

  private func load(_ main: String, findsWarnings: Bool = false) throws -> RuleSet {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(main.utf8).write(to: folder.appendingPathComponent("main.rules"))
    return try RuleSet(
      folders: [KyrgyzRulesTests.folder, folder.path], findsWarnings: findsWarnings)
  }

  private func found(_ text: String, _ rules: RuleSet) throws -> [String] {
    defer { try? FileManager.default.removeItem(at: folder) }
    return try makePipeline(rules: rules).extract(text).mentions.map { mention in
      "\(mention.rule) \(mention.timex?.value ?? mention.canonical ?? "") \(mention.confidence)"
    }
  }

  private func complaint(_ main: String) -> String {
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      _ = try load(main)
      return ""
    } catch let list as DiagnosticList {
      return list.diagnostics.map(\.rendered).joined()
    } catch {
      return "\(error)"
    }
  }

  @Test("adds rules")
  func adds() throws {
    let rules = try load(
      "rule new.city : GPE\n  \"Бишкек\"\n  confidence 0.8\n  test \"[Бишкек]\"\n")
    #expect(
      try found("Ал 1991-жылы Бишкек деди.", rules) == [
        "date.year 1991 1.0", "new.city Бишкек 0.8",
      ])
  }

  @Test("is warned of a label that is none of the classes, with what may be meant")
  func warnsOfUnknownLabels() throws {
    let main = """
      rule new.city : GPA
        "Бишкек"
        test "[Бишкек]"

      """
    defer { try? FileManager.default.removeItem(at: folder) }
    let warnings = try load(main, findsWarnings: true).warnings.map(\.rendered).joined()
    #expect(warnings.contains("main.rules:1:6: warning: “GPA” is none of KazNERD's classes"))
    #expect(warnings.contains("did you mean “GPE”?"))
    let right = try load(main.replacing("GPA", with: "GPE"), findsWarnings: true).warnings
    #expect(right.isEmpty, "\(right.map(\.rendered))")
  }

  @Test("replaces a rule in its place and phase")
  func replaces() throws {
    let rules = try load(
      "rule time.year : time-year\n  year:int(1000...2999)\n  value date(year)\n  test \"[1991]\"\n"
    )
    #expect(rules.source.rules.first?.id == "time.year")
    #expect(try found("Ал 1991 деди.", rules) == ["date.year 1991 1.0"])
  }

  @Test("switches a rule off")
  func switchesOff() throws {
    let rules = try load("without date.year\n")
    #expect(try found("Ал 1991-жылы келди.", rules).isEmpty)
  }

  @Test("replaces a definition for the rules that stand already")
  func redefines() throws {
    let rules = try load("define Day = int(32...40)\n")
    #expect(try found("Ал 35-август деди.", rules).isEmpty)
  }

  @Test("is told what it misspells")
  func misspells() {
    #expect(complaint("without date.yeer\n").contains("did you mean \"date.year\"?"))
  }

  @Test("can't switch off its own rule")
  func ownRule() {
    let own = complaint("rule a : GPE\n  \"Бишкек\"\n  test \"[Бишкек]\"\nwithout a\n")
    #expect(own.contains("of this folder"))
    #expect(own.contains("note: defined here"))
  }

  @Test("reads nothing outside itself, not by a symbolic link either")
  func symbolicLink() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("link.rules"),
      withDestinationURL: Checkout.root.appending(path: "Rules/main.rules"))
    #expect(complaint("include \"link.rules\"\n").contains("leads out of the rule folder"))
    #expect(complaint("include \"../main.rules\"\n").contains("its own folder only"))
  }
}
