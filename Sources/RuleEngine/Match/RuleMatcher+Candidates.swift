import TextModel

extension RuleMatcher {
  /// Candidates that wait for their conflicts to be resolved; more than these and their neighbours
  /// are never held, however long the sentence.
  private static let mostPending = 8192

  /// Finds all matches of a phase's rules, each rule's longest at each place, and adds those that no
  /// exception forbids and no better match excludes.
  func run(_ phase: Int, in pass: SentencePass) {
    let automaton = automata[phase]
    let symbols = sentence.symbols
    let beginnings = sentence.beginnings
    let bit = PhaseIndex.bit(of: phase)
    let count = symbols.count
    var limit = Self.mostPending
    resolution.begin()
    for start in 0..<count where beginnings[start] & bit != 0 {
      met.removeAll()
      metCount += 1
      var state = LazyAutomaton.start
      var place = start
      let end = min(count, start + Self.longestMatch)
      while place < end {
        state = automaton.next(state, symbols[place])
        if state == LazyAutomaton.dead { break }
        place += 1
        for index in automaton.acceptances(of: state) { meet(automaton.acceptance(index), place) }
      }
      if met.count > 0 { addCandidates(from: start, phase, pass) }
      if pending.count >= limit {
        // What begins so far behind is met by nothing that is still to come.
        let first = start + pass.range.lowerBound - 1 - Self.longestMatch
        resolve(pending.take(before: first, trace), in: pass)
        limit = max(Self.mostPending, pending.count * 2)
      }
    }
    if pending.count > 0 || trace != nil { resolve(pending.take(before: .max, trace), in: pass) }
    pending.removeExceptions()
    guard !resolution.new.isEmpty else { return }
    let absorbed = resolution.absorbed.map { found.row($0).tokens }
    found.add(resolution.new, without: resolution.absorbed)
    sentence.add(resolution.new)
    for tokens in absorbed { sentence.reset(tokens, with: found) }
  }

  /// Notes that a pattern is met by the tokens up to a place.
  @inline(__always)
  private func meet(_ acceptance: Int, _ place: Int) {
    if lastMet[acceptance] != metCount {
      lastMet[acceptance] = metCount
      met.append(Int32(acceptance))
    }
    lastEnd[acceptance] = Int32(place)
  }

  private func addCandidates(from start: Int, _ phase: Int, _ pass: SentencePass) {
    let offset = pass.range.lowerBound - 1
    for index in 0..<met.count {
      let number = Int(met[index])
      let end = Int(lastEnd[number])
      let rule = program.phases[phase].acceptances[number].rule
      if program.phases[phase].acceptances[number].isException {
        pending.add(exception: start + offset..<end + offset, of: rule)
      } else if let candidate = candidate(rule, start..<end, pass) {
        pending.add(candidate)
      }
    }
  }

  private func candidate(
    _ rule: Int, _ place: Range<Int>, _ pass: SentencePass
  ) -> Candidate? {
    // Symbol 0 is the sentence's start: token n of the sentence is symbol n + 1.
    let offset = pass.range.lowerBound - 1
    let lower = max(place.lowerBound + offset, pass.range.lowerBound)
    let upper = min(place.upperBound + offset, pass.range.upperBound)
    guard lower < upper else { return nil }
    let traits = traits[rule]
    var candidate = Candidate(
      rule: rule, tokens: lower..<upper, extent: lower..<upper, place: place,
      priority: traits.priority, layer: traits.layer)
    // Where nothing is marked, parts are looked for only if the match has its way.
    if traits.isMarked {
      let start = captures.parts(of: rule, symbols: sentence.symbols, place)
      guard let tokens = part(CompiledRule.markedPart, at: start, of: candidate, pass) else {
        return nil
      }
      candidate.tokens = tokens
    }
    return candidate
  }

  /// The tokens of each captured part of a match, nil where it was not met.
  func parts(of candidate: Candidate, _ pass: SentencePass) -> [Range<Int>?] {
    guard traits[candidate.rule].needsCaptures else { return [candidate.tokens] }
    let start = captures.parts(of: candidate.rule, symbols: sentence.symbols, candidate.place)
    return program.rules[candidate.rule].captures.indices.map {
      part($0, at: start, of: candidate, pass)
    }
  }

  private func part(
    _ part: Int, at start: Int, of candidate: Candidate, _ pass: SentencePass
  ) -> Range<Int>? {
    guard let symbols = captures.part(part, at: start) else { return nil }
    let offset = candidate.place.lowerBound + pass.range.lowerBound - 1
    let lower = max(symbols.lowerBound + offset, pass.range.lowerBound)
    let upper = min(symbols.upperBound + offset, pass.range.upperBound)
    return lower < upper ? lower..<upper : nil
  }
}
