import TextModel

/// What a worker's word types are called in a rule program: computed once a type.
final class TypeKeys {
  /// A reading whose base occurs in the rule set.
  struct Base: BitwiseCopyable {
    var key: UInt32
    var features: FeatureSet
  }

  private let program: RuleProgram
  private let norms = PlainBuffer<UInt32>()
  private let namesBegin = PlainBuffer<Bool>()
  private let baseEnds = PlainBuffer<UInt32>()
  private let bases = PlainBuffer<Base>()

  /// No form of the rule set has this key.
  static let unknown = UInt32.max

  init(program: RuleProgram) { self.program = program }

  /// Learns the types that are new since the last call.
  func update(_ types: WordTypes) {
    for type in norms.count..<max(norms.count, types.describedCount) {
      let type = WordTypeID(type)
      let norm = key(of: types.norm(type), types)
      norms.append(norm)
      namesBegin.append(
        norm != Self.unknown
          && program.trie.child(of: NameTrie.root, key: norm)
            .map { program.trie.continues(at: $0) } ?? false
      )
      for reading in types.readings(type) {
        let key = key(of: reading.base, types)
        if key != Self.unknown { bases.append(Base(key: key, features: reading.features)) }
      }
      baseEnds.append(UInt32(bases.count))
    }
  }

  private func key(of norm: NormID, _ types: WordTypes) -> UInt32 {
    types.norms.withBytes(of: norm) { program.trie.keys.find($0) } ?? Self.unknown
  }

  /// The key of a type's folded form.
  func norm(_ type: WordTypeID) -> UInt32 { norms[Int(type)] }

  /// Whether a form of several tokens begins with a type.
  func beginsName(_ type: WordTypeID) -> Bool { namesBegin[Int(type)] }

  /// The readings of a type whose bases the rule set knows.
  func bases(_ type: WordTypeID) -> Bases {
    Bases(
      all: bases,
      range: (type == 0 ? 0 : Int(baseEnds[Int(type) - 1]))..<Int(baseEnds[Int(type)]))
  }

  /// Some readings out of all.
  struct Bases: RandomAccessCollection {
    fileprivate let all: PlainBuffer<Base>
    fileprivate let range: Range<Int>

    var startIndex: Int { range.lowerBound }
    var endIndex: Int { range.upperBound }
    subscript(index: Int) -> Base { all[index] }
  }

  func removeAll() {
    norms.removeAll()
    namesBegin.removeAll()
    bases.removeAll()
    baseEnds.removeAll()
  }
}
