import TextModel

extension RuleMatcher {
  /// What a phase has found so far in a sentence.
  struct Resolution {
    /// The last match of each layer.
    var occupied: [Int: Candidate] = [:]
    var new: [RuleMatch] = []
    /// The indices of earlier matches that the new ones take in.
    var absorbed: Set<Int> = []
  }

  /// Takes candidates, best first, where their layer is still free.
  ///
  /// - Complexity: O(candidates × longest match).
  func resolve(
    _ candidates: [Candidate], of phase: Int, in pass: SentencePass, _ found: FoundMatches,
    into resolution: inout Resolution
  ) {
    for candidate in candidates {
      if let winner = resolution.occupied[candidate.layer],
        winner.tokens.upperBound > candidate.tokens.lowerBound
      {
        trace?.note(.beaten(by: winner.rule, winner.tokens), candidate)
        continue
      }
      let covered = found.indices(overlapping: candidate.tokens).filter {
        program.rules[found.matches[$0].rule].layer == candidate.layer
          && !resolution.absorbed.contains($0)
      }
      if let obstacle = covered.first(where: { !candidate.covers(found.matches[$0].tokens) }) {
        let match = found.matches[obstacle]
        trace?.note(.blocked(by: match.rule, match.tokens), candidate)
        continue
      }
      resolution.occupied[candidate.layer] = candidate
      let start = trace?.start()
      defer { trace?.end(rule: candidate.rule, since: start ?? nil) }
      let evaluator = ValueEvaluator(
        program: program, rule: program.rules[candidate.rule], types: pass.types,
        tokens: pass.tokens, finder: finder, context: pass.context, canonical: pass.canonical,
        earlier: found.matches(startingIn: candidate.extent),
        parts: parts(of: candidate, phase, pass))
      // An impossible value keeps its place: nothing shorter is read into it.
      guard let values = evaluator.values() else {
        trace?.note(.impossible, candidate)
        continue
      }
      trace?.note(.won, candidate)
      for index in covered {
        resolution.absorbed.insert(index)
        trace?.noteAbsorbed(found.matches[index], by: candidate)
      }
      resolution.new.append(
        RuleMatch(
          rule: candidate.rule, tokens: candidate.tokens, values: values,
          rows: finder.rows(of: pass.tokens.types[candidate.tokens]).map(\.row)))
    }
  }
}
