import TextModel

/// Runs a rule program over documents: the scratch of one worker.
public final class RuleMatcher {
  private let program: RuleProgram
  private let keys: TypeKeys
  private let classes: WordClasses
  private let tags: TokenTags
  private let finder: NameFinder
  private let automata: [LazyAutomaton]
  private var knownTypes = 0

  // Scratch of a sentence.
  private var symbols: [Int32] = []
  private var tagSets: [Int] = []
  private var hits: [NameFinder.Hit] = []
  private var names: [(hit: NameFinder.Hit, list: Int)] = []

  /// No match is longer than this many tokens.
  public static let longestMatch = 96

  /// Creates a matcher for one worker.
  public init(program: RuleProgram) {
    self.program = program
    keys = TypeKeys(program: program)
    classes = WordClasses(program: program, keys: keys)
    tags = TokenTags(program: program)
    finder = NameFinder(program: program, keys: keys)
    automata = program.phases.map { [classes] in LazyAutomaton(automaton: $0, classes: classes) }
  }

  /// Forgets what was known of word types: the worker's types were thrown away.
  public func forgetTypes() {
    keys.removeAll()
    classes.forgetTypes()
  }

  /// All that the rules find, internal labels included, in source order a sentence.
  ///
  /// - Parameter canonical: gives the dictionary form of a run of tokens.
  /// - Parameter phases: the phases to run, in order; all of them if nil.
  /// - Complexity: O(tokens × longest match).
  public func matches(
    in tokens: TokenTable, sentences: [TokenSpan], types: WordTypes, context: ValueContext,
    phases: Range<Int>? = nil, canonical: (Range<Int>) -> String
  ) -> [RuleMatch] {
    keys.update(types)
    var all: [RuleMatch] = []
    withoutActuallyEscaping(canonical) { canonical in
      for sentence in sentences where sentence.count > 0 {
        let pass = SentencePass(
          range: sentence.start..<sentence.end, tokens: tokens, types: types, context: context,
          canonical: canonical)
        all += matches(in: pass, phases: phases ?? 0..<automata.count)
      }
    }
    return all
  }

  /// Learns the word types that were described since the last call.
  public func learn(_ types: WordTypes) { keys.update(types) }

  /// Whether a word type is a form of a listed word: as it stands, or with suffixes.
  public func isListed(_ type: WordTypeID, inflected: Bool) -> Bool {
    keys.bases(type).contains {
      (inflected || $0.features.isEmpty) && program.trie.isListed(key: $0.key)
    }
  }

  /// Whether a folded form is listed as it stands.
  public func isListed(base: [UInt8]) -> Bool {
    program.trie.keys.find(base).map { program.trie.isListed(key: $0) } ?? false
  }

  /// The rows of lexicons whose form is one folded token.
  public func rows(ofBase base: [UInt8]) -> [RowReference] {
    guard let key = program.trie.keys.find(base),
      let node = program.trie.child(of: NameTrie.root, key: key)
    else { return [] }
    return program.trie.rows(at: node)
  }

  /// The lexicon of a row.
  public func lexicon(_ row: RowReference) -> Lexicon { program.lexicons[Int(row.lexicon)] }

  /// The rows of lexicons whose form, inflected or not, a run of tokens is.
  public func rows(
    of range: Range<Int>, in tokens: TokenTable
  ) -> [(row: RowReference, features: FeatureSet)] {
    finder.rows(of: tokens.types[range])
  }

  /// What one sentence is matched with.
  struct SentencePass {
    var range: Range<Int>
    var tokens: TokenTable
    var types: WordTypes
    var context: ValueContext
    var canonical: (Range<Int>) -> String
  }

  private func matches(in pass: SentencePass, phases: Range<Int>) -> [RuleMatch] {
    findNames(in: pass)
    var found: [RuleMatch] = []
    for phase in phases where !automata[phase].isEmpty {
      setSymbols(of: pass, earlier: found)
      var candidates = candidates(of: phase, in: pass)
      guard !candidates.isEmpty else { continue }
      candidates.sort(by: CandidateOrder.precedes)
      resolve(candidates, in: pass, into: &found)
    }
    found.sort {
      ($0.tokens.lowerBound, $1.tokens.upperBound) < ($1.tokens.lowerBound, $0.tokens.upperBound)
    }
    return found
  }

  // MARK: Symbols

  /// Finds the names of several tokens, leftmost and longest in each list.
  private func findNames(in pass: SentencePass) {
    names.removeAll(keepingCapacity: true)
    let types = pass.tokens.types[pass.range]
    var ends: [Int: Int] = [:]
    for start in pass.range {
      hits.removeAll(keepingCapacity: true)
      finder.hits(at: start, in: types, into: &hits)
      // Longest first; of equals the one with less on the last token.
      hits.sort {
        ($1.tokens.upperBound, $0.features.rawValue.nonzeroBitCount)
          < ($0.tokens.upperBound, $1.features.rawValue.nonzeroBitCount)
      }
      for hit in hits {
        for row in program.trie.rows(at: hit.node) {
          for list in program.listsOfRow[Int(row.lexicon)][Int(row.row)]
          where ends[list, default: pass.range.lowerBound] <= start {
            ends[list] = hit.tokens.upperBound
            names.append((hit, list))
          }
        }
      }
    }
  }

