extension Document.ReferenceDate {
  /// Creates a day from `YYYY-MM-DD`; nil where the text is not so written or no such day exists.
  public init?(iso8601 text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(0 as Int?) { value, byte in
        guard let value, (0x30...0x39).contains(byte) else { return nil }
        return value * 10 + Int(byte - 0x30)
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      year >= 1, (1...12).contains(month)
    else { return nil }
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Creates a day from `YYYY-MM-DD` or from a time stamp that begins so, as `2021-05-12T08:15:00Z`:
  /// the day that it writes, whatever its zone. Nil where the text is neither.
  init?(timeStamp text: String) {
    let bytes = Array(text.utf8)
    if bytes.count > 10 {
      guard bytes.count >= 16, "Tt ".utf8.contains(bytes[10]), bytes[13] == UInt8(ascii: ":"),
        ("00"..."23").contains(String(decoding: bytes[11..<13], as: UTF8.self)),
        ("00"..."59").contains(String(decoding: bytes[14..<16], as: UTF8.self)),
        // Of seconds and zones, which change no day, only the look is asked for.
        bytes[16...].allSatisfy("0123456789:.,+- Zz".utf8.contains)
      else { return nil }
    }
    self.init(iso8601: String(decoding: bytes.prefix(10), as: UTF8.self))
  }

  /// The day as `YYYY-MM-DD`.
  var iso8601: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
