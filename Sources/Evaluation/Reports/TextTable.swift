/// A table in characters of one width.
struct TextTable {
  private var rows: [[String]] = []
  /// The columns that are aligned to the left; all others are to the right.
  private let leftColumns: Set<Int>

  init(_ header: [String], left: Set<Int> = [0]) {
    rows = [header]
    leftColumns = left
  }

  mutating func add(_ row: [String]) { rows.append(row) }

  /// The lines of the table.
  var rendered: String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].unicodeScalars.count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(
          repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        if column > 0 { line += "  " }
        line += leftColumns.contains(column) ? cell + padding : padding + cell
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
