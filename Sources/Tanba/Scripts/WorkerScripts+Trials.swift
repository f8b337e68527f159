import ICUText
import TextModel

// How words look in an alphabet.
extension WorkerScripts {
  /// How a word looks when it is read in an alphabet.
  struct Trial {
    /// All its letters belong to the alphabet.
    var fits: Bool
    /// The letters of the longest listed word that it is a form of; 0 where it is of none.
    var listedLetters: Int
    /// One of its letters speaks for the alphabet.
    var isTelling: Bool
    /// The share of its runs of three letters that the language has, 0 to 1.
    var likeness: Double
    /// It has a sign that other alphabets of the script have as a letter.
    var hasForeignMark: Bool
    /// Its number of letters.
    var letters: Int
    /// It is a form of a listed word.
    var isListed: Bool { listedLetters > 0 }
  }

  /// The word type of a word and the mark glued behind it, where an alphabet has such marks.
  func marked(_ token: Int, _ end: Int, _ tokens: TokenTable, in system: Int) -> WordTypeID? {
    let marks = systems.all[system].marks
    guard !marks.isEmpty, token + 1 < end, tokens.flags[token + 1].contains(.glued) else {
      return nil
    }
    let mark = words.types.surface(tokens.types[token + 1])
    let scalars = String(decoding: mark, as: UTF8.self).unicodeScalars
    guard scalars.count == 1, marks.contains(scalars.first!) else { return nil }
    let surface = Array(words.types.surface(tokens.types[token]) + mark)
    let type = surface.withUnsafeBufferPointer { words.types.intern($0) }
    words.describeNewTypes()
    return type
  }

  /// Whether the mark glued behind a word makes a listed word with it in another alphabet of the
  /// script.
  func isMarked(
    _ token: Int, _ end: Int, _ tokens: TokenTable, besides system: Int
  ) -> Bool {
    for (number, other) in systems.all.enumerated()
    where number != system && other.script == systems.all[system].script && !other.marks.isEmpty {
      guard let type = marked(token, end, tokens, in: number) else { continue }
      if trial(of: type, in: number).isListed { return true }
    }
    return false
  }

  /// Whether a token is a single letter that belongs to digits beside it, 2021-05-12T09:30, or that
  /// stands for the sign of a number: N 17.
  func isSign(_ token: Int, _ end: Int, _ tokens: TokenTable) -> Bool {
    let type = tokens.types[token]
    guard words.types.surface(type).count == 1 else { return false }
    if token > 0, tokens.flags[token].contains(.glued) {
      // «1925j.» is the word for the year.
      return words.types.shape(tokens.types[token - 1]).contains(.digits)
        && (words.types.shape(type).contains(.capital)
          || token + 1 < end && tokens.flags[token + 1].contains(.glued)
            && words.types.shape(tokens.types[token + 1]).isDisjoint(with: .punctuation))
    }
    return words.types.shape(type).contains(.capital) && token + 1 < end
      && !tokens.flags[token + 1].contains(.glued)
      && words.types.shape(tokens.types[token + 1]).contains(.digits)
  }

  /// Reads a word type in an alphabet, as a trial.
  func trial(of type: WordTypeID, in system: Int) -> Trial {
    let key = UInt64(system) << 32 | UInt64(type)
    if let known = trials[key] { return known }
    let surface = Array(words.types.surface(type))
    let form = CaseMapping.lowercased(surface, locale: systems.all[system].locale)
    let scalars = String(decoding: form, as: UTF8.self).unicodeScalars
    let fits = systems.all[system].fits(Array(scalars))
    var listedLetters = 0
    var likeness = 0.0
    if fits {
      let word = reader(system).convert(systems.all[system].withWholeCapitals(surface))
      // A word in small letters is no name, where there are others.
      let isCommon =
        !systems.all[system].isCaseless && words.types.shape(type).contains(.lower)
      listedLetters = self.listedLetters(word, isCommon: isCommon)
      let lower = String(decoding: word, as: UTF8.self).lowercased().unicodeScalars
      likeness = triples.share(of: lower.filter(\.properties.isAlphabetic))
    }
    let all = systems.all
    let otherMarks = all.filter { $0.script == all[system].script }
      .reduce(into: Set<Unicode.Scalar>()) { $0.formUnion($1.marks) }
      .subtracting(all[system].marks)
    let result = Trial(
      fits: fits, listedLetters: listedLetters,
      isTelling: scalars.contains { all[system].telling.contains($0) },
      likeness: likeness, hasForeignMark: scalars.contains { otherMarks.contains($0) },
      letters: scalars.count { $0.properties.isAlphabetic })
    trials[key] = result
    return result
  }

  func listedLetters(_ word: [UInt8], isCommon: Bool = false) -> Int {
    var longest = 0
    for reading in words.describer.describe(word).readings
    where isCommon
      ? words.isCommonWord(reading.base) : words.matcher.isListed(base: reading.base)
    {
      longest = max(longest, reading.base.scalarCount)
    }
    return longest
  }

  func isListed(_ word: [UInt8]) -> Bool {
    words.describer.describe(word).readings.contains { words.matcher.isListed(base: $0.base) }
  }
}
