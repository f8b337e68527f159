import TextModel

/// The matches of the phases so far in a sentence, by their first token, then by phase.
final class FoundMatches {
  /// Where a match stands, of which rule it is, and the number of its record.
  struct Row: BitwiseCopyable {
    var tokens: Run
    var rule: Int32
    var record: Int32
  }

  private let rows = PlainBuffer<Row>()

  /// The number of matches.
  var count: Int { rows.count }

  /// A match by its index.
  @inline(__always)
  subscript(index: Int) -> Row { rows[index] }

  /// Forgets all matches.
  func removeAll() { rows.removeAll() }

  /// The indices of the matches that begin in a range of tokens.
  ///
  /// - Complexity: O(log of all matches).
  func indices(startingIn tokens: Run) -> Range<Int> {
    firstIndex(from: tokens.lowerBound)..<firstIndex(from: tokens.upperBound)
  }

  /// The indices of the matches that may overlap a range of tokens; others are among them.
  func indices(near tokens: Run) -> Range<Int> {
    // No match is longer than the longest, so those that reach here begin not far before.
    indices(
      startingIn: Run(tokens.lowerBound - RuleMatcher.longestMatch, tokens.upperBound))
  }

  /// Adds matches that are ordered by their first token, and leaves some of the earlier ones out.
  ///
  /// - Complexity: O(all matches).
  func add(_ new: PlainBuffer<Row>, without absorbed: Set<Int>) {
    if !absorbed.isEmpty { remove(absorbed) }
    var read = rows.count - 1
    var write = rows.count + new.count - 1
    rows.append(new)
    // From the back, so that every row moves once.
    var next = new.count - 1
    while next >= 0 {
      let row = new[next]
      while read >= 0, rows[read].tokens.lowerBound > row.tokens.lowerBound {
        rows[write] = rows[read]
        read -= 1
        write -= 1
      }
      rows[write] = row
      write -= 1
      next -= 1
    }
  }

  private func remove(_ absorbed: Set<Int>) {
    var write = 0
    for index in 0..<rows.count where !absorbed.contains(index) {
      rows[write] = rows[index]
      write += 1
    }
    rows.removeLast(from: write)
  }

  private func firstIndex(from token: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
