/// What a phase has found so far in a sentence.
final class Resolution {
  /// The last match of each layer; one of an earlier run is none.
  private var winners: [Candidate?]
  private var filled: [Int] = []
  private(set) var new: [RuleMatch] = []
  /// The indices of earlier matches that the new ones take in.
  private(set) var absorbed: Set<Int> = []

  init(layerCount: Int) { winners = Array(repeating: nil, count: layerCount) }

  /// Begins a phase.
  func begin() {
    for layer in filled { winners[layer] = nil }
    filled.removeAll(keepingCapacity: true)
    new.removeAll(keepingCapacity: true)
    if !absorbed.isEmpty { absorbed.removeAll() }
  }

  /// The match that has a candidate's place already.
  func winner(over candidate: Candidate) -> Candidate? {
    guard let winner = winners[candidate.layer],
      winner.tokens.upperBound > candidate.tokens.lowerBound
    else { return nil }
    return winner
  }

  /// Gives a candidate its place.
  func occupy(_ candidate: Candidate) {
    if winners[candidate.layer] == nil { filled.append(candidate.layer) }
    winners[candidate.layer] = candidate
  }

  func isAbsorbed(_ index: Int) -> Bool { !absorbed.isEmpty && absorbed.contains(index) }

  func absorb(_ index: Int) { absorbed.insert(index) }

  func add(_ match: RuleMatch) { new.append(match) }
}
