import TextModel

/// Finds the atoms that are true of a word type without asking them all.
struct AtomIndex: Sendable {
  var literals: [UInt32: Int] = [:]
  var lemmas: [UInt32: [(atom: Int, inflection: Inflection)]] = [:]
  var lists: [Int: [(atom: Int, inflection: Inflection)]] = [:]
  /// Atoms that every type is asked.
  var scanned: [Int] = []
  var tags: [Tag: Int] = [:]
  /// The symbols that any tag names.
  var taggedSymbols: Set<Int> = []
  var glued: Int?
  var first: Int?
  var sentenceStart: Int?
  var sentenceEnd: Int?

  init() {}

  init(atoms: [Atom]) {
    for (number, atom) in atoms.enumerated() {
      switch atom {
      case .literal(let key): literals[key] = number
      case .lemma(let key, let inflection): lemmas[key, default: []].append((number, inflection))
      case .list(let list, let inflection): lists[list, default: []].append((number, inflection))
      case .integer, .digits, .roman, .shape, .ending, .word, .likely, .unlisted:
        scanned.append(number)
      case .tag(let tag):
        tags[tag] = number
        taggedSymbols.insert(tag.symbol)
      case .glued: glued = number
      case .first: first = number
      case .sentenceStart: sentenceStart = number
      case .sentenceEnd: sentenceEnd = number
      }
    }
  }
}
