/// Tells whether two temporal values say the same, written differently.
enum TemporalEquality {
  private static let sameDurations = [
    "PT0.5H": "PT30M", "PT1.5H": "PT1H30M", "PT90M": "PT1H30M", "P0.5Y": "P6M", "P1.5Y": "P1Y6M",
    "P18M": "P1Y6M", "P7D": "P1W", "P1Q": "P3M", "PT48H": "P2D",
  ]

  /// Whether a value is one of those accepted.
  static func accepts(_ value: String?, among accepted: [String]) -> Bool {
    guard let value else { return false }
    let form = normalForm(value)
    return accepted.contains { normalForm($0) == form }
  }

  /// A time of an unknown day as the time alone, minutes always written, a year before our era as
  /// `BC`, one form of equal durations.
  static func normalForm(_ value: String) -> String {
    let bytes = Array(value.uppercased().utf8).filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A }
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.map { part in
      var text = String(decoding: part, as: UTF8.self)
      if text.hasPrefix("XXXX-XX-XXT") { text = String(text.dropFirst(10)) }
      return normalPart(text)
    }.joined(separator: "/")
  }

  private static func normalPart(_ part: String) -> String {
    if let same = sameDurations[part] { return same }
    var bytes = Array(part.utf8)
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    if bytes.count == 5, bytes[0] == 0x2D, bytes[1...].allSatisfy(isDigit) {
      return "BC" + part.dropFirst()
    }
    if let mark = bytes.lastIndex(of: UInt8(ascii: "T")) {
      let time = Array(bytes[(mark + 1)...])
      let shape = time.map { isDigit($0) ? UInt8(ascii: "0") : $0 }
      if shape.elementsEqual("00:00:00".utf8), time.suffix(2).elementsEqual("00".utf8) {
        bytes.removeLast(3)
      } else if shape.elementsEqual("00".utf8) {
        bytes += Array(":00".utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
