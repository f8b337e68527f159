import TextModel

/// The matches of the phases so far in a sentence, by their first token, then by phase.
final class FoundMatches {
  /// Where a match stands, and of which rule it is.
  struct Row: BitwiseCopyable {
    var lower: Int32
    var upper: Int32
    var rule: Int32

    var tokens: Range<Int> { Int(lower)..<Int(upper) }
  }

  private let rows = PlainBuffer<Row>()
  private var records: [MatchRecord] = []

  /// The number of matches.
  var count: Int { rows.count }

  /// A match by its index.
  subscript(index: Int) -> RuleMatch { RuleMatch(tokens: row(index).tokens, record: records[index]) }

  /// Where a match stands.
  @inline(__always)
  func row(_ index: Int) -> Row { rows[index] }

  /// Forgets all matches.
  func removeAll() {
    rows.removeAll()
    records.removeAll(keepingCapacity: true)
  }

  /// The indices of the matches that begin in a range of tokens.
  ///
  /// - Complexity: O(log of all matches).
  func indices(startingIn tokens: Range<Int>) -> Range<Int> {
    firstIndex(from: tokens.lowerBound)..<firstIndex(from: tokens.upperBound)
  }

  /// The indices of the matches that may overlap a range of tokens; others are among them.
  func indices(near tokens: Range<Int>) -> Range<Int> {
    // No match is longer than the longest, so those that reach here begin not far before.
    indices(startingIn: tokens.lowerBound - RuleMatcher.longestMatch..<tokens.upperBound)
  }

  /// Adds matches that are ordered by their first token, and leaves some of the earlier ones out.
  ///
  /// - Complexity: O(all matches).
  func add(_ new: [RuleMatch], without absorbed: Set<Int>) {
    if !absorbed.isEmpty { remove(absorbed) }
    var read = rows.count - 1
    var write = rows.count + new.count - 1
    for match in new { append(match) }
    // From the back, so that every row moves once.
    for match in new.reversed() {
      while read >= 0, rows[read].lower > match.tokens.lowerBound {
        rows[write] = rows[read]
        records[write] = records[read]
        read -= 1
        write -= 1
      }
      rows[write] = Self.row(match)
      records[write] = match.record
      write -= 1
    }
  }

  private func append(_ match: RuleMatch) {
    rows.append(Self.row(match))
    records.append(match.record)
  }

  private static func row(_ match: RuleMatch) -> Row {
    Row(
      lower: Int32(match.tokens.lowerBound), upper: Int32(match.tokens.upperBound),
      rule: Int32(match.rule))
  }

  private func remove(_ absorbed: Set<Int>) {
    var write = 0
    for index in 0..<rows.count where !absorbed.contains(index) {
      rows[write] = rows[index]
      records[write] = records[index]
      write += 1
    }
    records.removeLast(rows.count - write)
    rows.removeLast(from: write)
  }

  private func firstIndex(from token: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].lower < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
