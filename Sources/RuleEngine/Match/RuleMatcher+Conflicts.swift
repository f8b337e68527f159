import TextModel

extension RuleMatcher {
  /// Takes candidates, best first, where their layer is still free.
  ///
  /// - Complexity: O(candidates × longest match).
  func resolve(_ candidates: [Candidate], in pass: SentencePass) {
    for candidate in candidates {
      if let winner = resolution.winner(over: candidate) {
        trace?.note(.beaten(by: winner.rule, winner.tokens), candidate)
        continue
      }
      guard takePlace(candidate) else { continue }
      resolution.occupy(candidate)
      let start = trace?.start()
      defer { trace?.end(rule: candidate.rule, since: start ?? nil) }
      let record = record(of: candidate, in: pass)
      // An impossible value keeps its place: nothing shorter is read into it.
      guard !record.isImpossible else {
        trace?.note(.impossible, candidate)
        continue
      }
      trace?.note(.won, candidate)
      for index in covered {
        resolution.absorb(index)
        trace?.noteAbsorbed(found[index], by: candidate)
      }
      resolution.add(RuleMatch(tokens: candidate.tokens, record: record))
    }
  }

  /// Whether a candidate may stand among the matches of earlier phases; leaves those that it takes
  /// in as `covered`.
  ///
  /// What is only overlapped stays, and a guess takes nothing in that is surer than itself.
  private func takePlace(_ candidate: Candidate) -> Bool {
    covered.removeAll(keepingCapacity: true)
    let own = traits[candidate.rule]
    for index in found.indices(near: candidate.tokens) {
      let row = found.row(index)
      let other = traits[Int(row.rule)]
      guard other.layer == own.layer, row.tokens.overlaps(candidate.tokens),
        !resolution.isAbsorbed(index)
      else { continue }
      if !candidate.covers(row.tokens) || other.confidence > own.confidence {
        trace?.note(.blocked(by: Int(row.rule), row.tokens), candidate)
        return false
      }
      covered.append(index)
    }
    return true
  }

  private func record(of candidate: Candidate, in pass: SentencePass) -> MatchRecord {
    let hasValues = traits[candidate.rule].hasValues
    let parts = hasValues ? parts(of: candidate, pass) : []
    let earlier = hasValues ? found.indices(startingIn: candidate.extent) : 0..<0
    return records.record(
      of: candidate, parts: parts, found, earlier, in: pass.tokens,
      isInternal: traits[candidate.rule].isInternal
    ) {
      let rule = program.rules[candidate.rule]
      var values: [String: Value]? = [:]
      if hasValues {
        let evaluator = ValueEvaluator(
          program: program, rule: rule, types: pass.types, tokens: pass.tokens, finder: finder,
          context: pass.context, canonical: pass.canonical, earlier: earlier.map { found[$0] },
          parts: parts)
        values = evaluator.values()
      }
      let rows =
        rule.isInternal ? [] : finder.rows(of: pass.tokens.types[candidate.tokens]).map(\.row)
      return (values, rows)
    }
  }
}
