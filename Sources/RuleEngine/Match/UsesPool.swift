import TextModel

/// What classes matter to, each stored once: many classes share it, and what sentences ask for all
/// the time should lie close together.
final class UsesPool {
  private let rows = PlainBuffer<PhaseIndex.Uses>()
  private let slots = PlainBuffer<Int32>(repeating: -1, count: 1 << 8)

  /// A row by its number.
  @inline(__always)
  subscript(number: Int32) -> PhaseIndex.Uses { rows[Int(number)] }

  /// Forgets all rows.
  func removeAll() {
    rows.removeAll()
    slots.removeAll()
    slots.append(repeating: -1, count: 1 << 8)
  }

  /// The number of a row, stored now if it is new.
  ///
  /// - Complexity: O(1), amortised.
  func intern(_ uses: PhaseIndex.Uses) -> Int32 {
    let mask = slots.count - 1
    var slot = uses.hash & mask
    while slots[slot] >= 0 {
      if rows[Int(slots[slot])] == uses { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let number = Int32(rows.count)
    slots[slot] = number
    rows.append(uses)
    if rows.count * 2 > slots.count { grow() }
    return number
  }

  private func grow() {
    let size = slots.count * 2
    slots.removeAll()
    slots.append(repeating: -1, count: size)
    for number in 0..<rows.count {
      var slot = rows[number].hash & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(number)
    }
  }
}

extension PhaseIndex.Uses {
  fileprivate var hash: Int {
    var hash: UInt64 = 0
    for word in 0..<starts.scalarCount {
      hash = (hash ^ starts[word]) &* 0x9E37_79B9_7F4A_7C15
      hash = (hash ^ wholes[word]) &* 0x9E37_79B9_7F4A_7C15
      hash = (hash ^ follows[word]) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 31
    }
    return Int(truncatingIfNeeded: hash >> 16)
  }
}
