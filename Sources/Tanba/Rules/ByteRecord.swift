/// Writes numbers and byte strings behind one another.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  init(bytes: [UInt8] = []) { self.bytes = bytes }

  mutating func add(_ number: UInt32) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(wide number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Adds a byte string behind its length.
  mutating func add(_ string: some Collection<UInt8>) {
    add(UInt32(string.count))
    bytes.append(contentsOf: string)
  }

  mutating func append(_ other: ByteWriter) { bytes.append(contentsOf: other.bytes) }
}

/// Reads what ``ByteWriter`` wrote; nil where the bytes end too early.
struct ByteReader {
  private let all: [UInt8]
  private let start: Int
  private var offset: Int

  init(bytes: [UInt8], offset: Int) {
    all = bytes
    start = offset
    self.offset = offset
  }

  /// What was read so far.
  var consumed: [UInt8] { Array(all[start..<offset]) }

  mutating func number() -> UInt32? {
    guard offset + 4 <= all.count else { return nil }
    defer { offset += 4 }
    return all.withUnsafeBytes {
      UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
  }

  mutating func wide() -> UInt64? {
    guard let low = number(), let high = number() else { return nil }
    return UInt64(high) << 32 | UInt64(low)
  }

  mutating func bytes() -> [UInt8]? { slice().map { Array($0) } }

  /// A byte string, not copied.
  mutating func slice() -> ArraySlice<UInt8>? {
    guard let count = number().map({ Int($0) }), count <= all.count - offset else { return nil }
    defer { offset += count }
    return all[offset..<offset + count]
  }
}
