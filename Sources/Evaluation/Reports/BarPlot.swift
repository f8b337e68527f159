/// Horizontal bars between 0 and a bound, several a row, as inline SVG.
struct BarPlot {
  /// One bar: what it shows and the style variable of its colour.
  struct Bar {
    var name: String
    var value: Double
    var shown: String
    var colour: String
  }

  private let bound: Double
  private let label: String
  private let ticks: [(Double, String)]
  private var rows: [(name: String, bars: [Bar])] = []

  init(label: String, bound: Double, ticks: [(Double, String)]) {
    self.label = label
    self.bound = max(bound, .leastNonzeroMagnitude)
    self.ticks = ticks
  }

  mutating func add(_ name: String, _ bars: [Bar]) { rows.append((name, bars)) }

  private static let left = 146.0
  private static let width = 250.0

  func write(to markup: inout Markup) {
    let heights = rows.map { 10 + 13 * Double($0.bars.count) }
    let height = heights.reduce(ticks.isEmpty ? 6 : 24, +)
    markup.element("div", [("class", "plot")]) { box in
      box.drawing(label, height: height) { svg in
        for (value, name) in ticks {
          let x = Figure.plain(Self.left + value / bound * Self.width)
          svg.empty(
            "line",
            [
              ("class", "grid"), ("x1", x), ("x2", x), ("y1", "4"),
              ("y2", Figure.plain(height - 20)),
            ])
          svg.element(
            "text",
            [
              ("class", "axis"), ("x", x), ("y", Figure.plain(height - 6)),
              ("text-anchor", "middle"),
            ], text: name)
        }
        var y = 6.0
        for (row, rowHeight) in zip(rows, heights) {
          write(row, at: y, &svg)
          y += rowHeight
        }
      }
    }
  }

  private func write(_ row: (name: String, bars: [Bar]), at top: Double, _ svg: inout Markup) {
    let middle = top + 13 * Double(row.bars.count) / 2 + 4
    let name = row.name.count > 22 ? row.name.prefix(21) + "…" : row.name[...]
    svg.element(
      "text",
      [("x", Figure.plain(Self.left - 8)), ("y", Figure.plain(middle)), ("text-anchor", "end")],
      text: String(name))
    for (index, bar) in row.bars.enumerated() {
      let width = max(0, min(1, bar.value / bound)) * Self.width
      let y = top + 13 * Double(index)
      svg.element(
        "rect",
        [
          ("x", Figure.plain(Self.left)), ("y", Figure.plain(y + 1)),
          ("width", Figure.plain(max(width, 1))), ("height", "11"), ("rx", "2"),
          ("fill", "var(--\(bar.colour))"),
        ]
      ) { $0.element("title", text: "\(row.name), \(bar.name): \(bar.shown)") }
      svg.element(
        "text",
        [
          ("class", "axis"), ("x", Figure.plain(Self.left + width + 6)),
          ("y", Figure.plain(y + 10.5)),
        ], text: bar.shown)
    }
  }
}
