/// Writes the form of a base with given features: the automaton run outwards.
struct Generator {
  /// The most steps of one search; a chain has at most as many suffixes as there are features.
  static let stepLimit = 4096

  let grammar: Grammar
  private var steps = 0

  /// Creates a generator for one form.
  init(_ grammar: Grammar) { self.grammar = grammar }

  /// The form, or nil where no chain of suffixes says exactly these features.
  mutating func generate(_ base: [UInt8], _ features: UInt64) -> [UInt8]? {
    guard base.count <= LetterSequence.capacity else { return features == 0 ? base : nil }
    for index in grammar.irregularsByBase[base] ?? [] {
      let form = grammar.irregulars[index]
      guard form.before == 0, form.features & ~features == 0, form.features != 0 else { continue }
      if let found = extend(form.surface, [], form.state, features & ~form.features) {
        return found
      }
    }
    return extend(base, base, grammar.baseState, features)
  }

  /// Carries `form` on, which stands in `state`; `base` is empty behind the base itself.
  private mutating func extend(
    _ form: [UInt8], _ base: [UInt8], _ state: UInt64, _ missing: UInt64
  ) -> [UInt8]? {
    steps += 1
    guard steps < Self.stepLimit, form.count <= LetterSequence.capacity else { return nil }
    if missing == 0 { return state & grammar.finalStates != 0 ? form : nil }
    var word = LetterSequence()
    form.withUnsafeBufferPointer { word.append($0, alphabet: grammar.alphabet) }
    guard word.count > 0 else { return nil }
    for suffix in grammar.suffixes where suffix.from & state != 0 {
      guard suffix.features & ~missing == 0, suffix.features != 0 else { continue }
      guard let variant = variant(of: suffix, after: word) else { continue }
      let stem = altered(form, base, word, before: grammar.edges[variant].first)
      let longer = stem + grammar.texts[variant].surface
      if let found = extend(longer, [], suffix.to, missing & ~suffix.features) { return found }
    }
    return nil
  }

  /// The first variant of a suffix that fits the end of a word.
  private func variant(of suffix: Suffix, after word: borrowing LetterSequence) -> Int? {
    let last = word[word.count - 1]
    guard last != 0 else { return nil }
    let classes = grammar.alphabet.classes[Int(last)]
    let harmony = preferredHarmony(of: word)
    for index in suffix.variants {
      let edge = grammar.edges[index]
      if edge.isReadOnly || edge.needsUnknownStem || edge.before != 0 { continue }
      if edge.after != 0, edge.after & classes == 0 { continue }
      if edge.harmonies >> harmony & 1 == 1 { return index }
    }
    return nil
  }

  private func preferredHarmony(of word: borrowing LetterSequence) -> UInt8 {
    for ending in grammar.endings where word.ends(ending.letters, at: word.count) {
      return ending.harmony
    }
    return word.harmony(before: word.count) & ~Alphabet.loose
  }

  /// The stem as it stands before a suffix's first letter.
  private func altered(
    _ form: [UInt8], _ base: [UInt8], _ word: borrowing LetterSequence, before first: UInt8
  ) -> [UInt8] {
    let next = grammar.alphabet.classes[Int(first)]
    if !base.isEmpty {
      for index in grammar.irregularsByBase[base] ?? [] {
        let stem = grammar.irregulars[index]
        if stem.features == 0, stem.before & next != 0 { return stem.surface }
      }
    }
    let count = word.count
    for index in grammar.alternationsByBase[Int(word[count - 1])] {
      let alternation = grammar.alternations[index]
      if alternation.isReadOnly || alternation.before & next == 0 && alternation.before != 0 {
        continue
      }
      let start = count - alternation.base.count
      guard start > 0, word.ends(alternation.base, at: count) else { continue }
      if alternation.after != 0 {
        let classes = grammar.alphabet.classes[Int(word[start - 1])]
        guard classes & alternation.after != 0 else { continue }
      }
      let harmony = word.harmony(before: start) & ~Alphabet.loose
      guard alternation.harmonies >> harmony & 1 == 1 else { continue }
      return form[0..<word.offset(of: start)] + alternation.surfaceBytes
    }
    return form
  }
}
