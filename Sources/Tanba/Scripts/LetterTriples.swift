import RuleEngine

/// The runs of three letters that the common words of the lexicons have, edges of words among them:
/// what tells a word that no lexicon has from one of another language, or one that is read in the
/// wrong alphabet.
///
/// Built once a rule set, and shared by all workers.
struct LetterTriples: Sendable {
  private let numbers: [Unicode.Scalar: Int]
  private var isSeen: [Bool]
  private let width: Int

  /// - Complexity: O(letters of the lexicons' common words).
  init(_ lexicons: [Lexicon]) {
    var words: [[Unicode.Scalar]] = []
    var numbers: [Unicode.Scalar: Int] = [:]
    for lexicon in lexicons {
      for row in lexicon.rows.indices where !lexicon.isCapital(row) {
        for word in lexicon.rows[row].form.split(whereSeparator: { !$0.isLetter }) {
          let scalars = Array(word.unicodeScalars)
          // Acronyms within a form are no words.
          guard scalars.count > 1, !scalars.contains(where: \.properties.isUppercase) else {
            continue
          }
          words.append(scalars)
          for scalar in scalars where numbers[scalar] == nil {
            numbers[scalar] = numbers.count + 1
          }
        }
      }
    }
    self.numbers = numbers
    width = numbers.count + 1
    isSeen = Array(repeating: false, count: width * width * width)
    for word in words {
      for triple in triples(of: word) { isSeen[triple!] = true }
    }
  }

  /// The share of a lower-case word's triples that common words have, from 0 to 1.
  ///
  /// - Complexity: O(length of the word).
  func share(of word: [Unicode.Scalar]) -> Double {
    guard !word.isEmpty else { return 0 }
    let triples = triples(of: word)
    return Double(triples.count { $0.map { isSeen[$0] } ?? false }) / Double(triples.count)
  }

  /// The numbers of a word's triples; nil where a letter is in no word.
  private func triples(of word: [Unicode.Scalar]) -> [Int?] {
    // The edge is 0.
    let letters = [0] + word.map { numbers[$0] } + [0]
    return (0..<letters.count - 2).map { index in
      guard let first = letters[index], let second = letters[index + 1],
        let third = letters[index + 2]
      else { return nil }
      return (first * width + second) * width + third
    }
  }
}
