extension Markup {
  /// A drawing as inline SVG, 480 units wide and shown as wide as there is room for.
  ///
  /// - Parameter label: What it shows, for those who can't see it.
  mutating func drawing(_ label: String, height: Double, _ content: (inout Markup) -> Void) {
    element(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 480 \(Figure.plain(height))"),
        ("role", "img"), ("aria-label", label),
      ], content)
  }
}

extension Figure {
  /// A coordinate.
  static func plain(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
}
