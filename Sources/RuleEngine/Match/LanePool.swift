import TextModel

/// Sets of lanes, each stored once: many classes share them, and what sentences ask for all the time
/// should lie close together.
final class LanePool {
  private let rows = PlainBuffer<PhaseIndex.Lanes>()
  private let slots = PlainBuffer<Int32>(repeating: -1, count: 1 << 8)

  /// A set by its number.
  @inline(__always)
  subscript(number: Int32) -> PhaseIndex.Lanes { rows[Int(number)] }

  /// Forgets all sets.
  func removeAll() {
    rows.removeAll()
    slots.removeAll()
    slots.append(repeating: -1, count: 1 << 8)
  }

  /// The number of a set, stored now if it is new.
  ///
  /// - Complexity: O(1), amortised.
  func intern(_ lanes: PhaseIndex.Lanes) -> Int32 {
    let mask = slots.count - 1
    var slot = Self.hash(lanes) & mask
    while slots[slot] >= 0 {
      if rows[Int(slots[slot])] == lanes { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let number = Int32(rows.count)
    slots[slot] = number
    rows.append(lanes)
    if rows.count * 2 > slots.count { grow() }
    return number
  }

  private func grow() {
    let size = slots.count * 2
    slots.removeAll()
    slots.append(repeating: -1, count: size)
    for number in 0..<rows.count {
      var slot = Self.hash(rows[number]) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(number)
    }
  }

  private static func hash(_ lanes: PhaseIndex.Lanes) -> Int {
    var hash: UInt64 = 0
    for word in 0..<lanes.scalarCount {
      hash = (hash ^ lanes[word]) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 31
    }
    return Int(truncatingIfNeeded: hash >> 16)
  }
}
