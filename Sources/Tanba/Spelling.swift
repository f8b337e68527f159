/// Suggestions for misspelt names.
public enum Spelling {
  /// The name that `word` most likely means: the nearest by edit distance, of several that begin
  /// alike the shortest. No more than a third of the longer word may differ, unless one begins the
  /// other.
  ///
  /// - Complexity: O(length of `word` × length of all names).
  public static func nearest(to word: String, among names: [String]) -> String? {
    let word = Array(word.unicodeScalars)
    var best: (name: String, distance: Int)?
    for name in names {
      let scalars = Array(name.unicodeScalars)
      let length = max(word.count, scalars.count)
      let isBeginning =
        min(word.count, scalars.count) >= 3
        && (scalars.starts(with: word) || word.starts(with: scalars))
      let distance = isBeginning ? 1 : distance(word, scalars)
      guard isBeginning || distance * 3 <= length else { continue }
      if let best, (best.distance, best.name.count) <= (distance, name.count) { continue }
      best = (name, distance)
    }
    return best?.name
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two words.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        var cost = min(
          last[column + 1] + 1, current[column] + 1,
          last[column] + (left[row] == right[column] ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
