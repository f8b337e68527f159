import TextModel

/// Runs a rule program over documents: the scratch of one worker.
public final class RuleMatcher {
  let program: RuleProgram
  let classes: WordClasses
  let finder: NameFinder
  let automata: [LazyAutomaton]
  /// The exceptions of each phase, asked only where a rule is met that has some.
  let exceptions: [LazyAutomaton]
  let captures: CaptureFinder
  let records = MatchRecords()
  private let keys: TypeKeys
  let sentence: SentenceClasses
  private let listsInflected: [Bool]

  /// Notes what becomes of every match, where set: for those who work on rules.
  @exclusivity(unchecked) public var trace: MatchTrace?

  private var filter: PhaseFilter?
  // Scratch of a sentence.
  private var hits: [NameFinder.Hit] = []
  /// Behind which token each list is free for its next name; tokens count up through documents.
  private let listEnds: PlainBuffer<Int>
  @exclusivity(unchecked) private var earlierTokens = 0
  let found = FoundMatches()
  // Scratch of a phase: the patterns met from one place on, and where each was met last.
  let met = PlainBuffer<Int32>()
  @exclusivity(unchecked) var metCount = 0
  let lastMet: PlainBuffer<Int>
  let lastEnd: PlainBuffer<Int32>
  let pending = PendingCandidates()
  let marks: TokenMarks
  let resolution: Resolution
  /// The earlier matches that a candidate takes in.
  let covered = PlainBuffer<Int32>()
  /// What the hot loops ask of rules.
  let traits: PlainBuffer<RuleTraits>
  /// The rule of each pattern of each phase, and where each phase begins among them.
  let rulesOfPatterns = PlainBuffer<Int32>()
  let firstPatterns = PlainBuffer<Int>()

  /// No match is longer than this many tokens.
  public static let longestMatch = 96

  /// Creates a matcher for one worker.
  public init(program: RuleProgram) {
    self.program = program
    keys = TypeKeys(program: program)
    classes = WordClasses(program: program, keys: keys)
    sentence = SentenceClasses(program: program, classes: classes)
    finder = NameFinder(program: program, keys: keys)
    captures = CaptureFinder(program: program, classes: classes)
    marks = TokenMarks(program: program)
    listsInflected = program.lexicons.map { $0.column("inflected") != nil }
    listEnds = PlainBuffer(repeating: 0, count: program.lists.count)
    let patternCount = program.phases.map(\.acceptances.count).max() ?? 0
    lastMet = PlainBuffer(repeating: 0, count: patternCount)
    lastEnd = PlainBuffer(repeating: 0, count: patternCount)
    resolution = Resolution(layerCount: (program.rules.map(\.layer).max() ?? -1) + 1)
    traits = PlainBuffer(capacity: program.rules.count)
    traits.append(contentsOf: program.rules.map { RuleTraits($0) })
    for phase in program.phases {
      firstPatterns.append(rulesOfPatterns.count)
      for acceptance in phase.acceptances {
        rulesOfPatterns.append(Int32(acceptance.rule))
        if acceptance.isException { traits[acceptance.rule].hasExceptions = true }
      }
    }
    let stateCount = program.phases.map(\.stateCount).max() ?? 0
    let stamps = (
      reached: StateStamps(stateCount: stateCount), visited: StateStamps(stateCount: stateCount)
    )
    func automata(ofExceptions: Bool, _ classes: WordClasses) -> [LazyAutomaton] {
      program.phases.enumerated().map { phase, automaton in
        LazyAutomaton(
          automaton: automaton, ofExceptions: ofExceptions, classes: classes,
          column: phase * 2 + (ofExceptions ? 1 : 0), stamps: stamps)
      }
    }
    self.automata = automata(ofExceptions: false, classes)
    exceptions = automata(ofExceptions: true, classes)
  }

  /// Forgets what was known of word types: the worker's types were thrown away.
  public func forgetTypes() {
    keys.removeAll()
    classes.forgetTypes()
    records.removeAll()
  }

  /// All that the rules find, internal labels included, in source order a sentence.
  ///
  /// - Parameter canonical: gives the dictionary form of a run of tokens.
  /// - Parameter phases: the phases to run, in order; all of them if nil.
  /// - Parameter kept: for each rule whether its matches are given out; all are if nil.
  /// - Complexity: O(tokens × longest match), whatever the rules and however long a sentence.
  public func matches(
    in tokens: TokenTable, sentences: [TokenSpan], types: WordTypes, context: ValueContext,
    phases: [Int]? = nil, kept: [Bool]? = nil, canonical: (Range<Int>) -> String
  ) -> [RuleMatch] {
    keys.update(types)
    let phases = phases ?? Array(automata.indices)
    defer { earlierTokens += tokens.count }
    records.begin(referenceDate: context.referenceDate)
    var all: [RuleMatch] = []
    withoutActuallyEscaping(canonical) { canonical in
      let pass = SentencePass(tokens: tokens, types: types, context: context, canonical: canonical)
      for sentence in sentences where sentence.count > 0 {
        pass.range = sentence.start..<sentence.end
        addMatches(in: pass, phases: phases, kept: kept, to: &all)
      }
    }
    return all
  }

  /// Whether a match of some phases, which are the first of all, may begin at any token: no for most
  /// documents, at a fraction of the cost of matching.
  public func mayMatch(in tokens: TokenTable, types: WordTypes, phases: [Int]) -> Bool {
    filter(of: phases).mayMatch(tokens, types, keys)
  }

