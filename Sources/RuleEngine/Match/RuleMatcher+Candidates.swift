import TextModel

extension RuleMatcher {
  /// Candidates that wait for their conflicts to be resolved; more than these and their neighbours
  /// are never held, however long the sentence.
  private static let mostPending = 8192

  /// Finds all matches of a phase's rules, each rule's longest at each place, and adds those that no
  /// exception forbids and no better match excludes.
  func run(_ phase: Int, in pass: SentencePass, into found: inout FoundMatches) {
    let automaton = automata[phase]
    let acceptances = program.phases[phase].acceptances
    if lastStart.count < acceptances.count {
      lastStart = Array(repeating: -1, count: acceptances.count)
      lastEnd = lastStart
    }
    for index in acceptances.indices { lastStart[index] = -1 }
    var pending = PendingCandidates()
    var resolution = Resolution()
    var limit = Self.mostPending
    var met: [Int] = []
    let offset = pass.range.lowerBound - 1
    let symbols = sentence.symbols
    let bit = PhaseIndex.bit(of: phase)
    for start in 0..<symbols.count where sentence.beginnings[start] & bit != 0 {
      met.removeAll(keepingCapacity: true)
      var state = LazyAutomaton.start
      var place = start
      let end = min(symbols.count, start + Self.longestMatch)
      while place < end {
        state = automaton.next(state, symbols[place])
        if state == LazyAutomaton.dead { break }
        place += 1
        for index in automaton.acceptances(of: state) {
          let acceptance = automaton.acceptance(index)
          if lastStart[acceptance] != start {
            lastStart[acceptance] = start
            met.append(acceptance)
          }
          lastEnd[acceptance] = place
        }
      }
      for number in met {
        let acceptance = acceptances[number]
        let end = lastEnd[number]
        if acceptance.isException {
          pending.exceptions.add(start + offset..<end + offset, to: acceptance.rule)
        } else if let candidate = candidate(acceptance.rule, start..<end, phase, pass) {
          pending.candidates.append(candidate)
        }
      }
      if pending.candidates.count >= limit {
        // What begins so far behind is met by nothing that is still to come.
        let ready = pending.take(before: start + offset - Self.longestMatch, trace)
        resolve(ready, of: phase, in: pass, found, into: &resolution)
        limit = max(Self.mostPending, pending.candidates.count * 2)
      }
    }
    resolve(pending.take(before: .max, trace), of: phase, in: pass, found, into: &resolution)
    guard !resolution.new.isEmpty else { return }
    let absorbed = resolution.absorbed.map { found.matches[$0].tokens }
    found.add(resolution.new, without: resolution.absorbed)
    sentence.add(resolution.new)
    for tokens in absorbed { sentence.reset(tokens, with: found.matches(overlapping: tokens)) }
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
      of: rule, in: program.phases[phase], classes: classes, symbols: sentence.symbols, candidate.place)
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
