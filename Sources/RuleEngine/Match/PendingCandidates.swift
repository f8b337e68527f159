/// Matches of a phase whose conflicts are not resolved yet, and the exceptions that may forbid them.
struct PendingCandidates {
  var candidates: [Candidate] = []
  var exceptions = ExceptionSpans()

  /// Takes out what begins before a token and no exception forbids, best first.
  mutating func take(before token: Int, _ trace: MatchTrace?) -> [Candidate] {
    var ready: [Candidate] = []
    var rest: [Candidate] = []
    for candidate in candidates {
      if candidate.tokens.lowerBound >= token {
        rest.append(candidate)
      } else if !exceptions.overlaps(candidate.tokens, of: candidate.rule) {
        ready.append(candidate)
      } else {
        trace?.note(.excepted, candidate)
      }
    }
    candidates = rest
    exceptions.removeAll(endingBefore: token)
    ready.sort(by: CandidateOrder.precedes)
    return ready
  }
}

/// Where the exceptions of rules were met in a sentence.
struct ExceptionSpans {
  /// The spans of each rule, by their start, with the furthest end up to each.
  private var spans: [Int: [(start: Int, furthestEnd: Int)]] = [:]

  /// Adds a span; those of one rule come in order of their starts.
  mutating func add(_ tokens: Range<Int>, to rule: Int) {
    let furthest = max(spans[rule]?.last?.furthestEnd ?? 0, tokens.upperBound)
    spans[rule, default: []].append((tokens.lowerBound, furthest))
  }

  /// Whether an exception of a rule overlaps a span.
  ///
  /// - Complexity: O(log of the rule's exceptions).
  func overlaps(_ tokens: Range<Int>, of rule: Int) -> Bool {
    guard let spans = spans[rule] else { return false }
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].start < tokens.upperBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 && spans[low - 1].furthestEnd > tokens.lowerBound
  }

  /// Forgets spans that end before a token.
  mutating func removeAll(endingBefore token: Int) {
    guard token != .max else { return spans = [:] }
    for (rule, own) in spans {
      let count = own.prefix { $0.furthestEnd <= token }.count
      if count == own.count {
        spans[rule] = nil
      } else if count > 0 {
        spans[rule]?.removeFirst(count)
      }
    }
  }
}
