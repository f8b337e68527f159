/// A table of an HTML report, which scrolls sideways where the screen is narrow.
struct HTMLTable {
  /// How a column looks.
  enum Column {
    case number
    case left
    case wrap
    case code
  }

  private let header: [String]
  private let columns: [Column]
  private var rows: [(cells: [String], style: String?)] = []

  /// A table whose columns are numbers where `columns` says nothing else.
  init(_ header: [String], _ columns: [Int: Column] = [0: .left]) {
    self.header = header
    self.columns = header.indices.map { columns[$0] ?? .number }
  }

  mutating func add(_ cells: [String], style: String? = nil) { rows.append((cells, style)) }

  func write(to markup: inout Markup) {
    markup.element("div", [("class", "scroll")]) { box in
      box.element("table") { table in
        table.element("thead") { head in
          head.element("tr") { row in
            for (index, name) in header.enumerated() {
              row.element("th", attributes(columns[index]) + [("scope", "col")], text: name)
            }
          }
        }
        table.element("tbody") { body in
          for row in rows {
            body.element("tr", row.style.map { [("class", $0)] } ?? []) { line in
              for (index, cell) in row.cells.enumerated() { write(cell, columns[index], &line) }
            }
          }
        }
      }
    }
  }

  private func attributes(_ column: Column) -> [(String, String)] {
    switch column {
    case .number: []
    case .left, .code: [("class", "left")]
    case .wrap: [("class", "wrap")]
    }
  }

  private func write(_ cell: String, _ column: Column, _ row: inout Markup) {
    row.element("td", attributes(column)) { box in
      if column == .code { box.element("code", text: cell) } else { box.add(cell) }
    }
  }
}
