/// A set of numbers that is emptied again and again: what was in it costs nothing then.
///
/// Open addressing, never above half full. A set belongs to one thread.
public final class NumberSet {
  private let values = PlainBuffer<UInt64>(repeating: 0, count: 1 << 6)
  /// The round in which each slot was filled.
  private let rounds = PlainBuffer<UInt32>(repeating: 0, count: 1 << 6)
  private var round: UInt32 = 1
  private var count = 0

  /// Creates an empty set.
  public init() {}

  /// Forgets all numbers.
  ///
  /// - Complexity: O(1) but for every four thousand millionth time.
  public func removeAll() {
    count = 0
    if round == .max {
      for slot in 0..<rounds.count { rounds[slot] = 0 }
      round = 0
    }
    round += 1
  }

  /// Adds a number; false where it is in the set already.
  ///
  /// - Complexity: O(1), amortised.
  public func insert(_ number: UInt64) -> Bool {
    guard put(number) else { return false }
    count += 1
    if count * 2 > values.count { grow() }
    return true
  }

  private func put(_ number: UInt64) -> Bool {
    let mask = values.count - 1
    var slot = Int(truncatingIfNeeded: (number &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while rounds[slot] == round {
      if values[slot] == number { return false }
      slot = (slot + 1) & mask
    }
    values[slot] = number
    rounds[slot] = round
    return true
  }

  private func grow() {
    let held = (0..<values.count).filter { rounds[$0] == round }.map { values[$0] }
    let size = values.count * 2
    values.removeAll()
    rounds.removeAll()
    values.append(repeating: 0, count: size)
    rounds.append(repeating: 0, count: size)
    for number in held { _ = put(number) }
  }
}
