import TextModel

/// A rule that began to match and stopped.
public struct NearMiss: Sendable {
  /// The rule's index in the program.
  public var rule: Int
  /// The tokens that it got past; the next is the one that it stopped at.
  public var tokens: Range<Int>
  /// What it would have gone on with, as rules write it; sorted.
  public var expected: [String]
}

extension RuleMatcher {
  /// The furthest that each rule came without a match, where it came past a second token.
  ///
  /// - Complexity: O(tokens × states of all rules): for single sentences.
  public func nearMisses(in trace: MatchTrace) -> [NearMiss] {
    var best: [Int: NearMiss] = [:]
    for pass in trace.passes {
      var matched: Set<Int> = []
      for event in trace.events where event.phase == pass.phase { matched.insert(event.rule) }
      let automaton = program.phases[pass.phase]
      for acceptance in automaton.acceptances
      where !acceptance.isException && !matched.contains(acceptance.rule) {
        for start in pass.symbols.indices {
          guard
            let miss = miss(from: start, acceptance.start, automaton, pass.symbols),
            miss.length > best[acceptance.rule]?.tokens.count ?? 1
          else { continue }
          let first = max(start - 1, 0) + pass.firstToken
          best[acceptance.rule] = NearMiss(
            rule: acceptance.rule, tokens: first..<first + miss.length, expected: miss.expected)
        }
      }
    }
    return best.values.sorted {
      ($1.tokens.count, $0.tokens.lowerBound, $0.rule)
        < ($0.tokens.count, $1.tokens.lowerBound, $1.rule)
    }
  }

  /// How many tokens a pattern consumes from a place on before nothing of it is left, and what it
  /// would have consumed next.
  private func miss(
    from start: Int, _ first: Int, _ automaton: Automaton, _ symbols: [Int32]
  ) -> (length: Int, expected: [String])? {
    var states = consuming([first], in: automaton)
    var place = start
    while place < symbols.count {
      var next: [Int] = []
      for state in states {
        if case .consume(let predicate, let target) = automaton[state],
          classes.passes(symbols[place], predicate)
        {
          next.append(target)
        }
      }
      if next.isEmpty { break }
      states = consuming(next, in: automaton)
      place += 1
    }
    // The sentence's edges are no tokens.
    let last = symbols.count - 1
    let length = min(place, last) - max(start, 1)
    guard length > 1, place > start else { return nil }
    var expected: Set<String> = []
    for state in states {
      if case .consume(let predicate, _) = automaton[state] {
        expected.insert(program.describe(predicate: predicate))
      }
    }
    return (length, expected.sorted())
  }

  private func consuming(_ seeds: [Int], in automaton: Automaton) -> [Int] {
    var seen: Set<Int> = []
    var stack = seeds
    var states: [Int] = []
    while let state = stack.popLast() {
      guard seen.insert(state).inserted else { continue }
      if case .consume = automaton[state] {
        states.append(state)
      } else {
        stack += automaton.targets(of: state)
      }
    }
    return states
  }
}

extension RuleMatcher {
  /// A form of a lexicon in a run of tokens.
  public struct ListedName: Sendable {
    /// The tokens.
    public var tokens: Range<Int>
    /// The row.
    public var row: RowReference
    /// What the last token adds to the form.
    public var features: FeatureSet
  }

  /// All forms of lexicons in a run of tokens, whether rules ask for them or not.
  public func names(in range: Range<Int>, of tokens: TokenTable) -> [ListedName] {
    var names: [ListedName] = []
    var hits: [NameFinder.Hit] = []
    for start in range {
      for (row, features) in finder.rows(of: tokens.types[start..<start + 1]) {
        names.append(ListedName(tokens: start..<start + 1, row: row, features: features))
      }
      hits.removeAll()
      finder.hits(at: start, in: tokens.types[range], into: &hits)
      for hit in hits {
        for row in program.trie.rows(at: hit.node) {
          names.append(ListedName(tokens: hit.tokens, row: row, features: hit.features))
        }
      }
    }
    return names
  }
}
