import TextModel

extension RuleMatcher {
  /// Candidates that wait for their conflicts to be resolved; more than these and their neighbours
  /// are never held, however long the sentence.
  private static let mostPending = 8192

  /// Finds all matches of a phase's rules, each rule's longest at each place, and adds those that no
  /// exception forbids and no better match excludes.
  func run(_ phase: Int, in pass: SentencePass) {
    let group = PhaseIndex.bit(ofPhase: phase, isException: false)
    let beginnings = sentence.beginnings
    let trace = trace
    var limit = Self.mostPending
    var hasExceptions = false
    resolution.begin()
    let automaton = automata[phase]
    var next = 0
    while let start = beginnings.firstIndex(from: next, sharing: group) {
      next = start + 1
      walk(automaton, from: start)
      if met.count > 0 { addCandidates(from: start, phase, pass) }
      if pending.count >= limit {
        hasExceptions = hasExceptions || addExceptions(phase, pass)
        // What begins so far behind is met by nothing that is still to come.
        let first = start + pass.range.lowerBound - 1 - Self.longestMatch
        resolve(pending.take(before: first, trace), in: pass, trace)
        limit = max(Self.mostPending, pending.count * 2)
      }
    }
    if pending.count > 0 {
      if !hasExceptions { _ = addExceptions(phase, pass) }
      resolve(pending.take(before: .max, trace), in: pass, trace)
    }
    pending.removeExceptions()
    guard resolution.new.count > 0 else { return }
    let absorbed = resolution.absorbed.isEmpty ? [] : resolution.absorbed.map { found[$0].tokens }
    found.add(resolution.new, without: resolution.absorbed)
    sentence.add(resolution.new)
    for tokens in absorbed { sentence.reset(tokens, with: found) }
  }

  /// Leaves the patterns that begin at a place as `met`.
  @inline(__always)
  func walk(_ automaton: LazyAutomaton, from start: Int) {
    let symbols = sentence.symbols
    met.removeAll()
    metCount += 1
    var state = LazyAutomaton.start
    var place = start
    let end = min(symbols.count, start + Self.longestMatch)
    while place < end {
      state = automaton.next(state, symbols[place])
      if state == LazyAutomaton.dead { break }
      place += 1
      for index in automaton.acceptances(of: state) { meet(automaton.acceptance(index), place) }
    }
  }

  /// Looks for the exceptions of a phase in the whole sentence if a rule of the candidates has any.
  private func addExceptions(_ phase: Int, _ pass: SentencePass) -> Bool {
    guard pending.hasExceptions(traits) else { return false }
    let group = PhaseIndex.bit(ofPhase: phase, isException: true)
    guard sentence.groups & group != 0 else { return true }
    let beginnings = sentence.beginnings
    let automaton = exceptions[phase]
    var next = 0
    while let start = beginnings.firstIndex(from: next, sharing: group) {
      next = start + 1
      walk(automaton, from: start)
      let offset = pass.range.lowerBound - 1
      for index in 0..<met.count {
        let number = Int(met[index])
        pending.add(
          exception: start + offset..<Int(lastEnd[number]) + offset,
          of: Int(rulesOfPatterns[firstPatterns[phase] + number]))
      }
    }
    return true
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
    for index in 0..<met.count {
      let number = Int(met[index])
      let rule = Int(rulesOfPatterns[firstPatterns[phase] + number])
      if let candidate = candidate(rule, start..<Int(lastEnd[number]), pass) {
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
      rule: rule, tokens: Run(lower, upper), extent: Run(lower, upper),
      place: Run(place.lowerBound, place.upperBound),
      priority: traits.priority, layer: traits.layer)
    // Where nothing is marked, parts are looked for only if the match has its way.
    if traits.isMarked {
      let start = captures.parts(of: rule, symbols: sentence.symbols, candidate.place)
      guard let tokens = part(CompiledRule.markedPart, at: start, of: candidate, pass) else {
        return nil
      }
      candidate.tokens = Run(tokens.lowerBound, tokens.upperBound)
    }
    return candidate
  }

  /// The tokens of each captured part of a match, nil where it was not met.
  func parts(of candidate: Candidate, _ pass: SentencePass) -> [Range<Int>?] {
    guard traits[candidate.rule].needsCaptures else { return [candidate.tokens.range] }
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
