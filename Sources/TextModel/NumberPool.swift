/// Sequences of numbers stored once each and named by small numbers.
///
/// Ids count up from 0 in order of first appearance. A pool belongs to one thread.
public final class NumberPool {
  /// Each sequence behind its id and its length: what is looked at together lies together.
  @usableFromInline let numbers = PlainBuffer<Int32>()
  @usableFromInline let ends = PlainBuffer<Int32>()
  /// Half of a sequence's hash and half where it lies, so that few are looked at in vain.
  private let slots = PlainBuffer<UInt64>(repeating: NumberPool.free, count: 1 << 10)

  private static let free = UInt64.max

  /// Creates an empty pool.
  public init() {}

  /// The number of distinct sequences.
  @inlinable public var count: Int { ends.count }

  /// The numbers that all sequences take together, with two for each.
  @inlinable public var numberCount: Int { numbers.count }

  /// The id of a sequence, stored now if it is new: then the id is the ``count`` before.
  ///
  /// - Complexity: O(length of the sequence), amortised.
  public func intern(_ sequence: PlainBuffer<Int32>) -> Int32 {
    sequence.withValues { sequence in
      let mask = slots.count - 1
      let hash = Self.hash(sequence)
      var slot = Int(hash) & mask
      while slots[slot] != Self.free {
        let place = Int(slots[slot] & 0xFFFF_FFFF)
        if slots[slot] >> 32 == hash, isEqual(place, sequence) { return numbers[place] }
        slot = (slot + 1) & mask
      }
      let id = Int32(ends.count)
      slots[slot] = hash << 32 | UInt64(numbers.count)
      numbers.append(id)
      numbers.append(Int32(sequence.count))
      numbers.append(contentsOf: sequence)
      ends.append(Int32(numbers.count))
      if ends.count * 2 > slots.count { grow() }
      return id
    }
  }

  /// The places of a sequence's numbers; ``subscript(_:)`` gives each.
  @inlinable
  public func range(of id: Int32) -> Range<Int> {
    (id == 0 ? 2 : Int(ends[Int(id) - 1]) + 2)..<Int(ends[Int(id)])
  }

  /// A number by its place.
  @inlinable
  public subscript(place: Int) -> Int32 { numbers[place] }

  /// Forgets all sequences.
  public func removeAll() {
    numbers.removeAll()
    ends.removeAll()
    slots.removeAll()
    slots.append(repeating: Self.free, count: 1 << 10)
  }

  private func isEqual(_ place: Int, _ sequence: UnsafeMutableBufferPointer<Int32>) -> Bool {
    guard Int(numbers[place + 1]) == sequence.count else { return false }
    for index in 0..<sequence.count where numbers[place + 2 + index] != sequence[index] {
      return false
    }
    return true
  }

  private func grow() {
    let old = slots.withValues { Array($0) }
    slots.removeAll()
    slots.append(repeating: Self.free, count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry != Self.free {
      var slot = Int(entry >> 32) & mask
      while slots[slot] != Self.free { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  /// 32 bits.
  private static func hash(_ sequence: UnsafeMutableBufferPointer<Int32>) -> UInt64 {
    var hash = UInt64(sequence.count)
    for number in sequence {
      hash = (hash ^ UInt64(UInt32(bitPattern: number))) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash >> 16 & 0xFFFF_FFFF
  }
}