  /// Lays out the classes of the sentence's start, its tokens and its end.
  private func setSymbols(of pass: SentencePass, earlier: [RuleMatch]) {
    tags.removeAll()
    for token in pass.range where pass.tokens.flags[token].contains(.glued) {
      tags.addGlued(to: token)
    }
    if let first = pass.range.first(where: {
      pass.types.shape(pass.tokens.types[$0]).contains(.letters)
    }) {
      tags.addFirst(to: first)
    }
    for name in names { tags.add(name: name.hit, list: name.list) }
    for match in earlier {
      tags.add(mention: match.tokens, label: program.rules[match.rule].labelIndex)
    }
    tags.sets(of: pass.range, into: &tagSets)
    symbols.removeAll(keepingCapacity: true)
    symbols.append(classes.start)
    for (index, token) in pass.range.enumerated() {
      symbols.append(
        classes.number(
          of: pass.tokens.types[token], tagSet: tagSets[index], tags, pass.types))
    }
    symbols.append(classes.end)
  }

  // MARK: Candidates

  private func candidates(of phase: Int, in pass: SentencePass) -> [Candidate] {
    let automaton = automata[phase]
    let acceptances = program.phases[phase].acceptances
    var candidates: [Candidate] = []
    var exceptions: [(rule: Int, symbols: Range<Int>)] = []
    var ends: [(acceptance: Int32, end: Int)] = []
    for start in symbols.indices {
      ends.removeAll(keepingCapacity: true)
      var state = LazyAutomaton.start
      var place = start
      let limit = min(symbols.count, start + Self.longestMatch)
      while place < limit {
        state = automaton.next(state, symbols[place])
        if state == LazyAutomaton.dead { break }
        place += 1
        for acceptance in automaton.acceptances[Int(state)] {
          if let known = ends.firstIndex(where: { $0.acceptance == acceptance }) {
            ends[known].end = place
          } else {
            ends.append((acceptance, place))
          }
        }
      }
      for (number, end) in ends {
        let acceptance = acceptances[Int(number)]
        if acceptance.isException {
          exceptions.append((acceptance.rule, start..<end))
        } else if let candidate = candidate(
          program.rules[acceptance.rule], acceptance.rule, start..<end, phase, pass)
        {
          candidates.append(candidate)
        }
      }
    }
    guard !exceptions.isEmpty else { return candidates }
    let offset = pass.range.lowerBound - 1
    return candidates.filter { candidate in
      !exceptions.contains { exception in
        exception.rule == candidate.rule
          && exception.symbols.lowerBound + offset < candidate.tokens.upperBound
          && candidate.tokens.lowerBound < exception.symbols.upperBound + offset
      }
    }
  }

  private func candidate(
    _ rule: CompiledRule, _ number: Int, _ place: Range<Int>, _ phase: Int, _ pass: SentencePass
  ) -> Candidate? {
    var slots = [place.lowerBound, place.upperBound]
    if rule.needsCaptures {
      slots = CaptureFinder.slots(
        of: rule, in: program.phases[phase], classes: classes, symbols: symbols[place])
    }
    // Symbol 0 is the sentence's start: token n of the sentence is symbol n + 1.
    let offset = pass.range.lowerBound - 1
    var parts: [Range<Int>?] = []
    for part in 0..<slots.count / 2 {
      let lower = max(slots[part * 2] + offset, pass.range.lowerBound)
      let upper = min(slots[part * 2 + 1] + offset, pass.range.upperBound)
      parts.append(
        slots[part * 2] < 0 || slots[part * 2 + 1] < 0 || upper <= lower ? nil : lower..<upper)
    }
    guard let tokens = parts[CompiledRule.markedPart] else { return nil }
    return Candidate(
      rule: number, tokens: tokens, parts: parts, priority: rule.priority, layer: rule.layer)
  }

  // MARK: Conflicts

  /// Takes candidates, best first, where their layer is still free.
  private func resolve(
    _ candidates: [Candidate], in pass: SentencePass, into found: inout [RuleMatch]
  ) {
    var occupied: [Int: Int] = [:]
    let earlier = found
    for candidate in candidates {
      guard occupied[candidate.layer, default: 0] <= candidate.tokens.lowerBound else { continue }
      let covered = found.indices.filter {
        program.rules[found[$0].rule].layer == candidate.layer
          && found[$0].tokens.overlaps(candidate.tokens)
      }
      guard covered.allSatisfy({ candidate.covers(found[$0].tokens) }) else { continue }
      occupied[candidate.layer] = candidate.tokens.upperBound
      let evaluator = ValueEvaluator(
        program: program, rule: program.rules[candidate.rule], types: pass.types,
        tokens: pass.tokens, finder: finder, context: pass.context, canonical: pass.canonical,
        earlier: earlier, parts: candidate.parts)
      // An impossible value keeps its place: nothing shorter is read into it.
      guard let values = evaluator.values() else { continue }
      for index in covered.reversed() { found.remove(at: index) }
      found.append(
        RuleMatch(
          rule: candidate.rule, tokens: candidate.tokens, values: values,
          rows: finder.rows(of: pass.tokens.types[candidate.tokens]).map(\.row)))
    }
  }
}

/// A match before conflicts are resolved.
struct Candidate {
  var rule: Int
  var tokens: Range<Int>
  var parts: [Range<Int>?]
  var priority: Int
  var layer: Int

  func covers(_ other: Range<Int>) -> Bool {
    tokens.lowerBound <= other.lowerBound && other.upperBound <= tokens.upperBound
  }
}

/// The order of conflict within a phase: leftmost, longest, priority, file order.
enum CandidateOrder {
  static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    (left.tokens.lowerBound, right.tokens.upperBound, right.priority, left.rule)
      < (right.tokens.lowerBound, left.tokens.upperBound, left.priority, right.rule)
  }
}
