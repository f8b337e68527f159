import TextModel

/// Matches of a phase whose conflicts are not resolved yet, and the exceptions that may forbid them.
final class PendingCandidates {
  private let candidates = PlainBuffer<Candidate>()
  private var exceptions = ExceptionSpans()
  @exclusivity(unchecked) private var hasExceptions = false
  private let ready = PlainBuffer<Candidate>()

  /// The number of candidates.
  var count: Int { candidates.count }

  /// Adds a candidate.
  func add(_ candidate: Candidate) { candidates.append(candidate) }

  /// Whether the rule of any candidate has exceptions.
  func hasExceptions(_ traits: PlainBuffer<RuleTraits>) -> Bool {
    for index in 0..<candidates.count where traits[candidates[index].rule].hasExceptions {
      return true
    }
    return false
  }

  /// Adds a place where an exception of a rule was met.
  func add(exception tokens: Range<Int>, of rule: Int) {
    exceptions.add(tokens, to: rule)
    hasExceptions = true
  }

  /// Forgets all exceptions: a phase has ended.
  func removeExceptions() {
    guard hasExceptions else { return }
    exceptions.removeAll(endingBefore: .max)
    hasExceptions = false
  }

  /// Takes out what begins before a token and no exception forbids, best first.
  func take(before token: Int, _ trace: MatchTrace?) -> PlainBuffer<Candidate> {
    ready.removeAll()
    var rest = 0
    for index in 0..<candidates.count {
      let candidate = candidates[index]
      if candidate.tokens.lowerBound >= token {
        candidates[rest] = candidate
        rest += 1
      } else if hasExceptions, exceptions.overlaps(candidate.tokens.range, of: candidate.rule) {
        trace?.note(.excepted, candidate)
      } else {
        ready.append(candidate)
      }
    }
    candidates.removeLast(from: rest)
    if hasExceptions { exceptions.removeAll(endingBefore: token) }
    if !isOrdered {
      ready.withValues {
        var values = $0
        values.sort(by: CandidateOrder.precedes)
      }
    }
    return ready
  }

  private var isOrdered: Bool {
    for index in 1..<max(ready.count, 1)
    where CandidateOrder.precedes(ready[index], ready[index - 1]) {
      return false
    }
    return true
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
    let behind = spans.firstSorted { $0.start >= tokens.upperBound }
    return behind > 0 && spans[behind - 1].furthestEnd > tokens.lowerBound
  }

  /// Forgets spans that end before a token.
  mutating func removeAll(endingBefore token: Int) {
    guard token != .max else { return spans.removeAll(keepingCapacity: true) }
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
