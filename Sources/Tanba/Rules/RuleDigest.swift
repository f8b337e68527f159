/// A digest of names and contents of files, to tell rule sets apart; it keeps nobody out.
final class RuleDigest {
  private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// FNV-1a over eight bytes at a time, mixed, and over the rest byte by byte.
  func add(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { add($0) } }

  /// The same over bytes in place.
  func add(_ values: UnsafeBufferPointer<UInt8>) {
    let bytes = UnsafeRawBufferPointer(values)
    var hash = hash
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      offset += 8
    }
    while offset < bytes.count {
      hash = (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01b3
      offset += 1
    }
    self.hash = hash ^ UInt64(bytes.count)
  }

  /// 16 hexadecimal digits.
  var text: String {
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
