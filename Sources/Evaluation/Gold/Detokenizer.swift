/// Joins tokens into natural text: no space before a comma, none inside `18:00` or `1,5`.
struct Detokenizer {
  private static let noSpaceBefore: Set<Unicode.Scalar> = [
    ",", ".", ";", ":", "!", "?", ")", "\u{BB}", "%", "\u{2026}",
  ]
  private static let noSpaceAfter: Set<Unicode.Scalar> = ["(", "\u{AB}"]

  /// The text, and the Unicode scalars of each token in it.
  ///
  /// - Complexity: O(length of the tokens).
  static func join(_ tokens: [String]) -> (text: String, ranges: [Range<Int>]) {
    let tokens = tokens.map { Array($0.unicodeScalars) }
    var text = String.UnicodeScalarView()
    var count = 0
    var ranges: [Range<Int>] = []
    for index in tokens.indices {
      if needsSpace(before: index, tokens) {
        text.append(" ")
        count += 1
      }
      text.append(contentsOf: tokens[index])
      ranges.append(count..<count + tokens[index].count)
      count += tokens[index].count
    }
    return (String(text), ranges)
  }

  private static func needsSpace(before index: Int, _ tokens: [[Unicode.Scalar]]) -> Bool {
    guard index > 0, let first = tokens[index].first else { return false }
    let token = tokens[index]
    let before = tokens[index - 1]
    if noSpaceBefore.contains(first), first != "%", !(token.count > 1 && isAlphanumeric(token[1])) {
      return false
    }
    if let last = before.last, noSpaceAfter.contains(last) { return false }
    guard index >= 2, before.count == 1 else { return true }
    let earlier = tokens[index - 2]
    if [",", ":", "."].contains(before[0]), let last = earlier.last, isDigit(last), isDigit(first) {
      return false
    }
    // Addresses, as khabar.kz.
    let isAddress =
      before[0] == "." && token.allSatisfy(\.isASCII) && earlier.allSatisfy(\.isASCII)
      && token.contains { $0.properties.isLowercase }
      && !token.contains { $0.properties.isUppercase }
    return !isAddress
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal || scalar.properties.numericType == .digit
  }

  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      true
    default: scalar.properties.numericType != nil
    }
  }
}
