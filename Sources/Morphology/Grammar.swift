import TextModel

/// Everything that the data files say, compiled; immutable, so that all workers share it.
final class Grammar: Sendable {
  /// What readings pay beside their suffixes.
  struct Weights: Sendable {
    /// For a word taken as its own base.
    var plain: Int32 = 0
    /// For a suffix against the base's harmony.
    var harmony: Int32 = 0
    /// For each letter that a base is shorter than `comfortable`.
    var short: Int32 = 0
    /// For a base without a letter of the nucleus classes.
    var bare: Int32 = 0
    /// For a base that should have alternated and did not.
    var unaltered: Int32 = 0
    /// For a base whose end looks like an alternation's surface.
    var altered: Int32 = 0
    /// For a base that ends in a cluster which no line allows.
    var cluster: Int32 = 0
    /// The fewest letters of a base that suffixes follow.
    var minimum: Int32 = 1
    /// The letters from which on a base pays nothing.
    var comfortable: Int32 = 1
  }

  let alphabet: Alphabet
  let endings: [(letters: [UInt8], harmony: UInt8)]
  /// The letters that suffixes vary between, in the order of the harmonies.
  let varying: [[Unicode.Scalar]]
  let featureNames: [String]
  let kept: UInt64
  let derived: UInt64
  let agreement: Morphology.Agreement?
  let suffixes: [Suffix]
  let edges: [SuffixEdge]
  let texts: [SuffixText]
  let trie: SuffixTrie
  let alternations: [Alternation]
  let alternationsBySurface: [[Int]]
  let alternationsByBase: [[Int]]
  let irregulars: [IrregularForm]
  let irregularSurfaces: BytePool
  let irregularsBySurface: [[Int]]
  let irregularsByBase: [[UInt8]: [Int]]
  let longestIrregular: Int
  let baseState: UInt64
  let finalStates: UInt64
  let nucleus: UInt64
  let weights: Weights
  private let clusters: [Bool]

  /// Lays out the tables of a builder that found no error.
  init(_ builder: GrammarBuilder) {
    alphabet = builder.alphabet
    endings = builder.endings
    varying = Array(builder.varying.values)
    featureNames = builder.features.names
    kept = builder.kept
    derived = builder.derived
    agreement = builder.agreement
    suffixes = builder.suffixes
    edges = builder.edges
    texts = builder.texts
    var trie = builder.trie ?? SuffixTrie(letterCount: builder.alphabet.count)
    trie.freeze()
    self.trie = trie
    alternations = builder.alternations
    var bySurface = Array(repeating: [Int](), count: alphabet.count)
    var byBase = bySurface
    for (index, alternation) in alternations.enumerated() {
      bySurface[Int(alternation.surface.last ?? 0)].append(index)
      byBase[Int(alternation.base.last ?? 0)].append(index)
    }
    alternationsBySurface = bySurface
    alternationsByBase = byBase
    irregulars = builder.irregulars
    var surfaces = BytePool()
    var lists: [[Int]] = []
    for (index, form) in irregulars.enumerated() {
      let id = Int(surfaces.intern(form.surface))
      if id == lists.count { lists.append([]) }
      lists[id].append(index)
    }
    irregularSurfaces = surfaces
    irregularsBySurface = lists
    irregularsByBase = Dictionary(grouping: irregulars.indices) { [irregulars] in
      irregulars[$0].base
    }
    longestIrregular = irregulars.reduce(0) { max($0, $1.surface.count) }
    baseState = 1
    finalStates = builder.finalStates
    nucleus = builder.nucleus
    var clusters = Array(repeating: false, count: alphabet.count * alphabet.count)
    for pair in builder.clusters {
      clusters[Int(pair >> 8) * alphabet.count + Int(pair & 0xFF)] = true
    }
    self.clusters = clusters
    weights = builder.weights
  }

  /// Whether two letters outside the nucleus may end a base.
  func allowsCluster(_ first: UInt8, _ second: UInt8) -> Bool {
    clusters[Int(first) * alphabet.count + Int(second)]
  }

  /// Whether an ending opens the first `count` letters of a word to either harmony.
  func isOpened(_ word: borrowing LetterSequence, before count: Int) -> Bool {
    for ending in endings where word.ends(ending.letters, at: count) { return true }
    return false
  }
}

extension LetterSequence {
  /// Whether `tail` stands right before a letter position.
  func ends(_ tail: [UInt8], at position: Int) -> Bool {
    guard tail.count <= position else { return false }
    let start = position - tail.count
    for index in tail.indices where self[start + index] != tail[index] { return false }
    return true
  }
}
