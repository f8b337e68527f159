/// Measurements as points on a line a row, with their median, as inline SVG.
struct StripPlot {
  let label: String
  let unit: String
  private var rows: [(name: String, sample: Sample, colour: String)] = []

  init(label: String, unit: String) {
    self.label = label
    self.unit = unit
  }

  mutating func add(_ name: String, _ sample: Sample, colour: String) {
    rows.append((name, sample, colour))
  }

  private static let left = 30.0
  private static let width = 410.0
  private static let rowHeight = 44.0

  /// A bound that is round and lies above all measurements.
  private var bound: Double {
    let largest = rows.map(\.sample.range.upperBound).max() ?? 0
    guard largest > 0, largest.isFinite else { return 1 }
    var step = 1.0
    while step * 10 <= largest { step *= 10 }
    while step > largest { step /= 10 }
    return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map { $0 * step }.first { $0 >= largest } ?? 10 * step
  }

  func write(to markup: inout Markup) {
    let bound = bound
    let height = Double(rows.count) * Self.rowHeight + 30
    func x(_ value: Double) -> String {
      Figure.plain(Self.left + max(0, min(1, value / bound)) * Self.width)
    }
    markup.element("div", [("class", "plot")]) { box in
      box.drawing(label, height: height) { svg in
        for step in 0...4 {
          let value = bound * Double(step) / 4
          svg.empty(
            "line",
            [
              ("class", "grid"), ("x1", x(value)), ("x2", x(value)), ("y1", "4"),
              ("y2", Figure.plain(height - 24)),
            ])
          let shown = Figure.fixed(value, bound < 1 ? 3 : bound < 20 ? 2 : 0)
          svg.element(
            "text",
            [
              ("class", "axis"), ("x", x(value)), ("y", Figure.plain(height - 8)),
              ("text-anchor", "middle"),
            ], text: step == 4 ? "\(shown) \(unit)" : shown)
        }
        for (index, row) in rows.enumerated() {
          let middle = Double(index) * Self.rowHeight + 28
          svg.element(
            "text",
            [
              ("x", Figure.plain(Self.left - 14)), ("y", Figure.plain(middle + 4)),
              ("text-anchor", "end"),
            ], text: row.name)
          for value in row.sample.values {
            svg.empty(
              "circle",
              [
                ("cx", x(value)), ("cy", Figure.plain(middle)), ("r", "5"),
                ("fill", "var(--\(row.colour))"), ("fill-opacity", ".45"),
              ])
          }
          svg.empty(
            "line",
            [
              ("x1", x(row.sample.median)), ("x2", x(row.sample.median)),
              ("y1", Figure.plain(middle - 11)), ("y2", Figure.plain(middle + 11)),
              ("stroke", "var(--\(row.colour))"), ("stroke-width", "2.5"),
            ])
          svg.element(
            "text",
            [
              ("class", "axis"), ("x", x(row.sample.median)), ("y", Figure.plain(middle - 15)),
              ("text-anchor", "middle"),
            ], text: Figure.fixed(row.sample.median, 2))
        }
      }
    }
  }
}
