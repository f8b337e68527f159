import TextModel

/// Sorts tokens into classes: two tokens are of one class when no rule can tell them apart.
///
/// A class is a set of true predicates; classes are numbered as they are met.
final class WordClasses {
  private let program: RuleProgram
  private let keys: TypeKeys
  private var plain: [Int32] = []
  private var tagged: [UInt64: Int32] = [:]
  private var numbers: [[UInt64]: Int32] = [:]
  private var members: [[UInt64]] = []
  private let wordCount: Int
  // Scratch.
  private var isTrue: [Bool]
  private var trueAtoms: [Int] = []

  init(program: RuleProgram, keys: TypeKeys) {
    self.program = program
    self.keys = keys
    wordCount = (program.predicates.count + 63) / 64
    isTrue = Array(repeating: false, count: program.atoms.count)
  }

  var count: Int { members.count }

  /// The class of the sentence's start or end.
  private(set) lazy var start = number { note(program.index.sentenceStart) }
  private(set) lazy var end = number { note(program.index.sentenceEnd) }

  /// Whether tokens of a class pass a predicate.
  func passes(_ number: Int32, _ predicate: Int) -> Bool {
    members[Int(number)][predicate >> 6] & (1 << UInt64(predicate & 63)) != 0
  }

  /// The class of a token.
  func number(of type: WordTypeID, tagSet: Int, _ tags: TokenTags, _ types: WordTypes) -> Int32 {
    if tagSet == 0 {
      let index = Int(type)
      if index < plain.count, plain[index] >= 0 { return plain[index] }
      while plain.count <= index { plain.append(-1) }
      plain[index] = number { noteAtoms(of: type, types) }
      return plain[index]
    }
    let key = UInt64(tagSet) << 32 | UInt64(type)
    if let known = tagged[key] { return known }
    let number = number {
      noteAtoms(of: type, types)
      for atom in tags.sets[tagSet] { note(atom) }
    }
    tagged[key] = number
    return number
  }

  /// Forgets what was known of word types; classes keep their numbers.
  func forgetTypes() {
    plain.removeAll(keepingCapacity: true)
    tagged.removeAll(keepingCapacity: true)
  }

  private func number(_ noteAtoms: () -> Void) -> Int32 {
    noteAtoms()
    var member = Array(repeating: UInt64(0), count: wordCount)
    func test(_ number: Int) {
      let predicate = program.predicates[number]
      for atom in predicate.positive where !isTrue[atom] { return }
      for atom in predicate.negative where isTrue[atom] { return }
      member[number >> 6] |= 1 << UInt64(number & 63)
    }
    for atom in trueAtoms {
      for predicate in program.index.predicatesByAtom[atom] { test(predicate) }
    }
    for predicate in program.index.negativePredicates { test(predicate) }
    for atom in trueAtoms { isTrue[atom] = false }
    trueAtoms.removeAll(keepingCapacity: true)
    if let known = numbers[member] { return known }
    let number = Int32(members.count)
    numbers[member] = number
    members.append(member)
    return number
  }

  private func note(_ atom: Int?) {
    guard let atom, !isTrue[atom] else { return }
    isTrue[atom] = true
    trueAtoms.append(atom)
  }

  private func noteAtoms(of type: WordTypeID, _ types: WordTypes) {
    let index = program.index
    let norm = keys.norm(type)
    if norm != TypeKeys.unknown { note(index.literals[norm]) }
    for base in keys.bases(type) {
      for (atom, inflection) in index.lemmas[base.key] ?? []
      where inflection.admits(base.features, inflectional: program.inflectional) {
        note(atom)
      }
      guard let node = program.trie.child(of: NameTrie.root, key: base.key) else { continue }
      for list in program.trie.lists(at: node) {
        for (atom, inflection) in index.lists[Int(list)] ?? []
        where inflection.admits(base.features, inflectional: program.inflectional) {
          note(atom)
        }
      }
    }
    for atom in index.scanned where isTrueOfType(program.atoms[atom], type, types) { note(atom) }
  }

  private func isTrueOfType(_ atom: Atom, _ type: WordTypeID, _ types: WordTypes) -> Bool {
    switch atom {
    case .shape(let shape):
      return !types.shape(type).isDisjoint(with: shape)
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
    case .unlisted:
      return !keys.bases(type).contains { program.trie.isListed(key: $0.key) }
    case .word(let inflection):
      return hasReading(of: type, types, inflection)
    case .likely(let inflection):
      // A reading of a listed word is likelier than one that the sounds alone allow.
      let readings = types.readings(type)
      let listed = readings.first { reading in
        types.norms.withBytes(of: reading.base) { program.trie.keys.find($0) }
          .map { program.trie.isListed(key: $0) } ?? false
      }
      return (listed ?? readings.first).map {
        inflection.admits($0.features, inflectional: program.inflectional)
      } ?? false
    case .ending(let endings, let inflection):
      return types.readings(type).contains { reading in
        inflection.admits(reading.features, inflectional: program.inflectional)
          && types.norms.withBytes(of: reading.base) { base in
            endings.contains { $0.count < base.count && base.suffix($0.count).elementsEqual($0) }
          }
      }
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

  private func hasReading(of type: WordTypeID, _ types: WordTypes, _ inflection: Inflection) -> Bool
  {
    types.readings(type).contains {
      inflection.admits($0.features, inflectional: program.inflectional)
    }
  }
}
