/// When a mention that was found counts as one that is marked.
public enum MatchMode: String, CaseIterable, Sendable {
  /// The same span and an accepted label.
  case exact
  /// Spans that overlap, and an accepted label.
  case overlapping
  /// The same span, whatever the label.
  case span
  /// Spans that overlap, whatever the label.
  case contact

  var ignoresLabel: Bool { self == .span || self == .contact }
  var allowsOverlap: Bool { self == .overlapping || self == .contact }
}

/// Pairs marked and found mentions of one layer of one document, each at most once.
struct SpanMatcher {
  /// The index of the found mention for each marked one.
  private(set) var found: [Int?]
  /// The index of the marked mention for each found one.
  private(set) var marked: [Int?]

  private struct Candidate {
    /// Lowest first: exact before overlapping, the preferred label, scored before optional.
    var cost: Int
    var shared: Int
    var gold: Int
    var predicted: Int
  }

  /// Pairs mentions, the best candidates first.
  ///
  /// - Complexity: O(n log n) for mentions that overlap few others.
  init(_ gold: [GoldMention], _ predicted: [PredictedMention], _ mode: MatchMode) {
    found = Array(repeating: nil, count: gold.count)
    marked = Array(repeating: nil, count: predicted.count)
    var candidates: [Candidate] = []
    let neighbours = Neighbours(predicted.map(\.range))
    for (index, mention) in gold.enumerated() {
      let reach = [mention.range, mention.alternative].compactMap { $0 }
      let lower = reach.map(\.lowerBound).min()!
      let upper = reach.map(\.upperBound).max()!
      for other in neighbours.touching(lower..<upper) {
        let prediction = predicted[other]
        guard mode.ignoresLabel || mention.accepts(label: prediction.label) else { continue }
        let isExact = mention.accepts(prediction.range)
        let isNear = mode.allowsOverlap && mention.range.overlaps(prediction.range)
        guard isExact || isNear else { continue }
        let cost =
          (isExact ? 0 : 4) + (prediction.label == mention.label ? 0 : 2)
          + (mention.isOptional ? 1 : 0)
        let shared =
          min(mention.range.upperBound, prediction.range.upperBound)
          - max(mention.range.lowerBound, prediction.range.lowerBound)
        candidates.append(
          Candidate(cost: cost, shared: shared, gold: index, predicted: other))
      }
    }
    candidates.sort {
      ($0.cost, $1.shared, $0.gold, $0.predicted) < ($1.cost, $0.shared, $1.gold, $1.predicted)
    }
    for candidate in candidates
    where found[candidate.gold] == nil && marked[candidate.predicted] == nil {
      found[candidate.gold] = candidate.predicted
      marked[candidate.predicted] = candidate.gold
    }
  }
}

/// Finds which of many ranges share a scalar with another.
struct Neighbours {
  private let ranges: [Range<Int>]
  private let order: [Int]
  /// The furthest end among the ranges up to each in order.
  private let reach: [Int]

  init(_ ranges: [Range<Int>]) {
    self.ranges = ranges
    order = ranges.indices.sorted { ranges[$0].lowerBound < ranges[$1].lowerBound }
    var furthest = 0
    reach = order.map {
      furthest = max(furthest, ranges[$0].upperBound)
      return furthest
    }
  }

  subscript(index: Int) -> Range<Int> { ranges[index] }

  /// The indices of the ranges that overlap one, in ascending order.
  ///
  /// - Complexity: O(log n + result) where ranges nest little.
  func touching(_ range: Range<Int>) -> [Int] {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[order[middle]].lowerBound < range.upperBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var result: [Int] = []
    var index = low - 1
    while index >= 0, reach[index] > range.lowerBound {
      if ranges[order[index]].overlaps(range) { result.append(order[index]) }
      index -= 1
    }
    return result.sorted()
  }
}