  private func filter(of phases: [Int]) -> PhaseFilter {
    if let filter, filter.phases == phases { return filter }
    let made = PhaseFilter(phases: phases, program: program, classes: classes)
    filter = made
    return made
  }

  /// Learns the word types that were described since the last call.
  public func learn(_ types: WordTypes) { keys.update(types) }

  /// Whether a word type is a form of a listed word: as it stands, or with suffixes.
  public func isListed(_ type: WordTypeID, inflected: Bool) -> Bool {
    keys.bases(type).contains {
      (inflected || $0.features.isEmpty) && isDictionaryForm(key: $0.key)
    }
  }

  /// Whether a folded form is listed as it stands.
  public func isListed(base: [UInt8]) -> Bool {
    program.trie.keys.find(base).map { isDictionaryForm(key: $0) } ?? false
  }

  /// Whether a folded form is listed as it stands, and in small letters by some lexicon.
  ///
  /// - Complexity: O(length of the form and the rows that have it).
  public func isCommonWord(base: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let key = program.trie.keys.find(base), isDictionaryForm(key: key),
      let node = program.trie.child(of: NameTrie.root, key: key)
    else { return false }
    return program.trie.rows(at: node).contains {
      !program.lexicons[Int($0.lexicon)].isCapital(Int($0.row))
    }
  }

  /// Whether a lexicon of dictionary forms has a folded token; one with a column `inflected` lists
  /// forms as text has them.
  private func isDictionaryForm(key: UInt32) -> Bool {
    guard let node = program.trie.child(of: NameTrie.root, key: key) else { return false }
    return program.trie.rows(at: node).contains { !listsInflected[Int($0.lexicon)] }
  }

  /// The rows of lexicons whose form is one folded token.
  public func rows(ofBase base: [UInt8]) -> [RowReference] {
    guard let key = program.trie.keys.find(base),
      let node = program.trie.child(of: NameTrie.root, key: key)
    else { return [] }
    return Array(program.trie.rows(at: node))
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
  final class SentencePass {
    let tokens: TokenTable
    let types: WordTypes
    let context: ValueContext
    let canonical: (Range<Int>) -> String
    /// The tokens of the sentence.
    @exclusivity(unchecked) fileprivate(set) var range = 0..<0

    init(
      tokens: TokenTable, types: WordTypes, context: ValueContext,
      canonical: @escaping (Range<Int>) -> String
    ) {
      self.tokens = tokens
      self.types = types
      self.context = context
      self.canonical = canonical
    }
  }

  private func addMatches(
    in pass: SentencePass, phases: [Int], kept: [Bool]?, to all: inout [RuleMatch]
  ) {
    if classes.isFull {
      classes.removeAll()
      captures.removeAll()
      filter?.forgetClasses()
      marks.forgetClasses()
    }
    if captures.isFull { captures.removeAll() }
    records.beginSentence()
    sentence.begin(pass.range, of: pass.tokens, pass.types)
    findNames(in: pass)
    sentence.seal()
    found.removeAll()
    for phase in phases {
      let group = PhaseIndex.bit(ofPhase: phase, isException: false)
      if trace == nil, sentence.groups & group == 0 { continue }
      trace?.begin(
        phase: phase, symbols: sentence.symbols.withValues { Array($0) },
        firstToken: pass.range.lowerBound)
      if sentence.groups & group != 0 {
        if let mark = marks.mark(of: phase) {
          if trace != nil || kept?[mark.rule] ?? true { run(phase, in: pass) }
          self.mark(phase, with: mark.atom)
        } else {
          run(phase, in: pass)
        }
      }
      trace?.end(phase: phase)
    }
    let first = all.count
    if first == 0 { all.reserveCapacity(found.count) }
    var isOrdered = true
    for index in 0..<found.count where kept?[Int(found[index].rule)] ?? true {
      let match = match(index)
      // Of those that begin together the longer come first.
      if all.count > first, let last = all.last,
        match.tokens.lowerBound == last.tokens.lowerBound,
        match.tokens.upperBound > last.tokens.upperBound
      {
        isOrdered = false
      }
      all.append(match)
    }
    if !isOrdered {
      all[first...].sort {
        ($0.tokens.lowerBound, $1.tokens.upperBound) < ($1.tokens.lowerBound, $0.tokens.upperBound)
      }
    }
  }

  /// Finds the names of several tokens, leftmost and longest in each list.
  private func findNames(in pass: SentencePass) {
    let types = pass.tokens.types[pass.range]
    for start in pass.range where keys.beginsName(types[start]) {
      hits.removeAll(keepingCapacity: true)
      finder.hits(at: start, in: types, into: &hits)
      guard !hits.isEmpty else { continue }
      // Longest first; of equals the one with less on the last token.
      hits.sort {
        ($1.tokens.upperBound, $0.features.rawValue.nonzeroBitCount)
          < ($0.tokens.upperBound, $1.features.rawValue.nonzeroBitCount)
      }
      for hit in hits {
        for list in program.trie.lists(at: hit.node)
        where listEnds[Int(list)] <= start + earlierTokens {
          listEnds[Int(list)] = hit.tokens.upperBound + earlierTokens
          sentence.add(name: hit, list: Int(list))
        }
      }
    }
  }
}
