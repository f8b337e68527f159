import TextModel

/// Which states of an automaton a search has met: emptied at once, whatever was in it.
final class StateStamps {
  private let stamps: PlainBuffer<UInt32>
  @exclusivity(unchecked) private var stamp: UInt32 = 0

  /// Stamps for the states below a number.
  init(stateCount: Int) { stamps = PlainBuffer(repeating: 0, count: stateCount) }

  /// Begins a search that has met none.
  ///
  /// - Complexity: O(1), amortised.
  func begin() {
    if stamp == .max {
      for state in 0..<stamps.count { stamps[state] = 0 }
      stamp = 0
    }
    stamp += 1
  }

  /// Notes a state.
  ///
  /// - Returns: whether the search meets it for the first time.
  @inline(__always)
  func mark(_ state: Int) -> Bool {
    if stamps[state] == stamp { return false }
    stamps[state] = stamp
    return true
  }
}
