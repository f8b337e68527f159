/// A ``BytePool`` that grows no more: its strings have the ids that they had there.
public struct ByteTable: Sendable {
  private let bytes: PlainRow<UInt8>
  private let offsets: PlainRow<UInt32>
  private let slots: PlainRow<UInt32>

  /// Creates an empty table.
  public init() { self.init(BytePool()) }

  /// Copies a pool.
  ///
  /// - Complexity: O(bytes of all strings).
  public init(_ pool: BytePool) {
    bytes = PlainRow(pool.bytes)
    offsets = PlainRow(pool.offsets)
    slots = PlainRow(pool.slots)
  }

  package func write(to writer: inout ByteWriter) {
    writer.add(row: bytes)
    writer.add(row: offsets)
    writer.add(row: slots)
  }

  package init(from reader: inout ByteReader) throws(ByteRecordFailure) {
    bytes = try reader.row(of: UInt8.self)
    offsets = try reader.row(of: UInt32.self)
    slots = try reader.row(of: UInt32.self)
    guard offsets.first == 0, offsets.last.map({ Int($0) }) == bytes.count,
      slots.count.nonzeroBitCount == 1, slots.count > count
    else { throw ByteRecordFailure() }
  }

  /// The number of strings.
  public var count: Int { offsets.count - 1 }

  /// The id of `string` if it is stored.
  ///
  /// - Complexity: O(length of the string).
  public func find(_ string: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let mask = slots.count - 1
    var slot = BytePool.hash(string) & mask
    while slots[slot] != BytePool.empty {
      let id = slots[slot]
      let start = Int(offsets[Int(id)])
      if Int(offsets[Int(id) + 1]) - start == string.count, isEqual(start, string) { return id }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The id of `string` if it is stored.
  public func find(_ string: [UInt8]) -> UInt32? {
    string.withUnsafeBufferPointer { find($0) }
  }

  /// The bytes of a stored string.
  public subscript(id: UInt32) -> Slice<PlainRow<UInt8>> {
    bytes[Int(offsets[Int(id)])..<Int(offsets[Int(id) + 1])]
  }

  /// A stored string as `String`.
  public func string(_ id: UInt32) -> String { String(decoding: self[id], as: UTF8.self) }

  private func isEqual(_ start: Int, _ string: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<string.count where bytes[start + index] != string[index] { return false }
    return true
  }
}
