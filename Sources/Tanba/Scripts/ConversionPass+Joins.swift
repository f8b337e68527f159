import TextModel

// What writing without capitals cuts apart.
extension ConversionPass {
  private static let mostLetters = 5

  /// An abbreviation whose letters stand apart, since no capitals show that it is one: «ق ر».
  func spelledOut(
    at token: Int, _ end: Int, _ tokens: TokenTable, from system: Int
  ) -> TokenTable.Join? {
    let script = words.scripts.systems.all[system].script
    var last = token
    while last < end, last - token < Self.mostLetters,
      last == token || !tokens.flags[last].contains(.glued),
      words.scripts.wordClass(of: tokens.types[last]) == .foreign(script),
      isLetter(tokens.types[last])
    {
      last += 1
    }
    // The last belongs to what is glued to it.
    if last < tokens.count, last > token, tokens.flags[last].contains(.glued),
      !words.types.shape(tokens.types[last]).contains(.punctuation)
    {
      last -= 1
    }
    for next in stride(from: last, to: token + 1, by: -1) {
      let range = TokenSpan(start: token, end: next)
      let written = (token..<next).flatMap { words.types.surface(tokens.types[$0]) }
      let type = written.withUnsafeBufferPointer { words.types.intern($0) }
      words.describeNewTypes()
      let converted = words.scripts.converted(type, from: system)
      words.describeNewTypes()
      guard converted.isListed, words.types.shape(converted.type).contains(.upper) else { continue }
      return TokenTable.Join(tokens: range, type: converted.type)
    }
    return nil
  }

  /// The end of a patronymic that stands apart from the name of the father, behind a name of the
  /// child: «اباي قۇنانباي ۇلى».
  mutating func joinPatronymics(in document: Document) {
    guard let names = words.scripts.rules.words.caselessNames else { return }
    let tokens = document.tokens
    for sentence in converted {
      for token in sentence.start..<sentence.end where token >= sentence.start + 2 {
        guard !tokens.flags[token].contains(.glued), !tokens.flags[token - 1].contains(.glued),
          isPatronymicEnd(tokens.types[token], names),
          isName(tokens.types[token - 1], names) || isUnlisted(tokens.types[token - 1]),
          isName(tokens.types[token - 2], names)
        else { continue }
        let range = TokenSpan(start: token - 1, end: token + 1)
        let surface =
          words.types.surface(words.scripts.titlecased(tokens.types[token - 1]))
          + words.types.surface(tokens.types[token])
        let type = Array(surface).withUnsafeBufferPointer { words.types.intern($0) }
        joins.append(TokenTable.Join(tokens: range, type: type))
      }
    }
  }

  private func isPatronymicEnd(_ type: WordTypeID, _ names: CaselessNames) -> Bool {
    let norm = words.types.normBytes(type)
    guard names.detached.contains(where: { norm.starts(with: $0) }) else { return false }
    return words.types.readings(type).contains { reading in
      names.detached.contains { words.types.norms[reading.base].elementsEqual($0) }
        && reading.features.isSubset(of: words.inflectionalFeatures)
        && reading.features.isDisjoint(with: words.keptFeatures)
    }
  }

  /// Whether no lexicon has a word in any form.
  private func isUnlisted(_ type: WordTypeID) -> Bool {
    words.types.shape(type).contains(.letters)
      && !words.matcher.isListed(type, inflected: true)
  }

  private func isName(_ type: WordTypeID, _ names: CaselessNames) -> Bool {
    words.matcher.rows(ofBase: Array(words.types.normBytes(type))).contains {
      let lexicon = words.matcher.lexicon($0).name
      return names.peopleLexicons.contains(lexicon) && !names.lastLexicons.contains(lexicon)
    }
  }
}
