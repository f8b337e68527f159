/// How far two words are from each other, to find what a misspelt one was meant to be.
public enum EditDistance {
  /// The fewest insertions, deletions, replacements and swaps of neighbours that make one word of the
  /// other, no part being changed twice.
  ///
  /// - Complexity: O(length of `left` × length of `right`).
  public static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
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
