/// The check that bytes are UTF-8 as Unicode defines it: no overlong forms, no surrogates, nothing
/// above U+10FFFF, nothing cut off.
package enum UTF8Validation {
  /// The offset of the first byte that belongs to no valid sequence; nil where all is valid.
  ///
  /// - Complexity: O(number of bytes).
  package static func firstInvalidOffset(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let end = bytes.count
    var index = 0
    while index < end {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length: Int
      // The second byte's range keeps out overlong forms, surrogates and what lies too high.
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF:
        length = 3
        if lead == 0xE0 { second = 0xA0...0xBF }
        if lead == 0xED { second = 0x80...0x9F }
      case 0xF0...0xF4:
        length = 4
        if lead == 0xF0 { second = 0x90...0xBF }
        if lead == 0xF4 { second = 0x80...0x8F }
      default: return index
      }
      guard index + length <= end, second.contains(bytes[index + 1]) else { return index }
      if length > 2, bytes[index + 2] & 0xC0 != 0x80 { return index }
      if length > 3, bytes[index + 3] & 0xC0 != 0x80 { return index }
      index += length
    }
    return nil
  }
}
