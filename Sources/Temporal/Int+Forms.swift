extension Int {
  /// The quotient rounded down, for a positive divisor.
  func flooredQuotient(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  /// The remainder in `0..<divisor`, for a positive divisor.
  func flooredRemainder(by divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }

  /// The decimal digits of a number that isn't negative, zeros before them up to a width.
  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }

  /// An astronomical year as TIMEX3 writes it: four digits, `BC` before a year before 1 CE.
  var writtenYear: String {
    self > 0 ? padded(to: 4) : "BC" + (1 - self).padded(to: 4)
  }
}
