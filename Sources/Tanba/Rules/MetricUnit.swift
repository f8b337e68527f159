/// Metric units by their UCUM codes.
enum MetricUnit {
  private static let exponents: [String: (base: String, exponent: Int)] = [
    "km": ("m", 3), "m": ("m", 0), "dm": ("m", -1), "cm": ("m", -2), "mm": ("m", -3),
    "t": ("g", 6), "dt": ("g", 5), "kg": ("g", 3), "g": ("g", 0), "mg": ("g", -3),
    "L": ("L", 0), "mL": ("L", -3), "kW": ("W", 3), "W": ("W", 0), "MW": ("W", 6),
  ]

  /// The power of ten that a unit is of a smaller one: 2 from `m` to `cm`; nil where they don't
  /// measure the same, or the second is not smaller.
  static func exponent(from unit: String, to smaller: String) -> Int? {
    guard let large = exponents[unit], let small = exponents[smaller], large.base == small.base,
      large.exponent > small.exponent
    else { return nil }
    return large.exponent - small.exponent
  }
}
