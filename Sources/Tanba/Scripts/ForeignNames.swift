import RuleEngine
import TextModel

/// Finds the names in a sentence of another alphabet that are written as in their own language, so
/// that none of their words are carried over.
struct ForeignNames {
  let words: WorkerWords

  /// A token's new word type.
  struct Change {
    var token: Int
    var type: WordTypeID
    /// Lexicons know it.
    var isListed: Bool
  }

  /// The longest name of the lexicons that is looked for, in tokens.
  private static let longestName = 5

  /// Drops the changes to words of foreign names: those that lexicons have as they are written,
  /// unknown words beside one that is foreign, and a word for companies with what it is behind.
  ///
  /// - Complexity: O(tokens of the sentence).
  func settle(_ changes: inout [Change], in sentence: TokenSpan, _ tokens: TokenTable) {
    var isName: [Bool] = []
    for token in sentence.start..<sentence.end {
      let shape = words.types.shape(tokens.types[token])
      isName.append(
        words.scripts.wordClass(of: tokens.types[token]) != .none
          && !shape.isDisjoint(with: [.capital, .upper]) && !shape.contains(.initial))
    }
    guard isName.contains(true) else { return }
    var isKept = isName
    var isOpen = Array(repeating: false, count: sentence.count)
    for change in changes {
      isKept[change.token - sentence.start] = false
      isOpen[change.token - sentence.start] = !change.isListed
    }
    for index in isName.indices {
      let shape = words.types.shape(tokens.types[sentence.start + index])
      // Capitals and numerals are foreign to themselves only.
      let isPlain = isName[index] && shape.isDisjoint(with: [.upper, .roman])
      isKept[index] = isKept[index] && isPlain
      isOpen[index] = isOpen[index] && isPlain
    }
    if isKept.contains(true), isOpen.contains(true) {
      for index in isOpen.indices.dropFirst() where isOpen[index] && isKept[index - 1] {
        isKept[index] = true
      }
      for index in isOpen.indices.dropLast().reversed() where isOpen[index] && isKept[index + 1] {
        isKept[index] = true
      }
    }
    let listed = listedNames(in: sentence, tokens, isName)
    for name in listed { for index in name { isKept[index] = true } }
    // «Bek Air», «Kazakh TV»: a word that names of companies end in, and what it stands behind. In
    // «Air Astana» it begins the name.
    for index in isName.indices.dropFirst() where isName[index] && isName[index - 1] {
      if listed.contains(where: { $0.lowerBound == index }) { continue }
      guard words.scripts.isCompanyWord(tokens.types[sentence.start + index]) else { continue }
      let isChanged = changes.contains { $0.token == sentence.start + index }
      if !isChanged { isKept[index - 1] = true }
      if isKept[index - 1] { isKept[index] = true }
    }
    changes.removeAll { isKept[$0.token - sentence.start] }
  }

  /// The names of several words that lexicons have in these letters.
  private func listedNames(
    in sentence: TokenSpan, _ tokens: TokenTable, _ isName: [Bool]
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index + 1 < isName.count {
      let start = index
      index += 1
      guard isName[start], isName[start + 1] else { continue }
      for length in stride(from: min(Self.longestName, isName.count - start), to: 1, by: -1) {
        let range = sentence.start + start..<sentence.start + start + length
        guard !words.matcher.rows(of: range, in: tokens).isEmpty else { continue }
        found.append(start..<start + length)
        index = start + length
        break
      }
    }
    return found
  }
}
