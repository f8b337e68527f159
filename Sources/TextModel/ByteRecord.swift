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

  /// Adds numbers that fit 32 bits behind their count.
  package mutating func add(numbers: [Int]) { add(each: numbers) { $0.add($1) } }

  /// Adds a row of plain values behind its length, as this machine holds them, where they can be
  /// read in place.
  package mutating func add<Element: BitwiseCopyable>(row: [Element]) {
    row.withUnsafeBytes { add(aligned: $0) }
  }

  /// Adds a row of plain values behind its length.
  package mutating func add<Element: BitwiseCopyable>(row: PlainRow<Element>) {
    row.withValues { add(aligned: UnsafeRawBufferPointer($0)) }
  }

  private mutating func add(aligned row: UnsafeRawBufferPointer) {
    add(row.count)
    while bytes.count % Self.alignment != 0 { bytes.append(0) }
    bytes.append(contentsOf: row)
  }

  /// Rows begin at multiples of this.
  fileprivate static let alignment = 32

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
  private let all: PlainRow<UInt8>
  private var offset = 0

  package init(_ bytes: PlainRow<UInt8>) { all = bytes }

  package mutating func number() throws(ByteRecordFailure) -> UInt32 {
    guard offset + 4 <= all.count else { throw ByteRecordFailure() }
    defer { offset += 4 }
    return all.withValues {
      UInt32(
        littleEndian: UnsafeRawBufferPointer($0).loadUnaligned(
          fromByteOffset: offset, as: UInt32.self))
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

  private mutating func slice() throws(ByteRecordFailure) -> Slice<PlainRow<UInt8>> {
    let count = try int()
    guard count >= 0, count <= all.count - offset else { throw ByteRecordFailure() }
    defer { offset += count }
    return all[offset..<offset + count]
  }

  package mutating func numbers() throws(ByteRecordFailure) -> [Int] {
    try each { (reader) throws(ByteRecordFailure) in try reader.int() }
  }

  /// A row of plain values of which every bit pattern is one, not copied.
  package mutating func row<Element: BitwiseCopyable>(
    of type: Element.Type
  ) throws(ByteRecordFailure) -> PlainRow<Element> {
    let count = try int()
    let start = (offset + ByteWriter.alignment - 1) / ByteWriter.alignment * ByteWriter.alignment
    guard count >= 0, start <= all.count, count <= all.count - start,
      let row = PlainRow<Element>(start..<start + count, of: all)
    else { throw ByteRecordFailure() }
    offset = start + count
    return row
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
