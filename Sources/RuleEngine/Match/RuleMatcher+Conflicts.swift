import TextModel

extension RuleMatcher {
  /// Takes candidates, best first, where their layer is still free.
  ///
  /// - Complexity: O(candidates × longest match).
  func resolve(_ candidates: PlainBuffer<Candidate>, in pass: SentencePass, _ trace: MatchTrace?) {
    for index in 0..<candidates.count {
      let candidate = candidates[index]
      if let winner = resolution.winner(over: candidate) {
        trace?.note(.beaten(by: winner.rule, winner.tokens.range), candidate)
        continue
      }
      guard takePlace(candidate, trace) else { continue }
      resolution.occupy(candidate)
      let start = trace?.start()
      let record = record(of: candidate, in: pass)
      if let start { trace?.end(rule: candidate.rule, since: start) }
      // An impossible value keeps its place: nothing shorter is read into it.
      guard !records.isImpossible(record) else {
        trace?.note(.impossible, candidate)
        continue
      }
      trace?.note(.won, candidate)
      for index in 0..<covered.count {
        let index = Int(covered[index])
        resolution.absorb(index)
        trace?.noteAbsorbed(found[index], by: candidate)
      }
      resolution.add(
        FoundMatches.Row(tokens: candidate.tokens, rule: Int32(candidate.rule), record: record))
    }
  }

  /// Whether a candidate may stand among the matches of earlier phases; leaves those that it takes
  /// in as `covered`.
  ///
  /// What is only overlapped stays, and a guess takes nothing in that is surer than itself.
  private func takePlace(_ candidate: Candidate, _ trace: MatchTrace?) -> Bool {
    covered.removeAll()
    guard found.count > 0 else { return true }
    let own = traits[candidate.rule]
    for index in found.indices(near: candidate.tokens) {
      let row = found[index]
      guard row.tokens.overlaps(candidate.tokens) else { continue }
      let other = traits[Int(row.rule)]
      guard other.layer == own.layer, !resolution.isAbsorbed(index) else { continue }
      if !candidate.covers(row.tokens) || other.confidence > own.confidence {
        trace?.note(.blocked(by: Int(row.rule), row.tokens.range), candidate)
        return false
      }
      covered.append(Int32(index))
    }
    return true
  }

  private func record(of candidate: Candidate, in pass: SentencePass) -> Int32 {
    let own = traits[candidate.rule]
    let earlier = own.hasValues ? found.indices(startingIn: candidate.extent) : 0..<0
    let (number, isNew) =
      own.isInternal && !own.hasValues
      ? records.number(ofPlain: candidate.rule)
      : records.number(
        of: candidate, own.hasValues && own.needsCaptures ? captures : nil, found, earlier,
        symbols: sentence.symbols, in: pass.tokens)
    if isNew { makeRecord(of: candidate, earlier, in: pass) }
    return number
  }

  private func makeRecord(of candidate: Candidate, _ earlier: Range<Int>, in pass: SentencePass) {
    let rule = program.rules[candidate.rule]
    var values: [String: Value]? = [:]
    if !rule.values.isEmpty {
      let evaluator = ValueEvaluator(
        program: program, rule: rule, types: pass.types, tokens: pass.tokens, finder: finder,
        context: pass.context, canonical: pass.canonical, earlier: earlier.map { match($0) },
        parts: parts(of: candidate, pass))
      values = evaluator.values()
    }
    let rows =
      rule.isInternal
      ? [] : finder.rows(of: pass.tokens.types[candidate.tokens.range]).map(\.row)
    records.add(
      MatchRecord(
        rule: candidate.rule, isInternal: rule.isInternal, values: values ?? [:], rows: rows),
      isImpossible: values == nil)
  }

  /// A match of the sentence, with its record.
  func match(_ index: Int) -> RuleMatch {
    RuleMatch(tokens: found[index].tokens.range, record: records[found[index].record])
  }
}
