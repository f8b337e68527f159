/// Strips suffixes from the end of one word, all ways at once.
///
/// An item says how far some suffixes reach and in which states the rest may stand. Items are
/// worked off in the order in which they were found and are bounded in number, so that no word
/// costs more than a constant, whatever its length.
struct Analyzer {
  /// The most partial readings that one word is followed through.
  static let itemLimit = 96
  /// The most readings before sorting.
  static let candidateLimit = 384

  /// A partial reading: the suffixes from `position` on are known.
  struct Item {
    var position: Int
    var states: UInt64
    var features: UInt64
    var cost: Int32
    /// The first letter of the suffixes, 0 where there are none.
    var first: UInt8
    /// The harmonies that the suffixes want of what stands before them.
    var harmonies: UInt8
    /// What stands before the suffixes has another harmony.
    var isDiscordant: Bool
    /// Where the outer suffixes begin.
    var keptPosition: Int
    /// The suffix before the outer ones, or -1.
    var keptEdge: Int
  }

  /// A reading before its base is written out.
  struct Candidate {
    var item: Item
    var alternation: Int = -1
    var irregular: Int = -1
    var features: UInt64
    var cost: Int32
  }

  let grammar: Grammar
  private var items: [Item] = []
  /// Where a suffix is held to nothing before it, or -1.
  private var openFloor = -1
  private(set) var candidates: [Candidate] = []

  /// Creates an analyser for one word.
  init(_ grammar: Grammar) {
    self.grammar = grammar
    items.reserveCapacity(24)
    candidates.reserveCapacity(32)
  }

  /// Finds the partial readings of a word, none of whose suffixes begins before `floor`.
  ///
  /// With `stemIsUnknown` a suffix at `floor` is held to nothing before it.
  private mutating func strip(
    _ word: borrowing LetterSequence, floor: Int, stemIsUnknown: Bool
  ) {
    openFloor = stemIsUnknown ? floor : -1
    items.append(
      Item(
        position: word.count, states: grammar.finalStates, features: 0, cost: 0, first: 0,
        harmonies: .max, isDiscordant: false, keptPosition: word.count, keptEdge: -1))
    var next = 0
    while next < items.count {
      let item = items[next]
      next += 1
      var node = SuffixTrie.root
      var start = item.position
      let lowest = stemIsUnknown ? floor : max(floor, 1)
      while start > lowest, let child = grammar.trie.step(from: node, word[start - 1]) {
        node = child
        start -= 1
        for variant in grammar.trie.variants(at: node) {
          extend(item, by: Int(variant), to: start, in: word)
          if items.count >= Self.itemLimit { return }
        }
      }
    }
  }

  private mutating func extend(
    _ item: Item, by variant: Int, to start: Int, in word: borrowing LetterSequence
  ) {
    let edge = grammar.edges[variant]
    guard edge.to & item.states != 0 else { return }
    if edge.before != 0 {
      guard grammar.alphabet.classes[Int(item.first)] & edge.before != 0 else { return }
    }
    var isDiscordant = false
    if item.isDiscordant, edge.decidesHarmony { return }
    let harmonies = edge.decidesHarmony ? edge.harmonies : edge.harmonies & item.harmonies
    if start > openFloor {
      let previous = word[start - 1]
      guard previous != 0, !edge.needsUnknownStem else { return }
      if edge.after != 0 {
        guard grammar.alphabet.classes[Int(previous)] & edge.after != 0 else { return }
      }
      isDiscordant =
        !Self.agrees(word.harmony(before: start), with: harmonies)
        && !grammar.isOpened(word, before: start)
    }
    var extended = Item(
      position: start, states: edge.from, features: item.features | edge.features,
      cost: item.cost + edge.cost, first: edge.first, harmonies: harmonies,
      isDiscordant: isDiscordant,
      keptPosition: item.keptPosition, keptEdge: item.keptEdge)
    if item.keptEdge < 0 {
      if edge.isOuter { extended.keptPosition = start } else { extended.keptEdge = variant }
    }
    for index in items.indices.reversed() where items[index].position == start {
      let known = items[index]
      if known.states == extended.states, known.features == extended.features,
        known.first == extended.first, known.harmonies == harmonies
      {
        return
      }
    }
    items.append(extended)
  }

  private static func agrees(_ harmony: UInt8, with mask: UInt8) -> Bool {
    harmony & Alphabet.loose != 0 || mask >> harmony & 1 == 1
  }

  /// Finds the readings of a whole word: candidates in no order, the word itself first.
  mutating func analyze(_ word: borrowing LetterSequence, bytes: UnsafeBufferPointer<UInt8>) {
    strip(word, floor: 0, stemIsUnknown: false)
    let whole = items[0]
    candidates.append(Candidate(item: whole, features: 0, cost: grammar.weights.plain))
    for index in items.indices where candidates.count < Self.candidateLimit {
      let item = items[index]
      addIrregulars(item, word, bytes)
      guard index > 0, item.states & grammar.baseState != 0 else { continue }
      addBases(item, word)
    }
  }

