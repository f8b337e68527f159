import RuleSyntax
import TextModel

/// Matches a pattern by trying everything: slow, and plain enough to be believed.
struct ReferenceMatcher {
  let tokens: TokenTable
  let types: WordTypes
  let sentence: TokenSpan

  /// Place 0 is the sentence's start, the last place its end, the tokens lie between.
  private var placeCount: Int { sentence.count + 2 }

  /// A point in a match: the places behind it, and whether the next token must be glued.
  struct Point: Hashable {
    var place: Int
    var mustBeGlued: Bool
  }

  /// The matches of a rule that has this pattern alone, leftmost and longest.
  func matches(_ pattern: Pattern) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var candidates: [Range<Int>] = []
    for start in 0..<placeCount {
      let points = ends(of: pattern, from: [Point(place: start, mustBeGlued: false)])
      guard let end = points.map(\.place).max(), end > start else { continue }
      // Places to tokens: the edges cover none.
      let first = max(start - 1, 0)
      let last = min(end - 1, sentence.count)
      if last > first { candidates.append(first + sentence.start..<last + sentence.start) }
    }
    candidates.sort {
      ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
    }
    for candidate in candidates where candidate.lowerBound >= found.last?.upperBound ?? 0 {
      found.append(candidate)
    }
    return found
  }

  private func ends(of pattern: Pattern, from points: Set<Point>) -> Set<Point> {
    switch pattern {
    case .item(let item):
      return Set(
        points.compactMap { point in
          passes(item, at: point) ? Point(place: point.place + 1, mustBeGlued: false) : nil
        })
    case .sequence(let parts):
      return parts.reduce(points) { ends(of: $1, from: $0) }
    case .alternatives(let branches):
      return branches.reduce(into: []) { $0.formUnion(ends(of: $1, from: points)) }
    case .repeated(let inner, let minimum, let maximum):
      var reached = points
      for _ in 0..<minimum { reached = ends(of: inner, from: reached) }
      var all = reached
      for _ in 0..<(maximum.map { $0 - minimum } ?? placeCount) {
        reached = ends(of: inner, from: reached)
        all.formUnion(reached)
      }
      return all
    case .glued(let inner):
      return points.reduce(into: []) { all, point in
        let behind = ends(of: inner, from: [Point(place: point.place, mustBeGlued: true)])
        // A pattern that covers nothing asks nothing of the next token.
        for end in behind {
          all.insert(
            Point(place: end.place, mustBeGlued: end.mustBeGlued && point.mustBeGlued))
        }
      }
    case .captured(_, let inner), .marked(let inner, _): return ends(of: inner, from: points)
    case .reference: preconditionFailure("random patterns have no definitions")
    }
  }

  private func passes(_ item: Item, at point: Point) -> Bool {
    guard point.place < placeCount else { return false }
    let token = point.place - 1
    let isToken = token >= 0 && token < sentence.count
    let isGlued = isToken && tokens.flags[sentence.start + token].contains(.glued)
    if point.mustBeGlued, !isGlued { return false }
    return item.tests.allSatisfy { passes($0, token, isToken, isGlued) != $0.isNegated }
  }

  private func passes(_ test: Item.Test, _ token: Int, _ isToken: Bool, _ isGlued: Bool) -> Bool {
    switch test.kind {
    case .sentenceStart: return token < 0
    case .sentenceEnd: return token == sentence.count
    case .glued: return isGlued
    case .any: return isToken
    case .lemma(let word), .literal(let word):
      guard isToken else { return false }
      return String(decoding: types.normBytes(tokens.types[sentence.start + token]), as: UTF8.self)
        == word
    default: preconditionFailure("random patterns test for words and edges only")
    }
  }
}
