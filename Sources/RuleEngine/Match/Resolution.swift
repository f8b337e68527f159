import TextModel

/// What a phase has found so far in a sentence.
final class Resolution {
  /// The last match of a layer.
  struct Winner: BitwiseCopyable {
    var rule: Int
    var tokens: Run
  }

  /// For each layer its last match; one that ends at token 0 is none.
  private let winners: PlainBuffer<Winner>
  private let filled = PlainBuffer<Int32>()
  /// The matches, in the order of their tokens.
  let new = PlainBuffer<FoundMatches.Row>()
  /// The indices of earlier matches that the new ones take in.
  private(set) var absorbed: Set<Int> = []

  private static let none = Winner(rule: 0, tokens: Run(0, 0))

  init(layerCount: Int) {
    winners = PlainBuffer(repeating: Self.none, count: layerCount)
  }

  /// Begins a phase.
  func begin() {
    for index in 0..<filled.count { winners[Int(filled[index])] = Self.none }
    filled.removeAll()
    if new.count > 0 {
      new.removeAll()
      if !absorbed.isEmpty { absorbed.removeAll() }
    }
  }

  /// The match that has a candidate's place already.
  func winner(over candidate: Candidate) -> Winner? {
    let winner = winners[candidate.layer]
    return winner.tokens.upperBound > candidate.tokens.lowerBound ? winner : nil
  }

  /// Gives a candidate its place.
  func occupy(_ candidate: Candidate) {
    if winners[candidate.layer].tokens.upperBound == 0 { filled.append(Int32(candidate.layer)) }
    winners[candidate.layer] = Winner(rule: candidate.rule, tokens: candidate.tokens)
  }

  /// Whether a match of an earlier phase is taken in already.
  func isAbsorbed(_ index: Int) -> Bool { !absorbed.isEmpty && absorbed.contains(index) }

  /// Takes in a match of an earlier phase.
  func absorb(_ index: Int) { absorbed.insert(index) }

  /// Adds a match.
  func add(_ match: FoundMatches.Row) { new.append(match) }
}
