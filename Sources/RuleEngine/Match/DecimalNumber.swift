/// An exact decimal number of at most eighteen digits.
public struct DecimalNumber: Hashable, Sendable {
  /// The digits as a whole number. Never ends in 0 where `scale` is above 0.
  private let digits: Int
  /// The number of digits behind the point.
  private let scale: Int

  private static let mostDecimals = 9

  /// Creates a whole number.
  public init(_ whole: Int) {
    digits = whole
    scale = 0
  }

  /// Creates the number `digits` / 10^`scale`; nil for more than nine decimals.
  public init?(digits: Int, scale: Int) {
    var digits = digits
    var scale = scale
    while scale > 0, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    guard (0...Self.mostDecimals).contains(scale) else { return nil }
    self.digits = digits
    self.scale = scale
  }

  /// The number where it is whole.
  public var whole: Int? { scale == 0 ? digits : nil }

  /// Whether the number is of a size that texts count in: below 2⁵⁰.
  var isCountable: Bool { digits.magnitude / UInt(Self.power(scale)) < 1 << 50 }

  /// The sum; nil where it is too large.
  public func adding(_ other: DecimalNumber) -> DecimalNumber? {
    let common = max(scale, other.scale)
    let (left, leftOverflow) = digits.multipliedReportingOverflow(by: Self.power(common - scale))
    let (right, rightOverflow) = other.digits.multipliedReportingOverflow(
      by: Self.power(common - other.scale))
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !leftOverflow, !rightOverflow, !overflow else { return nil }
    return DecimalNumber(digits: sum, scale: common)
  }

  /// The product; nil where it is too large.
  public func multiplied(by factor: Int) -> DecimalNumber? {
    multiplied(by: DecimalNumber(factor))
  }

  /// The product; nil where it is too large or has too many decimals.
  public func multiplied(by factor: DecimalNumber) -> DecimalNumber? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: factor.digits)
    return overflow ? nil : DecimalNumber(digits: product, scale: scale + factor.scale)
  }

  /// The number that 10, 100 … divide it into; nil for a divisor that is no power of ten.
  public func divided(byPowerOfTen divisor: DecimalNumber) -> DecimalNumber? {
    guard var rest = divisor.whole, rest > 0 else { return nil }
    var exponent = 0
    while rest > 1 {
      guard rest % 10 == 0 else { return nil }
      rest /= 10
      exponent += 1
    }
    return DecimalNumber(digits: digits, scale: scale + exponent)
  }

  /// The number below zero.
  public var negated: DecimalNumber? { DecimalNumber(digits: -digits, scale: scale) }

  private static func power(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { result, _ in result * 10 }
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// The decimal digits, with a point before decimals.
  public var description: String {
    guard scale > 0 else { return String(digits) }
    let text = String(digits.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - text.count)) + text
    return (digits < 0 ? "-" : "") + padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}
