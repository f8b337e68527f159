import TextModel

// What stands among the letters and digits of a word and is none of them.
extension RepairPass {
  // MARK: Letters for digits

  /// `2` `O` `19`: letters that stand for digits among digits.
  ///
  /// Two digits at least, or one and a word in small letters behind it.
  mutating func joinDigits(in sentence: TokenSpan, _ tokens: TokenTable) {
    guard let transliterator = words.digits else { return }
    var token = sentence.start
    while token + 1 < sentence.end {
      let end = runEnd(from: token, sentence.end, tokens)
      defer { token = max(end, token + 1) }
      guard end - token > 1 else { continue }
      let run = (token..<end).flatMap { surface($0, tokens) }
      let digits = transliterator.transliterate(run)
      guard digits != run, digits.allSatisfy({ (0x30...0x39).contains($0) }),
        run.count(where: { (0x30...0x39).contains($0) }) >= 2
          || digits.count == 2 && digits[0] != 0x30 && isLowerWord(end, sentence.end, tokens)
      else { continue }
      let type = digits.withUnsafeBufferPointer { words.types.intern($0) }
      joins.append(TokenTable.Join(tokens: TokenSpan(start: token, end: end), type: type))
    }
  }

  /// The end of a run of glued digits and capitals; the run itself is not glued to letters.
  private func runEnd(from start: Int, _ end: Int, _ tokens: TokenTable) -> Int {
    guard tokens.flags[start + 1].contains(.glued), isDigitLike(start, tokens),
      !tokens.flags[start].contains(.glued)
        || words.types.shape(tokens.types[max(start - 1, 0)]).contains(.punctuation)
    else { return start + 1 }
    var next = start + 1
    var hasDigits = shape(start, tokens).contains(.digits)
    while next < end, tokens.flags[next].contains(.glued), isDigitLike(next, tokens) {
      hasDigits = hasDigits || shape(next, tokens).contains(.digits)
      next += 1
    }
    // Letters that go on are a word or a code.
    let goesOn =
      next < end && tokens.flags[next].contains(.glued)
      && !shape(next, tokens).isDisjoint(with: [.letters, .digits])
      && !shape(next, tokens).contains(.lower)
    return hasDigits && !goesOn ? next : start + 1
  }

  private func isDigitLike(_ token: Int, _ tokens: TokenTable) -> Bool {
    words.marks[Int(tokens.types[token])].contains(.digitLike)
  }

  private func isLowerWord(_ token: Int, _ end: Int, _ tokens: TokenTable) -> Bool {
    token < end && shape(token, tokens).contains(.lower)
      && !tokens.flags[token].contains(.glued)
  }

  // MARK: Footnote marks

  /// `жылы` `[` `1` `]`, `қаз` `¹` `анда`: the mark of a footnote behind a word, a number or a stop,
  /// or within a word.
  mutating func dropFootnotes(in sentence: TokenSpan, _ tokens: TokenTable) {
    var token = sentence.start
    while token + 1 < sentence.end {
      defer { token += 1 }
      guard tokens.flags[token + 1].contains(.glued) else { continue }
      let mark = markLength(at: token + 1, sentence.end, tokens)
      guard mark > 0, mayBearMark(token, isRaised: mark < 3, tokens) else { continue }
      let next = token + 1 + mark
      let head = surface(token, tokens)
      if next < sentence.end, tokens.flags[next].contains(.glued),
        shape(next, tokens).contains(.lower)
      {
        let tail = surface(next, tokens)
        guard isListed(head + tail) || words.describer.isSuffixChain(tail, after: head) else {
          continue
        }
        let type = (head + tail).withUnsafeBufferPointer { words.types.intern($0) }
        joins.append(TokenTable.Join(tokens: TokenSpan(start: token, end: next + 1), type: type))
        token = next
      } else {
        joins.append(
          TokenTable.Join(
            tokens: TokenSpan(start: token, end: next), type: tokens.types[token], lastRow: token))
        token = next - 1
      }
    }
  }

  /// Whether a mark may stand behind a token: raised digits behind a short word, a number or
  /// capitals are exponents.
  private func mayBearMark(_ token: Int, isRaised: Bool, _ tokens: TokenTable) -> Bool {
    let shape = shape(token, tokens)
    if shape.contains(.letters), shape.isDisjoint(with: [.initial, .latin]) {
      return isRaised
        ? !shape.contains(.upper) && surface(token, tokens).scalarCount > 2
        : shape.contains(.abbreviation) || surface(token, tokens).scalarCount > 2
    }
    return !isRaised && (shape.contains(.digits) || Self.stops.contains(surface(token, tokens)))
  }

  private static let stops = Set(
    [".", ",", "!", "?", "»", "”", "“", "…", ";", ":"].map { Array($0.utf8) })

  /// The tokens of `[12]` or of raised digits.
  private func markLength(at token: Int, _ end: Int, _ tokens: TokenTable) -> Int {
    if isRaised(token, tokens) {
      var next = token + 1
      while next < end, tokens.flags[next].contains(.glued), isRaised(next, tokens) { next += 1 }
      return next - token
    }
    guard token + 2 < end, surface(token, tokens) == [UInt8(ascii: "[")],
      surface(token + 2, tokens) == [UInt8(ascii: "]")], shape(token + 1, tokens).contains(.digits),
      tokens.flags[token + 1].contains(.glued), tokens.flags[token + 2].contains(.glued),
      words.types.surface(tokens.types[token + 1]).count <= 3
    else { return 0 }
    return 3
  }

  private func isRaised(_ token: Int, _ tokens: TokenTable) -> Bool {
    words.marks[Int(tokens.types[token])].contains(.footnote)
      && surface(token, tokens) != [UInt8(ascii: "[")]
  }
}
