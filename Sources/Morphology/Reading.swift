import TextModel

extension Morphology {
  /// One reading of a word form: a base and what the suffixes behind it say.
  public struct Reading: Hashable, Sendable {
    /// The base, folded, with the alternation at its end undone; empty for a chain of suffixes.
    public let base: [UInt8]
    /// What the suffixes say; empty where the form is its own base.
    public let features: FeatureSet
    /// The UTF-8 bytes of the form before the first suffix, as they stand in the form.
    public let stemLength: Int
    /// How unlikely the reading is by its sounds alone, in the data file's units; less is better.
    public let cost: Int
    /// The UTF-8 bytes of the form before its outer suffixes.
    public let keptLength: Int
    /// The innermost kept suffix's variant, or -1.
    let keptEdge: Int
    /// The nominative is the base.
    let isKeptBase: Bool

    init(
      base: [UInt8], features: FeatureSet, stemLength: Int, cost: Int, keptLength: Int,
      keptEdge: Int, isKeptBase: Bool
    ) {
      self.base = base
      self.features = features
      self.stemLength = stemLength
      self.cost = cost
      self.keptLength = keptLength
      self.keptEdge = keptEdge
      self.isKeptBase = isKeptBase
    }

    /// The reading of a form as its own base.
    init(whole form: UnsafeBufferPointer<UInt8>, cost: Int32) {
      self.init(
        base: Array(form), features: [], stemLength: form.count, cost: Int(cost),
        keptLength: form.count, keptEdge: -1, isKeptBase: true)
    }

    init(
      _ candidate: Analyzer.Candidate, of form: UnsafeBufferPointer<UInt8>,
      _ word: borrowing LetterSequence, _ grammar: Grammar
    ) {
      let stem = word.offset(of: candidate.item.position)
      var base: [UInt8]
      var isKeptBase = candidate.item.keptEdge < 0
      if candidate.irregular >= 0 {
        let irregular = grammar.irregulars[candidate.irregular]
        base = irregular.base
        // A form that says something kept is its own nominative: «olar» is plural by itself.
        if irregular.features & grammar.kept != 0 { isKeptBase = false }
      } else if candidate.alternation >= 0 {
        let alternation = grammar.alternations[candidate.alternation]
        let length = stem - alternation.surfaceBytes.count
        base = []
        base.reserveCapacity(length + alternation.baseBytes.count)
        base += form[0..<length]
        base += alternation.baseBytes
      } else {
        base = Array(form[0..<stem])
      }
      self.init(
        base: base, features: FeatureSet(rawValue: candidate.features), stemLength: stem,
        cost: Int(candidate.cost), keptLength: word.offset(of: candidate.item.keptPosition),
        keptEdge: candidate.item.keptEdge, isKeptBase: isKeptBase)
    }
  }
}
