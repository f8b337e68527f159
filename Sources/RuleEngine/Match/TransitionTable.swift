import TextModel

/// What follows a number along another: the transitions of an automaton, hashed.
///
/// Numbers are below ``limit``. Open addressing, never above half full.
final class TransitionTable {
  /// The first number that is too large.
  static let limit: Int32 = 1 << 20

  private let entries = PlainBuffer<UInt64>(repeating: TransitionTable.free, count: 1 << 8)
  private(set) var count = 0

  private static let free = UInt64.max
  private static let bits: UInt64 = 20

  /// The number behind `from` along `along`; nil where none was kept.
  @inline(__always)
  func next(_ from: Int32, _ along: Int32) -> Int32? {
    let mask = entries.count - 1
    let edge = Self.edge(from, along)
    var slot = Self.hash(edge) & mask
    while true {
      let entry = entries[slot]
      if entry >> Self.bits == edge {
        return Int32(truncatingIfNeeded: entry & (1 << Self.bits - 1))
      }
      if entry == Self.free { return nil }
      slot = (slot + 1) & mask
    }
  }

  /// Keeps the number behind `from` along `along`, which was not kept before.
  func keep(_ from: Int32, _ along: Int32, next: Int32) {
    precondition(
      from < Self.limit && along < Self.limit && next < Self.limit && min(from, along, next) >= 0,
      "a number too large for the table")
    count += 1
    if count * 2 > entries.count {
      let old = entries.withValues { Array($0) }
      entries.removeAll()
      entries.append(repeating: Self.free, count: old.count * 2)
      for entry in old where entry != Self.free { put(entry) }
    }
    put(Self.edge(from, along) << Self.bits | UInt64(next))
  }

  /// Forgets all transitions.
  func removeAll() {
    entries.removeAll()
    entries.append(repeating: Self.free, count: 1 << 8)
    count = 0
  }

  private func put(_ entry: UInt64) {
    let mask = entries.count - 1
    var slot = Self.hash(entry >> Self.bits) & mask
    while entries[slot] != Self.free { slot = (slot + 1) & mask }
    entries[slot] = entry
  }

  @inline(__always)
  private static func edge(_ from: Int32, _ along: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: from)) << bits | UInt64(UInt32(bitPattern: along))
  }

  @inline(__always)
  private static func hash(_ edge: UInt64) -> Int {
    Int(truncatingIfNeeded: (edge &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
