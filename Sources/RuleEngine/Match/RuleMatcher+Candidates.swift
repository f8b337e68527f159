import TextModel

extension RuleMatcher {
  /// All matches of a phase's rules that no exception forbids, each rule's longest at each place.
  func candidates(of phase: Int, in pass: SentencePass) -> [Candidate] {
    let automaton = automata[phase]
    let acceptances = program.phases[phase].acceptances
    if lastStart.count < acceptances.count {
      lastStart = Array(repeating: -1, count: acceptances.count)
      lastEnd = lastStart
    }
    for index in acceptances.indices { lastStart[index] = -1 }
    var candidates: [Candidate] = []
    var exceptions = ExceptionSpans()
    var met: [Int32] = []
    let offset = pass.range.lowerBound - 1
    for start in symbols.indices {
      met.removeAll(keepingCapacity: true)
      var state = LazyAutomaton.start
      var place = start
      let limit = min(symbols.count, start + Self.longestMatch)
      while place < limit {
        state = automaton.next(state, symbols[place])
        if state == LazyAutomaton.dead { break }
        place += 1
        for acceptance in automaton.acceptances[Int(state)] {
          if lastStart[Int(acceptance)] != start {
            lastStart[Int(acceptance)] = start
            met.append(acceptance)
          }
          lastEnd[Int(acceptance)] = place
        }
      }
      for number in met {
        let acceptance = acceptances[Int(number)]
        let end = lastEnd[Int(number)]
        if acceptance.isException {
          exceptions.add(start + offset..<end + offset, to: acceptance.rule)
        } else if let candidate = candidate(acceptance.rule, start..<end, phase, pass) {
          candidates.append(candidate)
        }
      }
    }
    guard !exceptions.isEmpty else { return candidates }
    return candidates.filter { candidate in
      guard exceptions.overlaps(candidate.tokens, of: candidate.rule) else { return true }
      trace?.note(.excepted, candidate)
      return false
    }
  }

  private func candidate(
    _ number: Int, _ place: Range<Int>, _ phase: Int, _ pass: SentencePass
  ) -> Candidate? {
    let rule = program.rules[number]
    // Symbol 0 is the sentence's start: token n of the sentence is symbol n + 1.
    let offset = pass.range.lowerBound - 1
    let lower = max(place.lowerBound + offset, pass.range.lowerBound)
    let upper = min(place.upperBound + offset, pass.range.upperBound)
    guard lower < upper else { return nil }
    var candidate = Candidate(
      rule: number, tokens: lower..<upper, extent: lower..<upper, place: place, parts: [],
      priority: rule.priority, layer: rule.layer)
    // Where nothing is marked, parts are looked for only if the match has its way.
    if rule.isMarked {
      candidate.parts = parts(of: candidate, phase, pass)
      guard let tokens = candidate.parts[CompiledRule.markedPart] else { return nil }
      candidate.tokens = tokens
    }
    return candidate
  }

  /// The tokens of each captured part of a match, nil where it was not met.
  func parts(of candidate: Candidate, _ phase: Int, _ pass: SentencePass) -> [Range<Int>?] {
    let rule = program.rules[candidate.rule]
    guard candidate.parts.isEmpty else { return candidate.parts }
    guard rule.needsCaptures else { return [candidate.tokens] }
    let slots = CaptureFinder.slots(
      of: rule, in: program.phases[phase], classes: classes, symbols: symbols[candidate.place])
    let offset = pass.range.lowerBound - 1
    var parts: [Range<Int>?] = []
    for part in 0..<slots.count / 2 {
      let lower = max(slots[part * 2] + offset, pass.range.lowerBound)
      let upper = min(slots[part * 2 + 1] + offset, pass.range.upperBound)
      parts.append(
        slots[part * 2] < 0 || slots[part * 2 + 1] < 0 || upper <= lower ? nil : lower..<upper)
    }
    return parts
  }
}

/// Where the exceptions of rules were met in a sentence.
struct ExceptionSpans {
  /// The spans of each rule, by their start, with the furthest end up to each.
  private var spans: [Int: [(start: Int, furthestEnd: Int)]] = [:]

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
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].start < tokens.upperBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 && spans[low - 1].furthestEnd > tokens.lowerBound
  }
}
