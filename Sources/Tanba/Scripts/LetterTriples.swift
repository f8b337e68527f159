import RuleEngine

/// The runs of three letters that the common words of the lexicons have, edges of words among them:
/// what tells a word that no lexicon has from one of another language, or one that is read in the
/// wrong alphabet.
///
/// Built once a rule set, and shared by all workers.
struct LetterTriples: Sendable {
  /// The number of each letter; the edge of a word is 0.
  private var numbers: [Unicode.Scalar: Int] = [:]
  /// The same of the letters below its count, -1 where no word has one: they are asked all the time.
  private var numbersBelow: [Int16] = Array(repeating: -1, count: 0x600)
  private var isSeen: [Bool] = []
  private var width = 1

  /// - Complexity: O(letters of the lexicons' common words).
  init(_ lexicons: [Lexicon]) {
    // All words, with one edge between two.
    var letters = [0]
    for lexicon in lexicons {
      for row in lexicon.rows.indices where !lexicon.isCapital(row) {
        add(String(decoding: lexicon.formBytes(row), as: UTF8.self).unicodeScalars, to: &letters)
      }
    }
    isSeen = Array(repeating: false, count: width * width * width)
    for index in letters.indices.dropFirst(2) where letters[index - 1] != 0 {
      isSeen[(letters[index - 2] * width + letters[index - 1]) * width + letters[index]] = true
    }
  }

  /// Adds the words of a form, each with the edge behind it.
  private mutating func add(_ form: String.UnicodeScalarView, to letters: inout [Int]) {
    var start = letters.count
    // Acronyms within a form are no words.
    var isAcronym = false
    func end() {
      if letters.count - start < 2 || isAcronym { letters.removeSubrange(start...) }
      if letters.count > start { letters.append(0) }
      start = letters.count
      isAcronym = false
    }
    for scalar in form {
      let traits = LetterTraits.of(scalar)
      guard traits.contains(.letter) || traits.contains(.mark) else {
        end()
        continue
      }
      if traits.contains(.capital) { isAcronym = true }
      letters.append(number(of: scalar))
    }
    end()
  }

  private mutating func number(of scalar: Unicode.Scalar) -> Int {
    if let known = known(scalar) { return known }
    let number = width
    width += 1
    if Int(scalar.value) < numbersBelow.count {
      numbersBelow[Int(scalar.value)] = Int16(number)
    } else {
      numbers[scalar] = number
    }
    return number
  }

  private func known(_ scalar: Unicode.Scalar) -> Int? {
    guard Int(scalar.value) < numbersBelow.count else { return numbers[scalar] }
    let number = numbersBelow[Int(scalar.value)]
    return number < 0 ? nil : Int(number)
  }

  /// The share of a lower-case word's triples that common words have, from 0 to 1.
  ///
  /// - Complexity: O(length of the word).
  func share(of word: [Unicode.Scalar]) -> Double {
    guard !word.isEmpty else { return 0 }
    var (first, second): (Int?, Int?) = (nil, 0)
    var seen = 0
    for third in word.lazy.map({ known($0) }) + [0] {
      if let first, let second, let third, isSeen[(first * width + second) * width + third] {
        seen += 1
      }
      (first, second) = (second, third)
    }
    return Double(seen) / Double(word.count)
  }
}
