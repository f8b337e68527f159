/// Parts of a whole as one bar a row, as inline SVG.
struct StackPlot {
  let label: String
  private var rows: [(name: String, parts: [(name: String, value: Double)])] = []

  /// The style variables of the parts' colours, in order.
  static let colours = ["s1", "s2", "s3", "s4", "s5", "s6"]

  init(label: String) { self.label = label }

  mutating func add(_ name: String, _ parts: [(name: String, value: Double)]) {
    rows.append((name, parts))
  }

  private static let left = 30.0
  private static let width = 410.0
  private static let rowHeight = 34.0

  func write(to markup: inout Markup) {
    let height = Double(rows.count) * Self.rowHeight + 8
    markup.element("div", [("class", "plot")]) { box in
      box.drawing(label, height: height) { svg in
        for (index, row) in rows.enumerated() { write(row, at: Double(index), &svg) }
      }
      let parts = rows.first?.parts.map(\.name) ?? []
      let entries = parts.enumerated().map { ($1, Self.colours[$0 % Self.colours.count]) }
      EvaluationReport.writeKey(entries, to: &box)
    }
  }

  private func write(
    _ row: (name: String, parts: [(name: String, value: Double)]), at index: Double,
    _ svg: inout Markup
  ) {
    let top = index * Self.rowHeight + 6
    svg.element(
      "text",
      [
        ("x", Figure.plain(Self.left - 14)), ("y", Figure.plain(top + 17)), ("text-anchor", "end"),
      ], text: row.name)
    let total = row.parts.reduce(0) { $0 + $1.value }
    guard total > 0 else { return }
    var x = Self.left
    for (index, part) in row.parts.enumerated() {
      let width = part.value / total * Self.width
      svg.element(
        "rect",
        [
          ("x", Figure.plain(x)), ("y", Figure.plain(top)), ("width", Figure.plain(width)),
          ("height", "24"), ("fill", "var(--\(Self.colours[index % Self.colours.count]))"),
        ]
      ) { $0.element("title", text: "\(part.name): \(Figure.percent(part.value / total))") }
      if width > 44 {
        svg.element(
          "text",
          [
            ("x", Figure.plain(x + width / 2)), ("y", Figure.plain(top + 16.5)),
            ("text-anchor", "middle"), ("style", "fill: var(--panel)"),
          ], text: Figure.percent(part.value / total))
      }
      x += width
    }
  }
}
