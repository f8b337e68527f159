import TextModel

/// Looks for joins in one sentence after the other.
struct RepairPass {
  let words: WorkerWords
  let source: [UInt8]
  var joins: [TokenTable.Join] = []

  /// The joins found so far, to be carried out before the next are looked for.
  mutating func takeJoins() -> [TokenTable.Join] {
    defer { joins.removeAll(keepingCapacity: true) }
    return joins
  }

  mutating func join(_ range: Range<Int>, _ tokens: TokenTable, without omitted: Int? = nil) {
    var surface: [UInt8] = []
    for token in range where token != omitted {
      surface += words.types.surface(tokens.types[token])
    }
    let type = surface.withUnsafeBufferPointer { words.types.intern($0) }
    joins.append(
      TokenTable.Join(tokens: TokenSpan(start: range.lowerBound, end: range.upperBound), type: type)
    )
  }

  func shape(_ token: Int, _ tokens: TokenTable) -> Shape {
    words.types.shape(tokens.types[token])
  }

  func surface(_ token: Int, _ tokens: TokenTable) -> [UInt8] {
    Array(words.types.surface(tokens.types[token]))
  }

  static func scalarCount(_ text: [UInt8]) -> Int { text.count { $0 & 0xC0 != 0x80 } }

  private func isHyphen(_ token: Int, _ tokens: TokenTable) -> Bool {
    words.marks[Int(tokens.types[token])].contains(.hyphen)
  }

  /// The steps, in the order in which they are taken.
  struct Steps: OptionSet {
    let rawValue: UInt8
    static let digits = Steps(rawValue: 1)
    static let footnotes = Steps(rawValue: 2)
    static let suffixes = Steps(rawValue: 4)
    static let splits = Steps(rawValue: 8)
    static let all: Steps = [.digits, .footnotes, .suffixes, .splits]
  }

  /// The steps that may find something in a sentence as it stands.
  func steps(for sentence: TokenSpan, _ tokens: TokenTable) -> Steps {
    var steps: Steps = []
    var before: WordMarks = []
    for token in sentence.start..<sentence.end {
      let own = words.marks[Int(tokens.types[token])]
      if tokens.flags[token].contains(.glued) {
        if own.contains(.footnote) { steps.insert(.footnotes) }
        if own.contains(.hyphen) { steps.formUnion([.suffixes, .splits]) }
        if own.contains(.digitLike), before.contains(.digitLike) { steps.insert(.digits) }
        if own.contains(.lower), before.contains(.digits) { steps.insert(.suffixes) }
      } else if own.contains(.splitTail)
        || own.contains(.listedTail) && before.contains(.listedHead)
      {
        steps.insert(.splits)
      }
      before = own
    }
    return steps
  }

  // MARK: Suffixes

  /// `47` `ші`, `47` `-` `ші`, `NATO` `-` `ға`: a chain of suffixes glued to a number, or hyphened
  /// to a name.
  mutating func joinSuffixes(in sentence: TokenSpan, _ tokens: TokenTable) {
    var token = sentence.start
    while token + 1 < sentence.end {
      let length = suffixedLength(at: token, sentence.end, tokens)
      if length > 1 { join(token..<token + length, tokens) }
      if length == 1, joinTypedSuffix(at: token, sentence.end, tokens) { token += 2 }
      token += max(length, 1)
    }
  }

  /// `25` `-` `и`: a suffix behind a number, without the letters that a keyboard lacks.
  private mutating func joinTypedSuffix(at token: Int, _ end: Int, _ tokens: TokenTable) -> Bool {
    guard token + 2 < end, shape(token, tokens).contains(.digits), isHyphen(token + 1, tokens),
      tokens.flags[token + 1].contains(.glued), tokens.flags[token + 2].contains(.glued),
      shape(token + 2, tokens).contains(.lower),
      !shape(token + 2, tokens).contains(.abbreviation),
      let suffix = words.restoredSuffix(tokens.types[token + 2])
    else { return false }
    let form = surface(token, tokens) + surface(token + 1, tokens) + suffix
    let type = form.withUnsafeBufferPointer { words.types.intern($0) }
    joins.append(
      TokenTable.Join(tokens: TokenSpan(start: token, end: token + 3), type: type))
    return true
  }

  private func suffixedLength(at token: Int, _ end: Int, _ tokens: TokenTable) -> Int {
    guard tokens.flags[token + 1].contains(.glued),
      !words.marks[Int(tokens.types[token + 1])].isDisjoint(with: [.hyphen, .lower])
    else { return 1 }
    let stem = shape(token, tokens)
    let isNumber = stem.contains(.digits)
    guard isNumber || !stem.isDisjoint(with: [.upper, .capital, .latin, .roman]),
      !stem.contains(.initial), tokens.flags[token + 1].contains(.glued)
    else { return 1 }
    let hasHyphen = isHyphen(token + 1, tokens)
    let suffix = token + (hasHyphen ? 2 : 1)
    guard hasHyphen || isNumber, suffix < end, tokens.flags[suffix].contains(.glued),
      shape(suffix, tokens).contains(.lower), !shape(suffix, tokens).contains(.abbreviation)
    else { return 1 }
    let letters = surface(suffix, tokens)
    // One letter glued to digits is a unit or a paragraph more often than a suffix.
    if !hasHyphen, Self.scalarCount(letters) < 2 { return 1 }
    guard words.describer.isSuffixChain(letters) else { return 1 }
    // «1-тамыз»: what looks like suffixes may be a word that is counted itself, as a month is.
    if isNumber, hasHyphen, Self.scalarCount(letters) > 4,
      words.matcher.rows(ofBase: letters).contains(where: {
        words.matcher.lexicon($0).column("number") != nil
      })
    {
      return 1
    }
    // «Ата-ана»: what follows the hyphen of a common word may be a word itself.
    if !isNumber, !stem.contains(.upper), !stem.contains(.latin),
      words.matcher.isListed(tokens.types[suffix], inflected: false)
    {
      return 1
    }
    return suffix - token + 1
  }

