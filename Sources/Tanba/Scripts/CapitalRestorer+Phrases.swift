import RuleEngine
import TextModel

// Names that are made of common words: «төтенше жағдайлар комитеті».
extension CapitalRestorer {
  /// The most words before the head that are looked at.
  private static let mostModifiers = 10

  /// Marks the first of the words that names of bodies are made of, before the word for the body.
  func markPhrases(
    in sentence: TokenSpan, _ tokens: TokenTable, _ isCapital: inout [Bool]
  ) {
    for index in isCapital.indices.dropLast() where !isCapital[index] {
      let type = tokens.types[sentence.start + index]
      guard names.openers.contains(Array(words.types.normBytes(type))) else { continue }
      isCapital[index] = words.types.readings(tokens.types[sentence.start + index + 1]).contains {
        !$0.features.isDisjoint(with: possessive)
          && words.matcher.rows(ofBase: Array(words.types.norms[$0.base])).contains {
            words.matcher.lexicon($0).name == names.headLexicon
          }
      }
    }
    guard !names.heads.isEmpty else { return }
    for index in isCapital.indices.dropFirst()
    where isHead(tokens.types[sentence.start + index]) && !isCapital[index - 1] {
      var first: Int?
      for place in (max(0, index - Self.mostModifiers)..<index).reversed() {
        guard !isCapital[place] else { break }
        let form = Array(words.types.normBytes(tokens.types[sentence.start + place]))
        if names.joiners.contains(form) {
          // A joiner stands between two words of the name.
          guard place + 1 < index else { break }
          continue
        }
        guard let isFirst = isPeople(form) ? true : phraseWords[form] else { break }
        if isFirst { first = place }
      }
      // Behind another name it goes on: «Қарағанды техникалық университеті».
      guard let first, first == 0 || !isCapital[first - 1] else { continue }
      let form = Array(words.types.normBytes(tokens.types[sentence.start + first]))
      if !names.levels.contains(form) { isCapital[first] = true }
    }
  }

  /// Marks the word for a body of a country, whose name stands before it: «Қазақстан
  /// Республикасының Парламенті».
  func markOrgans(
    in sentence: TokenSpan, _ tokens: TokenTable, _ isCapital: inout [Bool]
  ) {
    guard !names.organLexicons.isEmpty else { return }
    for index in isCapital.indices.dropFirst() where isCapital[index - 1] && !isCapital[index] {
      isCapital[index] = words.types.readings(tokens.types[sentence.start + index]).contains {
        !$0.features.isDisjoint(with: possessive)
          && words.matcher.rows(ofBase: Array(words.types.norms[$0.base])).contains {
            names.organLexicons.contains(words.matcher.lexicon($0).name)
          }
      }
    }
  }

  /// Whether a word is the name of a people as it stands.
  private func isPeople(_ form: [UInt8]) -> Bool {
    words.matcher.rows(ofBase: form).contains {
      names.peoplesLexicons.contains(words.matcher.lexicon($0).name)
    }
  }

  /// Whether a word is one for a body or post with its possessive: «комитетінің».
  private func isHead(_ type: WordTypeID) -> Bool {
    words.types.readings(type).contains { reading in
      !reading.features.isDisjoint(with: possessive)
        && names.heads.contains(Array(words.types.norms[reading.base]))
    }
  }

  /// The words that stand in the lexicons' names of several words, but for the last of each, and
  /// whether they begin one.
  private var phraseWords: [[UInt8]: Bool] {
    words.scripts.systems.phraseWords { () in
      var found: [[UInt8]: Bool] = [:]
      for lexicon in words.scripts.rules.program.lexicons
      where names.phraseLexicons.contains(lexicon.name) {
        let isWhole = names.wholeLexicons.contains(lexicon.name)
        for row in lexicon.rows {
          let parts = row.form.lowercased().split { !$0.isLetter && $0 != "-" }
          for (place, part) in (isWhole ? parts[...] : parts.dropLast()).enumerated() {
            found[Array(part.utf8), default: false] = found[Array(part.utf8)] == true || place == 0
          }
        }
      }
      return found
    }
  }
}
