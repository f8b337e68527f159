import TextModel

// Initials in writing without capitals.
extension ConversionPass {
  /// The most initials before a name.
  private static let mostInitials = 3
  /// The fewest letters of a name that no lexicon has.
  private static let shortestUnlisted = 4

  /// Whether a letter without capitals and its full stop are an initial of the name behind them,
  /// before other initials or right before the name: «ن.ب.ەرمەكباەۆ».
  func isInitial(_ token: Int, _ document: Document) -> Bool {
    let tokens = document.tokens
    guard isLetterWithStop(token, document) else { return false }
    // Letters are initials as a whole or not at all.
    let most = 2 * Self.mostInitials
    var (first, name) = (token, token + 2)
    while name - first <= most, isLetterWithStop(first - 2, document) { first -= 2 }
    while name - first <= most, isLetterWithStop(name, document) { name += 2 }
    guard name < tokens.count, name - first <= most,
      words.types.shape(tokens.types[name]).contains(.letters)
    else { return false }
    // The year before its abbreviation.
    if first > 0, words.types.shape(tokens.types[first - 1]).contains(.digits) { return false }
    // «ж. б.» and the like are abbreviations, whatever stands behind them.
    let isAbbreviation = isOneSegment(
      surface(of: TokenSpan(start: first, end: name), tokens))
    if isAbbreviation, name - first > 2 { return false }
    if words.scripts.isPersonsName(tokens.types[name]) { return true }
    // Behind an abbreviation there is a space.
    return (!isAbbreviation || tokens.flags[name].contains(.glued)) && mayBeName(tokens.types[name])
  }

  /// Whether a token is a letter, or two that stand for one, and the next its full stop.
  private func isLetterWithStop(_ token: Int, _ document: Document) -> Bool {
    let tokens = document.tokens
    guard token >= 0, token + 2 < tokens.count else { return false }
    let span = tokens.span(of: token)
    return tokens.flags[token + 1].contains(.glued)
      && LetterScript.wordClass(of: document.source[span.start..<span.end]) == .foreign(.arabic)
      && (isLetter(tokens.types[token]) || isDigraph(tokens.types[token]))
      && words.types.surface(tokens.types[token + 1]).elementsEqual([UInt8(ascii: ".")])
  }

  /// Whether two letters are the initial of a name that begins with both: «دج. كىنادجى».
  private func isDigraph(_ type: WordTypeID) -> Bool {
    words.types.surface(type).scalarCount == 2
      && isOneSegment(
        words.types.surface(words.scripts.titlecased(type)) + [UInt8(ascii: ".")])
  }

  /// Whether a word is a form of no common word.
  private func mayBeName(_ type: WordTypeID) -> Bool {
    words.types.normBytes(type).scalarCount >= Self.shortestUnlisted
      && words.types.readings(type).allSatisfy {
        !words.isCommonWord(Array(words.types.norms[$0.base]))
      }
  }
}
