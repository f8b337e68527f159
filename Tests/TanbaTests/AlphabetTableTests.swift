import Testing
import TextModel

@testable import Tanba

@Suite("The table of alphabets")
struct AlphabetTableTests {
  private static let columns = [
    "tag", "locale", "script", "letters", "digraphs", "shared", "telling", "lookalikes", "marks",
    "lossy", "merged", "handicap", "caseless", "read", "write", "variants", "foreign",
  ]

  /// What is said of a table of one alphabet with these cells.
  private func complaint(_ cells: [String: String]) -> String {
    let row = Self.columns.map { cells[$0] ?? "" }
    let table =
      (["form"] + Self.columns).joined(separator: "\t") + "\n"
      + (["latn-x"] + row).joined(separator: "\t") + "\n"
    do throws(DiagnosticList) {
      _ = try WritingSystem.all(in: SourceFile(name: "a.tsv", bytes: Array(table.utf8))) {
        path throws(Diagnostic) in throw Diagnostic("No such file", file: path)
      }
      return ""
    } catch {
      return error.diagnostics.map(\.rendered).joined()
    }
  }

  @Test("is told by line what it has that is none")
  func isTold() {
    #expect(complaint(["script": "Latn", "digraphs": "sh ch", "shared": "Ii"]) == "")
    #expect(complaint(["script": "Runr"]).contains("a.tsv:2:1: error: a script is one of"))
    #expect(complaint(["script": "Latn", "read": "r.txt"]).contains("can't read \"r.txt\""))
  }

  @Test(
    "has pairs where pairs belong",
    arguments: ["digraphs", "shared", "lookalikes", "merged"], ["s", "sh c", "sch", "sh\u{301}"])
  func hasPairs(column: String, cell: String) {
    let complaint = complaint(["script": "Latn", column: cell])
    #expect(
      complaint.contains("a.tsv:2:1: error: the column \"\(column)\" has pairs of letters, not"))
  }

  @Test("has a share where a share belongs", arguments: ["much", "-0.1", "1.5", "nan"])
  func hasShare(cell: String) {
    #expect(complaint(["script": "Latn", "handicap": "0.25"]) == "")
    #expect(
      complaint(["script": "Latn", "handicap": cell])
        .contains("error: the column \"handicap\" has numbers from 0 to 1, not \"\(cell)\""))
  }
}
