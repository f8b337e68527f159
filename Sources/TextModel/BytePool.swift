/// Byte strings stored once each and named by small numbers.
///
/// Ids count up from 0 in order of first appearance. The pool grows with the distinct strings only.
public struct BytePool: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var offsets: [UInt32] = [0]
  private(set) var slots: [UInt32]
  private var mask: Int

  /// What stands in a free slot.
  static let empty = UInt32.max

  /// Creates an empty pool.
  public init() {
    slots = Array(repeating: Self.empty, count: 1024)
    mask = 1023
  }

  /// The number of distinct strings.
  public var count: Int { offsets.count - 1 }

  /// The number of bytes that all strings take together.
  public var byteCount: Int { bytes.count }

  /// The id of `string`, stored now if it is new.
  ///
  /// - Complexity: O(length of the string), amortised.
  public mutating func intern(_ string: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var slot = Self.hash(string) & mask
    while slots[slot] != Self.empty {
      if isEqual(slots[slot], string) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let id = UInt32(count)
    bytes.append(contentsOf: string)
    offsets.append(UInt32(bytes.count))
    slots[slot] = id
    if count * 2 > slots.count { grow() }
    return id
  }

  /// The id of `string`, stored now if it is new.
  public mutating func intern(_ string: [UInt8]) -> UInt32 {
    string.withUnsafeBufferPointer { intern($0) }
  }

  /// The id of a string's UTF-8 bytes, stored now if they are new.
  public mutating func intern(_ string: String) -> UInt32 {
    var copy = string
    return copy.withUTF8 { intern($0) }
  }

  /// The id of `string` if it is stored.
  ///
  /// - Complexity: O(length of the string).
  public func find(_ string: UnsafeBufferPointer<UInt8>) -> UInt32? {
    var slot = Self.hash(string) & mask
    while slots[slot] != Self.empty {
      if isEqual(slots[slot], string) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The id of `string` if it is stored.
  public func find(_ string: [UInt8]) -> UInt32? {
    string.withUnsafeBufferPointer { find($0) }
  }

  /// The bytes of a stored string.
  public subscript(id: UInt32) -> ArraySlice<UInt8> {
    bytes[range(of: id)]
  }

  /// A stored string as `String`.
  public func string(_ id: UInt32) -> String { String(decoding: self[id], as: UTF8.self) }

  /// Calls `body` with the bytes of a stored string, without a copy.
  public func withBytes<Result>(
    of id: UInt32, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[range(of: id)]))
    }
  }

  /// Forgets all strings.
  public mutating func removeAll() { self = BytePool() }

  private func range(of id: UInt32) -> Range<Int> {
    Int(offsets[Int(id)])..<Int(offsets[Int(id) + 1])
  }

  private func isEqual(_ id: UInt32, _ string: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: id)
    guard range.count == string.count else { return false }
    return bytes.withUnsafeBufferPointer { stored in
      for index in 0..<string.count where stored[range.lowerBound + index] != string[index] {
        return false
      }
      return true
    }
  }

  private mutating func grow() {
    slots = Array(repeating: Self.empty, count: slots.count * 2)
    mask = slots.count - 1
    fillSlots()
  }

  private mutating func fillSlots() {
    for id in 0..<UInt32(count) {
      var slot = withBytes(of: id) { Self.hash($0) } & mask
      while slots[slot] != Self.empty { slot = (slot + 1) & mask }
      slots[slot] = id
    }
  }

  /// FNV-1a over the bytes, mixed at the end: the same in every run.
  static func hash(_ string: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in string { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash ^= hash >> 32
    return Int(truncatingIfNeeded: hash & 0x7fff_ffff_ffff_ffff)
  }
}
