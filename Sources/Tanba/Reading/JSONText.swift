/// The text of JSON strings.
package enum JSONText {
  /// The text between two quotes that a scanner has passed, as UTF-8.
  ///
  /// - Complexity: O(length of the string).
  /// - Throws: an escaped surrogate without its other half: no UTF-8 can say it.
  package static func decode(
    _ range: Range<Int>, hasEscapes: Bool, in bytes: UnsafeBufferPointer<UInt8>
  ) throws(JSONScanner.Failure) -> [UInt8] {
    guard hasEscapes else { return Array(bytes[range]) }
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == 0x5C else {
        let start = index
        while index < range.upperBound, bytes[index] != 0x5C { index += 1 }
        text.append(contentsOf: bytes[start..<index])
        continue
      }
      guard bytes[index + 1] == 0x75 else {
        text.append(character(escapedBy: bytes[index + 1]))
        index += 2
        continue
      }
      guard let (scalar, length) = scalar(at: index, before: range.upperBound, in: bytes) else {
        throw JSONScanner.Failure(offset: index, message: "half of a surrogate pair")
      }
      text.append(contentsOf: UTF8.encode(scalar)!)
      index += length
    }
    return text
  }

  /// The UTF-16 unit of an escape `\uXXXX`; nil where none stands.
  static func unit(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt16? {
    guard offset + 6 <= bytes.count, bytes[offset] == 0x5C, bytes[offset + 1] == 0x75 else {
      return nil
    }
    var unit: UInt16 = 0
    for byte in bytes[offset + 2..<offset + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  private static func scalar(
    at offset: Int, before end: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (Unicode.Scalar, length: Int)? {
    guard let first = unit(at: offset, in: bytes) else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    guard UTF16.isLeadSurrogate(first), offset + 12 <= end,
      let second = unit(at: offset + 6, in: bytes), UTF16.isTrailSurrogate(second)
    else { return nil }
    return (UTF16.decode(UTF16.EncodedScalar([first, second])), 12)
  }

  private static func character(escapedBy byte: UInt8) -> UInt8 {
    switch byte {
    case 0x62: 0x08
    case 0x66: 0x0C
    case 0x6E: 0x0A
    case 0x72: 0x0D
    case 0x74: 0x09
    default: byte
    }
  }
}
