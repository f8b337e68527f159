import TextModel

/// Matches of a phase whose conflicts are not resolved yet, and the exceptions that may forbid them.
final class PendingCandidates {
  private var candidates: [Candidate] = []
  private var exceptions = ExceptionSpans()
  private var ready: [Candidate] = []

  /// The number of candidates.
  var count: Int { candidates.count }

  /// Adds a candidate.
  func add(_ candidate: Candidate) { candidates.append(candidate) }

  /// Whether the rule of any candidate has exceptions.
  func hasExceptions(_ traits: PlainBuffer<RuleTraits>) -> Bool {
    candidates.contains { traits[$0.rule].hasExceptions }
  }

  /// Adds a place where an exception of a rule was met.
  func add(exception tokens: Range<Int>, of rule: Int) { exceptions.add(tokens, to: rule) }

  /// Forgets all exceptions: a phase has ended.
  func removeExceptions() {
    if !exceptions.isEmpty { exceptions.removeAll(endingBefore: .max) }
  }

  /// Takes out what begins before a token and no exception forbids, best first.
  func take(before token: Int, _ trace: MatchTrace?) -> [Candidate] {
    ready.removeAll(keepingCapacity: true)
    var rest = 0
    for index in candidates.indices {
      let candidate = candidates[index]
      if candidate.tokens.lowerBound >= token {
        candidates[rest] = candidate
        rest += 1
      } else if exceptions.isEmpty || !exceptions.overlaps(candidate.tokens, of: candidate.rule) {
        ready.append(candidate)
      } else {
        trace?.note(.excepted, candidate)
      }
    }
    candidates.removeLast(candidates.count - rest)
    if !exceptions.isEmpty { exceptions.removeAll(endingBefore: token) }
    if ready.count > 1 { ready.sort(by: CandidateOrder.precedes) }
    return ready
  }
}

/// Where the exceptions of rules were met in a sentence.
struct ExceptionSpans {
  /// The spans of each rule, by their start, with the furthest end up to each.
  private var spans: [Int: [(start: Int, furthestEnd: Int)]] = [:]

  /// Whether no exception was met.
  var isEmpty: Bool { spans.isEmpty }

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
    let behind = spans.firstSorted { $0.start >= tokens.upperBound }
    return behind > 0 && spans[behind - 1].furthestEnd > tokens.lowerBound
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