  /// Finds the readings of a chain of suffixes that begins at letter `floor`.
  mutating func analyzeSuffix(_ word: borrowing LetterSequence, floor: Int, stemIsUnknown: Bool) {
    strip(word, floor: floor, stemIsUnknown: stemIsUnknown)
    for item in items where item.position == floor && item.states & grammar.baseState != 0 {
      let cost = item.cost + (item.isDiscordant ? grammar.weights.harmony : 0)
      candidates.append(Candidate(item: item, features: item.features, cost: cost))
    }
  }

  /// Puts the candidates in order: by cost, then the longer stem, then as they were found.
  mutating func rank() {
    for index in candidates.indices.dropFirst() {
      let candidate = candidates[index]
      var place = index
      while place > 0, Self.isBetter(candidate, candidates[place - 1]) {
        candidates[place] = candidates[place - 1]
        place -= 1
      }
      if place < index { candidates[place] = candidate }
    }
  }

  private static func isBetter(_ left: Candidate, _ right: Candidate) -> Bool {
    (left.cost, -left.item.position) < (right.cost, -right.item.position)
  }

  private mutating func addBases(_ item: Item, _ word: borrowing LetterSequence) {
    let count = item.position
    guard count >= Int(grammar.weights.minimum) else { return }
    let weights = grammar.weights
    let next = grammar.alphabet.classes[Int(item.first)]
    var cost = item.cost
    var hasNucleus = false
    for position in 0..<count where isNucleus(word[position]) {
      hasNucleus = true
      break
    }
    if !hasNucleus { cost += weights.bare }
    let rawCount = Int32(count)
    var raw = cost + (item.isDiscordant ? weights.harmony : 0)
    raw += max(0, weights.comfortable - rawCount) * weights.short

    let last = Int(word[count - 1])
    for index in grammar.alternationsBySurface[last] {
      let alternation = grammar.alternations[index]
      guard applies(alternation, alternation.surface, word, count, next) else { continue }
      let letters = rawCount + Int32(alternation.base.count - alternation.surface.count)
      guard letters >= weights.minimum else { continue }
      var price = cost + alternation.cost + max(0, weights.comfortable - letters) * weights.short
      if item.isDiscordant {
        // The base's own end may agree where the surface does not.
        var harmony = word.harmony(before: count - alternation.surface.count)
        for letter in alternation.base {
          harmony = grammar.alphabet.harmony(after: harmony, letter)
        }
        if !Self.agrees(harmony, with: item.harmonies) { price += weights.harmony }
      }
      candidates.append(
        Candidate(item: item, alternation: index, features: item.features, cost: price))
      if !alternation.isReadOnly, alternation.cost == 0 { raw += weights.altered }
    }
    if count > 1, !isNucleus(word[count - 1]), !isNucleus(word[count - 2]),
      !grammar.allowsCluster(word[count - 2], word[count - 1])
    {
      raw += weights.cluster
    }
    for index in grammar.alternationsByBase[last] {
      let alternation = grammar.alternations[index]
      if alternation.isReadOnly || alternation.cost != 0 { continue }
      if applies(alternation, alternation.base, word, count, next) {
        raw += weights.unaltered
        break
      }
    }
    candidates.append(Candidate(item: item, features: item.features, cost: raw))
  }

  private func isNucleus(_ letter: UInt8) -> Bool {
    grammar.alphabet.classes[Int(letter)] & grammar.nucleus != 0
  }

  private func applies(
    _ alternation: Alternation, _ tail: [UInt8], _ word: borrowing LetterSequence, _ count: Int,
    _ next: UInt64
  ) -> Bool {
    guard alternation.before == 0 || alternation.before & next != 0 else { return false }
    guard word.ends(tail, at: count) else { return false }
    let start = count - tail.count
    guard start > 0 else { return false }
    if alternation.after != 0 {
      guard grammar.alphabet.classes[Int(word[start - 1])] & alternation.after != 0 else {
        return false
      }
    }
    let harmony = word.harmony(before: start)
    return harmony & Alphabet.loose != 0 || alternation.harmonies >> harmony & 1 == 1
  }

  private mutating func addIrregulars(
    _ item: Item, _ word: borrowing LetterSequence, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    let length = word.offset(of: item.position)
    guard length > 0, length <= grammar.longestIrregular else { return }
    let prefix = UnsafeBufferPointer(rebasing: bytes[0..<length])
    guard let id = grammar.irregularSurfaces.find(prefix) else { return }
    for index in grammar.irregularsBySurface[Int(id)] {
      let form = grammar.irregulars[index]
      guard form.state & item.states != 0 else { continue }
      if form.before != 0 {
        guard grammar.alphabet.classes[Int(item.first)] & form.before != 0 else { continue }
      }
      let cost = item.cost + (item.isDiscordant ? grammar.weights.harmony : 0)
      candidates.append(
        Candidate(
          item: item, irregular: index, features: item.features | form.features, cost: cost))
    }
  }
}
