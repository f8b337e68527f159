import RuleSyntax
import TextModel

/// A table of forms with facts about each, read from tab-separated text.
///
/// Lines that begin with `#` are comments. The first other line names the columns; the first column
/// is `form`, a dictionary form of one or more words. Empty cells are no value.
public struct Lexicon: Sendable {
  /// The name that rules use.
  public let name: String
  /// The names of the columns; the first is `form`.
  public let columns: [String]
  /// The rows in file order.
  public private(set) var rows: [Row] = []

  /// One form and its facts.
  public struct Row: Sendable {
    /// The cells, one a column.
    public var cells: [String]
    /// The line in the file, from 0.
    public var line: Int
    /// The dictionary form.
    public var form: String { cells[0] }
  }

  /// Reads a table.
  ///
  /// - Throws: every finding in the file, if one of them is an error.
  public init(name: String, file: SourceFile) throws(DiagnosticList) {
    var diagnostics: [Diagnostic] = []
    var columns: [String] = []
    var firstLines: [String: Int] = [:]
    self.name = name
    for line in 0..<file.lineCount {
      let text = file.text(ofLine: line)
      if text.isEmpty || text.utf8.first == UInt8(ascii: "#") { continue }
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if columns.isEmpty {
        columns = cells
        if columns[0] != "form" {
          diagnostics.append(
            Diagnostic(.error, "the first column of a lexicon is \"form\"", in: file, line: line))
        }
        continue
      }
      guard cells.count <= columns.count else {
        diagnostics.append(
          Diagnostic(
            .error, "\(cells.count) cells where the head names \(columns.count) columns", in: file,
            line: line))
        continue
      }
      guard !cells[0].allSatisfy(\.isWhitespace) else {
        diagnostics.append(Diagnostic(.error, "a row without a form", in: file, line: line))
        continue
      }
      let padded = cells + Array(repeating: "", count: columns.count - cells.count)
      let key = padded.joined(separator: "\t")
      if let first = firstLines[key] {
        diagnostics.append(
          Diagnostic(
            .warning, "this row stands in line \(first + 1) already", in: file, line: line))
        continue
      }
      firstLines[key] = line
      rows.append(Row(cells: padded, line: line))
    }
    self.columns = columns
    if diagnostics.contains(where: { $0.severity == .error }) { throw DiagnosticList(diagnostics) }
  }

  /// The index of a column.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// Whether a row passes all filters; an unknown column lets nothing pass.
  func passes(_ row: Row, _ filters: [Item.Filter]) -> Bool {
    filters.allSatisfy { filter in
      column(filter.column).map { row.cells[$0] == filter.value } ?? false
    }
  }
}
