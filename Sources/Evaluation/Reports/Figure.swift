/// Numbers as reports show them.
enum Figure {
  /// A number with a fixed count of decimals.
  static func fixed(_ number: Double, _ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (number.magnitude * scale).rounded()
    guard scaled < 1e15 else { return "\(number)" }
    let digits = Int(scaled)
    let sign = number < 0 && digits > 0 ? "-" : ""
    guard places > 0 else { return sign + grouped(digits) }
    let fraction = String(digits % Int(scale))
    let padding = String(repeating: "0", count: places - fraction.count)
    return sign + grouped(digits / Int(scale)) + "." + padding + fraction
  }

  /// A number of things, of one thing without the plural's s.
  static func count(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }

  /// A share of one as four decimals; a dash where nothing was counted.
  static func share(_ ratio: Ratio) -> String { ratio.whole > 0 ? fixed(ratio.value, 4) : "–" }

  /// A share of one in percent with one decimal.
  static func percent(_ share: Double) -> String { fixed(share * 100, 1) + " %" }

  /// A whole number with a thin space between thousands.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "\u{202F}" }
      text.append(digit)
    }
    return (number < 0 ? "-" : "") + text
  }

  /// A number of bytes in the unit that suits it.
  static func bytes(_ count: Int) -> String {
    if count >= 1 << 30 { return fixed(Double(count) / Double(1 << 30), 2) + " GiB" }
    if count >= 1 << 20 { return fixed(Double(count) / Double(1 << 20), 1) + " MiB" }
    return fixed(Double(count) / 1024, 1) + " KiB"
  }

  /// Seconds in the unit that suits them.
  static func seconds(_ seconds: Double) -> String {
    if seconds >= 1 { return fixed(seconds, 2) + " s" }
    if seconds >= 1e-3 { return fixed(seconds * 1e3, 1) + " ms" }
    return fixed(seconds * 1e6, 1) + " µs"
  }
}
