import Evaluation
import Foundation
import Tanba
import Testing

@Suite("The page of kinds")
struct KindsPageTests {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Rules")

  @Test("is what the rule set makes of its examples: run make kinds where it is not")
  func isCurrent() throws {
    let page = try KindsPage(rules: try RuleSet(folder: Self.folder.path)).markdown()
    let file = try String(contentsOf: Self.folder.appending(path: "KINDS.md"), encoding: .utf8)
    // The first lines that differ say more than two whole pages.
    let lines = (page.split(separator: "\n"), file.split(separator: "\n"))
    #expect(lines.0.count == lines.1.count)
    for (made, kept) in zip(lines.0, lines.1) where made != kept {
      Issue.record("made \(made)\nkept \(kept)")
      break
    }
  }

  @Test("has a row for each kind of value")
  func hasKinds() throws {
    let page = try KindsPage(rules: try RuleSet(folder: Self.folder.path)).markdown()
    for kind in ["DATE", "TIME", "DURATION", "SET", "CARDINAL", "ORDINAL", "MONEY", "QUANTITY"] {
      #expect(page.contains("| \(kind) |"), "\(kind)")
    }
    #expect(page.contains("`XXXX-12-16`"))
  }
}
