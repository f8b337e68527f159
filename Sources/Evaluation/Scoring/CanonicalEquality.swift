/// Tells whether two dictionary forms are the same but for quotes, spacing and look-alike letters.
struct CanonicalEquality {
  /// Folds one word to lower case and maps look-alike letters.
  var fold: (String) -> String

  private static let quotes: Set<Unicode.Scalar> = [
    " ", "\"", "\u{AB}", "\u{BB}", "\u{201C}", "\u{201D}", "\u{201E}",
  ]

  /// Whether a form is one of those accepted, case counted or not.
  func accepts(_ form: String, among accepted: [String], ignoringCase: Bool) -> Bool {
    let words = words(form)
    return accepted.contains { other in
      let others = self.words(other)
      return words.count == others.count
        && zip(words, others).allSatisfy { isSame($0, $1, ignoringCase: ignoringCase) }
    }
  }

  private func isSame(_ left: String, _ right: String, ignoringCase: Bool) -> Bool {
    if left == right { return true }
    guard fold(left) == fold(right) else { return false }
    return ignoringCase
      || left.unicodeScalars.map(\.properties.isUppercase)
        == right.unicodeScalars.map(\.properties.isUppercase)
  }

  private func words(_ form: String) -> [String] {
    var scalars = form.unicodeScalars[...]
    while let first = scalars.first, Self.quotes.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, Self.quotes.contains(last) { scalars.removeLast() }
    return scalars.split { $0.properties.isWhitespace }.map { String($0) }
  }
}
