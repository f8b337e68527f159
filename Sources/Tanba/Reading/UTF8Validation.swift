/// The check that bytes are UTF-8 as Unicode defines it: no overlong forms, no surrogates, nothing
/// above U+10FFFF, nothing cut off.
package enum UTF8Validation {
  /// The offset of the first byte that belongs to no valid sequence; nil where all is valid.
  ///
  /// - Complexity: O(number of bytes).
  package static func firstInvalidOffset(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      // One- and two-byte sequences, which Cyrillic text is made of, go eight bytes at a time.
      while let next = endOfSimpleBlock(at: index, in: bytes) { index = next }
      let stop = min(index + 8, bytes.count)
      while index < stop {
        guard let length = sequenceLength(at: index, in: bytes) else { return index }
        index += length
      }
    }
    return nil
  }

  /// Where the whole sequences of the eight bytes from `index` end, if they are all of one or two
  /// bytes; nil where others are among them or fewer bytes are left. A sequence ends before `index`.
  @inline(__always)
  private static func endOfSimpleBlock(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard index + 8 <= bytes.count, let base = bytes.baseAddress else { return nil }
    let raw = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    // One bit a byte, its highest; shifting a word to the left brings a byte's lower bits there.
    let block = UInt64(littleEndian: raw)
    let high: UInt64 = 0x8080_8080_8080_8080
    let isTail = block & ~(block << 1) & high
    let isLead = block & (block << 1) & high
    let isLongLead = isLead & (block << 2)
    let isOverlongLead = isLead & ~(block << 3 | block << 4 | block << 5 | block << 6)
    guard (isTail ^ (isLead << 8)) | isLongLead | isOverlongLead == 0 else { return nil }
    return index + (isLead >> 63 == 0 ? 8 : 7)
  }

  /// The length of the valid sequence at `index`, or nil where none stands.
  @inline(__always)
  private static func sequenceLength(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
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
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    if length > 2, bytes[index + 2] & 0xC0 != 0x80 { return nil }
    if length > 3, bytes[index + 3] & 0xC0 != 0x80 { return nil }
    return length
  }
}
