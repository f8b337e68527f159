extension Array {
  /// The index of the first element that passes a test which all elements behind it pass, too; the
  /// count where none does.
  ///
  /// - Complexity: O(log `count`).
  func firstSorted(where passes: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
