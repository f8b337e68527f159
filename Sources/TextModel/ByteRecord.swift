/// Writes numbers and byte strings behind one another, little-endian.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package init(bytes: [UInt8] = []) { self.bytes = bytes }

  package mutating func add(_ number: UInt32) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Adds a number that fits 32 bits.
  package mutating func add(_ number: Int) { add(UInt32(bitPattern: Int32(number))) }

  package mutating func add(wide number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Adds a byte string behind its length.
  package mutating func add(_ string: some Collection<UInt8>) {
    add(string.count)
    bytes.append(contentsOf: string)
  }

  /// Adds a text behind its length.
  package mutating func add(_ text: String) { add(Array(text.utf8)) }

  /// Adds a row of plain values behind its length, as this machine holds them.
  package mutating func add<Element: BitwiseCopyable>(row: [Element]) {
    row.withUnsafeBytes { add($0) }
  }

  /// Adds each of some items behind their number.
  package mutating func add<Items: Collection>(
    each items: Items, _ body: (inout ByteWriter, Items.Element) -> Void
  ) {
    add(items.count)
    for item in items { body(&self, item) }
  }
}

/// What was read is not what ``ByteWriter`` wrote.
package struct ByteRecordFailure: Error {
  package init() {}
}

/// Reads what ``ByteWriter`` wrote.
package struct ByteReader {
  private let all: [UInt8]
  private var offset: Int

  package init(bytes: [UInt8], offset: Int = 0) {
    all = bytes
    self.offset = offset
  }

  package mutating func number() throws(ByteRecordFailure) -> UInt32 {
    guard offset + 4 <= all.count else { throw ByteRecordFailure() }
    defer { offset += 4 }
    return all.withUnsafeBytes {
      UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
  }

  package mutating func int() throws(ByteRecordFailure) -> Int {
    Int(Int32(bitPattern: try number()))
  }

  package mutating func wide() throws(ByteRecordFailure) -> UInt64 {
    let low = try number()
    return UInt64(try number()) << 32 | UInt64(low)
  }

  package mutating func bytes() throws(ByteRecordFailure) -> [UInt8] { Array(try slice()) }

  package mutating func text() throws(ByteRecordFailure) -> String {
    String(decoding: try slice(), as: UTF8.self)
  }

  /// A byte string, not copied.
  package mutating func slice() throws(ByteRecordFailure) -> ArraySlice<UInt8> {
    let count = try int()
    guard count >= 0, count <= all.count - offset else { throw ByteRecordFailure() }
    defer { offset += count }
    return all[offset..<offset + count]
  }

  /// A row of plain values of which every bit pattern is one.
  package mutating func row<Element: FixedWidthInteger & BitwiseCopyable>(
    of type: Element.Type
  ) throws(ByteRecordFailure) -> [Element] {
    let bytes = try slice()
    let size = MemoryLayout<Element>.stride
    guard bytes.count % size == 0 else { throw ByteRecordFailure() }
    return Array(unsafeUninitializedCapacity: bytes.count / size) { row, count in
      bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(row).copyMemory(from: $0) }
      count = bytes.count / size
    }
  }

  /// As many items as were written.
  package mutating func each<Item>(
    _ body: (inout ByteReader) throws(ByteRecordFailure) -> Item
  ) throws(ByteRecordFailure) -> [Item] {
    let count = try int()
    guard count >= 0, count <= all.count else { throw ByteRecordFailure() }
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(try body(&self)) }
    return items
  }
}
