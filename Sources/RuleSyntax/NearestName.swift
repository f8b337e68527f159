import TextModel

/// Finds what a misspelt name was meant to be.
public enum NearestName {
  /// Longer names are no slips of the keyboard.
  private static let longest = 80

  /// The candidate closest to `name`, if it is close enough to be meant; the first of equals in
  /// sorted order.
  ///
  /// - Complexity: O(candidates × length²).
  public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.unicodeScalars)
    guard wanted.count <= longest else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates.sorted() {
      let scalars = Array(candidate.unicodeScalars)
      guard abs(scalars.count - wanted.count) <= max(1, wanted.count / 3) else { continue }
      let distance = EditDistance.between(wanted, scalars)
      if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    guard let best, best.distance <= max(1, wanted.count / 3) else { return nil }
    return best.name
  }

  /// A clause to hang on an error message: `; did you mean "…"?` or nothing.
  public static func hint(_ name: String, among candidates: some Sequence<String>) -> String {
    of(name, among: candidates).map { "; did you mean \"\($0)\"?" } ?? ""
  }
}
