import TextModel

/// The matches of the phases so far in a sentence, by their first token, then by phase.
struct FoundMatches {
  private(set) var matches: [RuleMatch] = []

  /// The matches that begin in a range of tokens.
  ///
  /// - Complexity: O(log of all matches + those in the range).
  func matches(startingIn tokens: Range<Int>) -> [RuleMatch] {
    Array(matches[firstIndex(from: tokens.lowerBound)..<firstIndex(from: tokens.upperBound)])
  }

  /// The indices of the matches that overlap a range of tokens.
  func indices(overlapping tokens: Range<Int>) -> [Int] {
    // No match is longer than the longest, so those that reach here begin not far before.
    let first = firstIndex(from: tokens.lowerBound - RuleMatcher.longestMatch)
    let last = firstIndex(from: tokens.upperBound)
    return (first..<last).filter { matches[$0].tokens.overlaps(tokens) }
  }

  /// The matches that overlap a range of tokens.
  func matches(overlapping tokens: Range<Int>) -> [RuleMatch] {
    indices(overlapping: tokens).map { matches[$0] }
  }

  /// Adds matches that are ordered by their first token, and leaves some of the earlier ones out.
  ///
  /// - Complexity: O(all matches).
  mutating func add(_ new: [RuleMatch], without absorbed: Set<Int>) {
    guard !new.isEmpty else { return }
    var merged: [RuleMatch] = []
    merged.reserveCapacity(matches.count + new.count)
    var next = 0
    for (index, match) in matches.enumerated() where !absorbed.contains(index) {
      while next < new.count, new[next].tokens.lowerBound < match.tokens.lowerBound {
        merged.append(new[next])
        next += 1
      }
      merged.append(match)
    }
    merged += new[next...]
    matches = merged
  }

  private func firstIndex(from token: Int) -> Int {
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if matches[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
