/// Measurements of one thing.
public struct Sample: Sendable {
  /// The measurements in the order in which they were taken.
  public var values: [Double]

  /// Creates a sample.
  public init(_ values: [Double] = []) { self.values = values }

  /// The middle one; 0 where there is none.
  public var median: Double { quantile(0.5) }
  /// The smallest and the largest.
  public var range: ClosedRange<Double> { (values.min() ?? 0)...(values.max() ?? 0) }
  /// A quarter of the measurements lies below its lower bound, a quarter above its upper.
  public var middleHalf: ClosedRange<Double> { quantile(0.25)...quantile(0.75) }

  private func quantile(_ share: Double) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let place = share * Double(sorted.count - 1)
    let lower = Int(place)
    let upper = min(lower + 1, sorted.count - 1)
    return sorted[lower] + (sorted[upper] - sorted[lower]) * (place - Double(lower))
  }
}
