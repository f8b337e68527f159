/// How many units a duration has: an exact decimal number from 0, or some unknown number.
///
/// Decimal, because 9,58 seconds shall read 9.58 again.
public struct TemporalAmount: Hashable, Sendable {
  /// The digits as a whole number; nil for an unknown amount. Never ends in 0 where `scale` > 0.
  let digits: Int?
  /// The number of digits after the point.
  let scale: Int

  private static let largest = 1_000_000_000_000
  private static let mostDecimals = 9

  /// Some, several, many.
  public static let unknown = TemporalAmount(digits: nil, scale: 0)
  /// A half.
  public static let half = TemporalAmount(digits: 5, scale: 1)

  private init(digits: Int?, scale: Int) {
    self.digits = digits
    self.scale = scale
  }

  /// Creates a whole amount; nil below 0 and above 10¹².
  public init?(_ number: Int) {
    self.init(normalizing: number, scale: 0)
  }

  /// Creates an amount from the shortest decimal form of a number; nil where that needs an exponent.
  public init?(_ number: Double) {
    self.init(text: number.description)
  }

  /// Reads ASCII digits with at most one point or comma among them, or `X` for an unknown amount.
  public init?(text: some StringProtocol) {
    if text == "X" {
      self = .unknown
      return
    }
    var number = 0
    var decimals: Int?
    var previousIsDigit = false
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39:
        number = number * 10 + Int(byte - 0x30)
        if let count = decimals {
          decimals = count + 1
          guard count < Self.mostDecimals else { return nil }
        }
        guard number <= Self.largest else { return nil }
        previousIsDigit = true
      case 0x2C, 0x2E:
        guard decimals == nil, previousIsDigit else { return nil }
        decimals = 0
        previousIsDigit = false
      default:
        return nil
      }
    }
    guard previousIsDigit else { return nil }
    self.init(normalizing: number, scale: decimals ?? 0)
  }

  private init?(normalizing number: Int, scale: Int) {
    guard number >= 0, number <= Self.largest else { return nil }
    var number = number
    var scale = scale
    while scale > 0, number % 10 == 0 {
      number /= 10
      scale -= 1
    }
    self.init(digits: number, scale: scale)
  }

  /// The amount where it is whole.
  var whole: Int? { scale == 0 ? digits : nil }

  var isUnknown: Bool { digits == nil }

  /// Whether the amount is known to be above a number.
  func exceeds(_ number: Int) -> Bool {
    digits.map { $0 / Self.power(scale) >= number && $0 != number * Self.power(scale) } ?? false
  }

  /// The amount of a smaller unit of which one of this holds so many; nil where it is too large.
  func multiplied(by factor: Int) -> TemporalAmount? {
    guard let digits else { return .unknown }
    let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
    return overflow ? nil : TemporalAmount(normalizing: product, scale: scale)
  }

  /// The sum, unknown where one part is; nil where it is too large.
  func adding(_ other: TemporalAmount) -> TemporalAmount? {
    guard let digits, let more = other.digits else { return .unknown }
    let common = max(scale, other.scale)
    let (left, leftOverflow) = digits.multipliedReportingOverflow(by: Self.power(common - scale))
    let (right, rightOverflow) = more.multipliedReportingOverflow(
      by: Self.power(common - other.scale))
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !leftOverflow, !rightOverflow, !overflow else { return nil }
    return TemporalAmount(normalizing: sum, scale: common)
  }

  private static func power(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { result, _ in result * 10 }
  }
}

extension TemporalAmount: CustomStringConvertible {
  /// The decimal digits with a point, or `X`.
  public var description: String {
    guard let digits else { return "X" }
    guard scale > 0 else { return String(digits) }
    let power = Self.power(scale)
    return "\(digits / power).\((digits % power).padded(to: scale))"
  }
}
