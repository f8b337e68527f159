import TextModel

/// Suggestions for misspelt names.
public enum Spelling {
  /// The name that `word` most likely means: the nearest by edit distance, of several that begin
  /// alike the shortest. No more than a third of the longer word may differ, unless one begins the
  /// other.
  ///
  /// - Complexity: O(length of `word` × length of all names).
  public static func nearest(to word: String, among names: [String]) -> String? {
    let word = Array(word.unicodeScalars)
    var best: (name: String, distance: Int)?
    for name in names {
      let scalars = Array(name.unicodeScalars)
      let length = max(word.count, scalars.count)
      let isBeginning =
        min(word.count, scalars.count) >= 3
        && (scalars.starts(with: word) || word.starts(with: scalars))
      let distance = isBeginning ? 1 : EditDistance.between(word, scalars)
      guard isBeginning || distance * 3 <= length else { continue }
      if let best, (best.distance, best.name.count) <= (distance, name.count) { continue }
      best = (name, distance)
    }
    return best?.name
  }
}
