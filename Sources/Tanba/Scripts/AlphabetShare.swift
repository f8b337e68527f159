import TextModel

/// The share of a text's letters that stand in words which speak for an alphabet, those of listed
/// words above all.
struct AlphabetShare {
  private var all = 0.0
  private var known = 0.0
  /// The number of words of more than one letter.
  private(set) var words = 0
  /// Some letter speaks for the alphabet.
  private(set) var isTelling = false

  /// What the letters of a word of the language count that no lexicon has: in small letters, with
  /// and without a letter that speaks for the alphabet, and a name.
  private static let tellingWord = 0.7
  private static let plainWord = 0.5
  private static let name = 0.3
  /// What those of a word count that is nearly one, with such a letter.
  private static let nearWord = 0.3
  /// What a listed word counts whatever runs of letters it has.
  private static let listed = 0.8
  /// The share of its runs of letters that the language has in a name, and in what is nearly a word.
  private static let leastLikeness = (name: 0.5, nearWord: 0.8)

  var isEmpty: Bool { all == 0 }

  /// The share, 0 to 1; letters in words of other alphabets and languages speak against it.
  var value: Double { isEmpty ? 0 : max(0, known / all) }

  /// - Complexity: O(tokens of the sentence).
  mutating func add(
    _ sentence: TokenSpan, in system: Int, _ tokens: TokenTable, _ words: WorkerWords
  ) {
    var addressEnd = sentence.start
    for token in sentence.start..<sentence.end {
      let type = tokens.types[token]
      // Addresses tell nothing.
      if token >= addressEnd,
        let end = words.scripts.addressEnd(at: token, in: sentence, tokens, system)
      {
        addressEnd = end
      }
      if token < addressEnd { continue }
      guard case .foreign = words.scripts.wordClass(of: type),
        !words.types.shape(type).contains(.roman), !words.scripts.isAcronym(type)
      else { continue }
      let marked = words.scripts.marked(token, sentence.end, tokens, in: system)
      let trial = words.scripts.trial(of: marked ?? type, in: system)
      guard trial.letters > 1 else { continue }
      all += Double(trial.letters)
      self.words += 1
      isTelling = isTelling || trial.fits && trial.isTelling
      let isName = !words.types.shape(type).isDisjoint(with: [.capital, .upper])
      known += Double(trial.letters) * Self.weight(of: trial, isName: isName)
      // The sign behind it belongs to the word in some other alphabet: jan'a, sonyn'.
      if marked == nil, words.scripts.isMarked(token, sentence.end, tokens, besides: system) {
        known -= 2
      }
    }
  }

  /// What a letter of a word counts.
  private static func weight(of trial: WorkerScripts.Trial, isName: Bool) -> Double {
    let mark = trial.hasForeignMark ? -0.5 : 0
    guard trial.fits else { return mark - 0.5 }
    if trial.isListed {
      // Two letters are a word of some language by chance.
      if trial.letters == 2 { return mark + 0.5 }
      return mark + (trial.letters == 3 ? 1 : listed + (1 - listed) * trial.likeness)
    }
    if isName {
      return mark + (trial.isTelling && trial.likeness > leastLikeness.name ? name : 0)
    }
    if trial.likeness == 1 { return mark + (trial.isTelling ? tellingWord : plainWord) }
    if trial.likeness >= leastLikeness.nearWord { return mark + (trial.isTelling ? nearWord : 0) }
    return mark - (1 - trial.likeness)
  }
}
