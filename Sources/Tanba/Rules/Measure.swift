/// What a number outside dates means: a number as text, and what it counts.
struct Measure: Hashable, Sendable {
  /// Decimal digits with a point; `A..B` for a range, `A/B` for a fraction.
  var value: String
  /// ISO 4217 for money, `%`, UCUM for quantities; nil for a plain number.
  var unit: String?
}