  // MARK: Splits

  /// `жы` `лы`, `Корея` `ның`, `қа` `-` line break `занда`.
  mutating func joinSplits(in sentence: TokenSpan, _ tokens: TokenTable) {
    var token = sentence.start
    while token + 1 < sentence.end {
      let length = splitLength(at: token, sentence.end, tokens)
      if length == 2 { join(token..<token + 2, tokens) }
      if length == 3 { join(token..<token + 3, tokens, without: token + 1) }
      token += max(length, 1)
    }
  }

  private func splitLength(at token: Int, _ end: Int, _ tokens: TokenTable) -> Int {
    let head = shape(token, tokens)
    guard head.contains(.letters), !head.contains(.initial), !head.contains(.abbreviation) else {
      return 1
    }
    if token + 2 < end, isHyphen(token + 1, tokens), tokens.flags[token + 1].contains(.glued),
      tokens.flags[token + 2].contains(.afterLineBreak), shape(token + 2, tokens).contains(.lower)
    {
      let whole = surface(token, tokens) + surface(token + 2, tokens)
      return isListed(whole) || !(isListed(token, tokens) && isListed(token + 2, tokens)) ? 3 : 1
    }
    guard !tokens.flags[token + 1].contains(.glued), shape(token + 1, tokens).contains(.lower),
      !shape(token + 1, tokens).contains(.abbreviation)
    else { return 1 }
    return isSplit(token, tokens) ? 2 : 1
  }

  private func isSplit(_ token: Int, _ tokens: TokenTable) -> Bool {
    let head = words.standing(tokens.types[token])
    let next = words.standing(tokens.types[token + 1])
    let isListed = head.contains(.splitHead) && next.contains(.splitTail)
    // A tail that is a word of its own is left alone; rules may join it where the context is sure.
    if next.contains(.listed), !isListed { return false }
    let headIsWord = head.contains(.inflected)
    if next.contains(.inflected), !(headIsWord && next.contains(.splitEnding)), !isListed {
      return false
    }
    return words.isSplit(tokens.types[token], tokens.types[token + 1]) {
      let (left, right) = (surface(token, tokens), surface(token + 1, tokens))
      return isListed && isSplitWord(left, right, tail: next)
        || !next.contains(.listed)
          && isSplit(
            left, right, headIsWord: headIsWord,
            headIsCapital: shape(token, tokens).contains(.capital), tail: next)
    }
  }

  /// Whether two parts, words or not, are a form of a word that is often split.
  private func isSplitWord(_ head: [UInt8], _ tail: [UInt8], tail standing: WordStanding) -> Bool {
    let isWhole = words.splitWords.words.contains(words.describer.fold(head))
    // «күн да»: a short ending is a particle more often.
    if isWhole, !standing.contains(.splitEnding) || Self.scalarCount(tail) < 3 { return false }
    return words.describer.describe(head + tail).readings.contains {
      words.splitWords.words.contains($0.base)
    }
  }

  private func isSplit(
    _ head: [UInt8], _ tail: [UInt8], headIsWord: Bool, headIsCapital: Bool,
    tail standing: WordStanding
  ) -> Bool {
    guard Self.scalarCount(tail) >= 2 else { return false }
    if headIsWord, standing.contains(.splitEnding),
      words.describer.isSuffixChain(tail, after: head)
    {
      return isForm(head + tail, beyond: 0)
    }
    if standing.contains(.inflected) { return false }
    // «жылд ың»: neither is a word, and together they are.
    if !headIsWord { return isForm(head + tail, beyond: 0) }
    // «Қазақ стан», «Бер лин»: the tail is no word, and the whole more than the head with suffixes.
    // Behind a short word stands a word that no lexicon has more often than the rest of one.
    let isShort = Self.scalarCount(head) < 4
    if isShort, headIsCapital, words.isCommonWord(words.describer.fold(head)) { return false }
    return isForm(head + tail, beyond: head.count + (isShort ? 2 : 0), isCommon: !headIsCapital)
  }

  private func isListed(_ token: Int, _ tokens: TokenTable) -> Bool {
    words.matcher.isListed(tokens.types[token], inflected: true)
  }

  /// Whether a form that is no token yet is an inflected form of a listed word of more than some
  /// bytes.
  private func isForm(_ surface: [UInt8], beyond length: Int, isCommon: Bool = false) -> Bool {
    words.describer.describe(surface).readings.contains {
      $0.base.count > length && words.describer.isInflection($0.features)
        && (isCommon ? words.isCommonWord($0.base) : words.matcher.isListed(base: $0.base))
    }
  }

  /// Whether a form that is no token yet is a form of a listed word.
  func isListed(_ surface: [UInt8]) -> Bool {
    words.describer.describe(surface).readings.contains {
      words.matcher.isListed(base: $0.base)
    }
  }
}
