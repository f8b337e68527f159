extension RandomAccessCollection where Index == Int {
  /// The index of the first element that passes a test which all elements behind it pass, too; the
  /// end where none does.
  ///
  /// - Complexity: O(log `count`).
  package func firstSorted(where passes: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
