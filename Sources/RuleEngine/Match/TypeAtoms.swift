import TextModel

/// Says which atoms are true of a word type by itself.
///
/// What a type's readings share with other types, their bases, is looked up once a base.
final class TypeAtoms {
  private let program: RuleProgram
  private let keys: TypeKeys

  /// An atom that is true of readings of some base, with the features that it asks for.
  private struct BaseAtom {
    var atom: Int32
    var inflection: Inflection
  }

  /// For each key the atoms of its lemma and lists, as a range of `baseAtoms`; -1 where not known.
  private let firstBaseAtoms = PlainBuffer<Int32>()
  private let baseAtomCounts = PlainBuffer<Int32>()
  private var baseAtoms: [BaseAtom] = []
  // The atoms that every type is asked, by what they ask about.
  private var shapes: [(atom: Int32, shape: Shape)] = []
  private var numbers: [Int32] = []
  private let words: FeatureAtoms
  private let likely: FeatureAtoms
  private let endings: EndingAtoms
  private var unlisted: Int32?

  init(program: RuleProgram, keys: TypeKeys) {
    self.program = program
    self.keys = keys
    words = FeatureAtoms(inflectional: program.inflectional)
    likely = FeatureAtoms(inflectional: program.inflectional)
    var endings = EndingAtoms()
    for number in program.index.scanned {
      let atom = Int32(number)
      switch program.atoms[number] {
      case .shape(let shape): shapes.append((atom, shape))
      case .word(let inflection): words.add(atom, inflection)
      case .likely(let inflection): likely.add(atom, inflection)
      case .unlisted: unlisted = atom
      case .ending(let all, let inflection):
        for ending in all { endings.add(ending, atom, inflection) }
      default: numbers.append(atom)
      }
    }
    self.endings = endings
  }

  /// Calls `note` with each atom that is true of a type, some more than once.
  func forEachAtom(of type: WordTypeID, _ types: WordTypes, _ note: (Int32) -> Void) {
    let norm = keys.norm(type)
    if norm != TypeKeys.unknown, let atom = program.index.literals[norm] { note(Int32(atom)) }
    let inflectional = program.inflectional
    var isListed = false
    let bases = keys.bases(type)
    for base in bases {
      if base.key >= firstBaseAtoms.count || firstBaseAtoms[Int(base.key)] < 0 {
        learn(base: base.key)
      }
      let first = Int(firstBaseAtoms[Int(base.key)])
      for index in first..<first + Int(baseAtomCounts[Int(base.key)])
      where baseAtoms[index].inflection.admits(base.features, inflectional: inflectional) {
        note(baseAtoms[index].atom)
      }
      isListed = isListed || program.trie.isListed(key: base.key)
    }
    if let unlisted, !isListed { note(unlisted) }
    let shape = types.shape(type)
    for (atom, wanted) in shapes where !shape.isDisjoint(with: wanted) { note(atom) }
    let readings = types.readings(type)
    for reading in readings { words.forEach(of: reading.features, note) }
    forEachLikely(bases, readings, note)
    forEachEnding(readings, types, note)
    guard types.number(type) != nil || !shape.isDisjoint(with: [.digits, .suffixedNumber]) else {
      return
    }
    for atom in numbers where isTrueOfNumber(program.atoms[Int(atom)], type, types) { note(atom) }
  }

  private func learn(base key: UInt32) {
    if key >= firstBaseAtoms.count {
      let count = max(Int(key) + 1, min(firstBaseAtoms.count * 2, program.trie.keys.count))
      firstBaseAtoms.append(repeating: -1, count: count - firstBaseAtoms.count)
      baseAtomCounts.append(repeating: 0, count: count - baseAtomCounts.count)
    }
    firstBaseAtoms[Int(key)] = Int32(baseAtoms.count)
    for (atom, inflection) in program.index.lemmas[key] ?? [] {
      baseAtoms.append(BaseAtom(atom: Int32(atom), inflection: inflection))
    }
    if let node = program.trie.child(of: NameTrie.root, key: key) {
      for list in program.trie.lists(at: node) {
        for (atom, inflection) in program.index.lists[Int(list)] ?? [] {
          baseAtoms.append(BaseAtom(atom: Int32(atom), inflection: inflection))
        }
      }
    }
    baseAtomCounts[Int(key)] = Int32(baseAtoms.count) - firstBaseAtoms[Int(key)]
  }

  /// A reading of a listed word is likelier than one that the sounds alone allow.
  private func forEachLikely(
    _ bases: TypeKeys.Bases, _ readings: ArraySlice<Analysis>, _ note: (Int32) -> Void
  ) {
    guard !likely.isEmpty else { return }
    let listed = bases.first { program.trie.isListed(key: $0.key) }
    guard let features = listed?.features ?? readings.first?.features else { return }
    likely.forEach(of: features, note)
  }

  private func forEachEnding(
    _ readings: ArraySlice<Analysis>, _ types: WordTypes, _ note: (Int32) -> Void
  ) {
    for reading in readings {
      types.norms.withBytes(of: reading.base) { base in
        endings.forEach(of: base) { atom, inflection in
          if inflection.admits(reading.features, inflectional: program.inflectional) { note(atom) }
        }
      }
    }
  }

  private func isTrueOfNumber(_ atom: Atom, _ type: WordTypeID, _ types: WordTypes) -> Bool {
    switch atom {
    case .integer(let range, let inflection):
      guard let number = types.number(type), range.contains(number),
        !types.shape(type).isDisjoint(with: [.digits, .suffixedNumber])
      else { return false }
      return hasNumberReading(of: type, types, inflection)
    case .digits(let count, let inflection):
      guard !types.shape(type).isDisjoint(with: [.digits, .suffixedNumber]) else { return false }
      return types.readings(type).contains { reading in
        inflection.admits(reading.features, inflectional: program.inflectional)
          && types.norms.withBytes(of: reading.base) { base in
            base.count == count && base.allSatisfy { (0x30...0x39).contains($0) }
          }
      }
    case .roman(let range, let inflection):
      guard let number = types.number(type), range.contains(number),
        types.shape(type).contains(.roman)
      else { return false }
      return hasNumberReading(of: type, types, inflection)
    default: return false
    }
  }

  /// Of a number with a suffix, the reading as a whole that every form has does not count.
  private func hasNumberReading(
    of type: WordTypeID, _ types: WordTypes, _ inflection: Inflection
  ) -> Bool {
    let readings = types.readings(type)
    let isSuffixed = readings.contains { !$0.features.isEmpty && $0.base != types.norm(type) }
    return readings.contains {
      inflection.admits($0.features, inflectional: program.inflectional)
        && !(isSuffixed && $0.base == types.norm(type))
    }
  }
}
