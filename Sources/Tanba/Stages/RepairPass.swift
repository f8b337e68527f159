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
    for token in range where token != omitted { surface += self.surface(token, tokens) }
    let type = surface.withUnsafeBufferPointer { words.types.intern($0) }
    joins.append(
      TokenTable.Join(tokens: TokenSpan(start: range.lowerBound, end: range.upperBound), type: type)
    )
  }

  func shape(_ token: Int, _ tokens: TokenTable) -> Shape {
    words.types.shape(tokens.types[token])
  }

  /// A token as it is joined to others: with the plain hyphen for all hyphens.
  func surface(_ token: Int, _ tokens: TokenTable) -> [UInt8] {
    if isHyphen(token, tokens) { return [UInt8(ascii: "-")] }
    return Array(words.types.surface(tokens.types[token]))
  }

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
      } else if Self.mayBeSplit(before, own) {
        steps.insert(.splits)
      }
      before = own
    }
    return steps
  }

  /// Whether two words with a space between them may be one.
  private static func mayBeSplit(_ head: WordMarks, _ tail: WordMarks) -> Bool {
    tail.contains(.splitTail) || tail.contains(.listedTail) && head.contains(.listedHead)
      || tail.contains(.lower) && head.contains(.noWord)
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

  /// `25` `-` `и`, `АКШ` `-` `тын`: a suffix behind a number or capitals, without the letters that a
  /// keyboard lacks.
  private mutating func joinTypedSuffix(at token: Int, _ end: Int, _ tokens: TokenTable) -> Bool {
    guard token + 2 < end, !shape(token, tokens).isDisjoint(with: [.digits, .upper]),
      isHyphen(token + 1, tokens),
      tokens.flags[token + 1].contains(.glued), tokens.flags[token + 2].contains(.glued),
      shape(token + 2, tokens).contains(.lower),
      !shape(token + 2, tokens).contains(.abbreviation), !isCounted(surface(token + 2, tokens)),
      let suffix = words.restoredSuffix(tokens.types[token + 2]),
      shape(token, tokens).contains(.digits) || suffix.scalarCount > 2
    else { return false }
    let form = surface(token, tokens) + surface(token + 1, tokens) + suffix
    let type = form.withUnsafeBufferPointer { words.types.intern($0) }
    joins.append(
      TokenTable.Join(tokens: TokenSpan(start: token, end: token + 3), type: type))
    return true
  }

  /// «1-тамыз»: what looks like suffixes may be a word that is counted itself, as a month is.
  private func isCounted(_ letters: [UInt8]) -> Bool {
    letters.scalarCount > 4
      && words.matcher.rows(ofBase: words.describer.fold(letters)).contains {
        words.matcher.lexicon($0).column("number") != nil
      }
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
      shape(suffix, tokens).contains(.lower)
        || isNumber && hasHyphen && shape(suffix, tokens).contains(.upper),
      !shape(suffix, tokens).contains(.abbreviation)
    else { return 1 }
    let letters = surface(suffix, tokens)
    // One letter glued to digits is a unit or a paragraph more often than a suffix.
    if !hasHyphen, letters.scalarCount < 2 { return 1 }
    guard words.describer.isSuffixChain(letters) else { return 1 }
    if isNumber, hasHyphen, isCounted(letters) { return 1 }
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
      let (head, tail) = (tokens.types[token], tokens.types[token + 1])
      guard
        tokens.flags[token + 1].contains(.glued)
          || Self.mayBeSplit(words.marks[Int(head)], words.marks[Int(tail)])
      else {
        token += 1
        continue
      }
      let length = splitLength(at: token, sentence, tokens)
      if length == 2 { join(token..<token + 2, tokens) }
      if length == 3 { join(token..<token + 3, tokens, without: token + 1) }
      token += max(length, 1)
    }
  }

  private func splitLength(at token: Int, _ sentence: TokenSpan, _ tokens: TokenTable) -> Int {
    let (start, end) = (sentence.start, sentence.end)
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
    // Without capitals nothing tells a name from a word beside it.
    if shape(token, tokens).contains(.capital), isCaseless(token + 1, tokens) {
      return isListedSplit(token, tokens) && isSplitWord(parts(token, tokens)) ? 2 : 1
    }
    return isSplit(token, tokens) || isSplitName(token, start, tokens) ? 2 : 1
  }

  private func isSplit(_ token: Int, _ tokens: TokenTable) -> Bool {
    let (head, tail) = (tokens.types[token], tokens.types[token + 1])
    let tailStanding = words.standing(tail)
    let isFragment =
      words.marks[Int(head)].contains(.noWord)
      || tailStanding.contains(.fragmentTail) && !tailStanding.contains(.inflected)
    let isListed = isListedSplit(token, tokens)
    // A tail that is a word of its own is left alone behind another; rules may join it where the
    // context is sure.
    guard
      isFragment || isListed || !tailStanding.contains(.inflected)
        || tailStanding.contains(.splitEnding) && !tailStanding.contains(.listed)
    else { return false }
    return words.isSplit(head, tail) {
      let parts = parts(token, tokens)
      return isListed && isSplitWord(parts) || isSplit(parts)
    }
  }

  /// Whether two neighbours may be the parts of a word that is often split.
  private func isListedSplit(_ token: Int, _ tokens: TokenTable) -> Bool {
    words.standing(tokens.types[token]).contains(.splitHead)
      && words.standing(tokens.types[token + 1]).contains(.splitTail)
  }

  private func parts(_ token: Int, _ tokens: TokenTable) -> SplitParts {
    let head = shape(token, tokens)
    return SplitParts(
      head: surface(token, tokens), tail: surface(token + 1, tokens),
      headStanding: words.standing(tokens.types[token]),
      tailStanding: words.standing(tokens.types[token + 1]),
      headIsCapital: head.contains(.capital) && !head.contains(.upper))
  }

  private func isCaseless(_ token: Int, _ tokens: TokenTable) -> Bool {
    let span = tokens.span(of: token)
    return LetterScript.wordClass(of: source[span.start..<span.end]) == .foreign(.arabic)
  }

  /// «Гегард Мус аси»: an unknown name behind another name, and a few letters that are no word.
  private func isSplitName(_ token: Int, _ start: Int, _ tokens: TokenTable) -> Bool {
    let (head, tail) = (tokens.types[token], tokens.types[token + 1])
    guard token > start, words.marks[Int(head)].contains(.noWord),
      shape(token, tokens).contains(.capital), !words.standing(tail).contains(.inflected),
      shape(token - 1, tokens).contains(.capital), shape(token, tokens).isDisjoint(with: .upper)
    else { return false }
    // It may have been typed for a word, or go on in the next line.
    guard words.restored(tail) == tail, !isGluedToHyphen(token + 2, tokens) else { return false }
    return (2...SplitWords.longestRest).contains(surface(token + 1, tokens).scalarCount)
  }

  private func isGluedToHyphen(_ token: Int, _ tokens: TokenTable) -> Bool {
    token < tokens.count && tokens.flags[token].contains(.glued) && isHyphen(token, tokens)
  }

  /// Two neighbours that may be one word.
  private struct SplitParts {
    let head: [UInt8]
    let tail: [UInt8]
    let headStanding: WordStanding
    let tailStanding: WordStanding
    let headIsCapital: Bool
    var whole: [UInt8] { head + tail }
  }

  /// Whether two parts, words or not, are a form of a word that is often split.
  private func isSplitWord(_ parts: SplitParts) -> Bool {
    let isWhole = words.splitWords.words.contains(words.describer.fold(parts.head))
    // «күн да»: a short ending is a particle more often.
    if isWhole,
      !parts.tailStanding.contains(.splitEnding) || parts.tailStanding.contains(.particle)
        || parts.tail.scalarCount < 3
    {
      return false
    }
    return words.describer.describe(parts.whole).readings.contains {
      words.splitWords.words.contains($0.base)
    }
  }

  private func isSplit(_ parts: SplitParts) -> Bool {
    guard parts.tail.scalarCount >= 2 else { return false }
    let headIsWord = parts.headStanding.contains(.inflected)
    if headIsWord, parts.tailStanding.contains(.splitEnding),
      words.describer.isSuffixChain(parts.tail, after: parts.head)
    {
      return !parts.tailStanding.contains(.listed) && isForm(parts.whole, beyond: 0)
    }
    let tailIsWord = parts.tailStanding.contains(.inflected)
    // «Гол дсон», «Тәжб еновтің»: whatever the name may be.
    if parts.headIsCapital, !tailIsWord,
      parts.tailStanding.contains(.fragmentTail)
        || parts.headStanding.contains(.fragmentHead) && !headIsWord
    {
      return true
    }
    // «жылд ың», «Асқ ар»: one is no word, and together they are. Particles stand behind any word.
    if !headIsWord {
      if parts.tailStanding.contains([.listed, .splitEnding])
        || parts.tailStanding.contains(.particle)
      {
        return false
      }
      let isPlain = parts.tailStanding.contains(.listed)
      return isForm(
        parts.whole, beyond: isPlain ? parts.head.count : 0,
        of: !parts.headIsCapital
          ? .commonWords : parts.tail.scalarCount < 4 ? .any : .wordsAndNames)
    }
    if tailIsWord { return false }
    if parts.tailStanding.contains(.fragmentTail) { return isForm(parts.whole, beyond: 0) }
    // «Қазақ стан», «Бер лин»: the tail is no word, and the whole more than the head with suffixes.
    // Behind a short word stands a word that no lexicon has more often than the rest of one.
    let isShort = parts.head.scalarCount < 4
    if isShort, parts.headIsCapital, parts.tail.scalarCount < 3,
      words.isCommonWord(words.describer.fold(parts.head))
    {
      return false
    }
    return isForm(
      parts.whole, beyond: parts.head.count + (isShort ? 2 : 0),
      of: parts.headIsCapital ? .wordsAndNames : .commonWords)
  }

  private func isListed(_ token: Int, _ tokens: TokenTable) -> Bool {
    words.matcher.isListed(tokens.types[token], inflected: true)
  }

  /// What a form may be one of.
  private enum Listing {
    case any
    /// Words, and names but those of small places: these are made of words that stand side by side.
    case wordsAndNames
    case commonWords
  }

  /// Whether a form that is no token yet is an inflected form of a listed word of more than some
  /// bytes.
  private func isForm(_ surface: [UInt8], beyond length: Int, of listing: Listing = .any) -> Bool {
    words.describer.describe(surface).readings.contains {
      guard $0.base.count > length, words.describer.isInflection($0.features) else { return false }
      switch listing {
      case .any: return words.matcher.isListed(base: $0.base)
      case .wordsAndNames: return words.isCommonWord($0.base) || words.isName($0.base)
      case .commonWords: return words.isCommonWord($0.base)
      }
    }
  }

  /// Whether a form that is no token yet is a form of a listed word.
  func isListed(_ surface: [UInt8]) -> Bool {
    words.describer.describe(surface).readings.contains {
      words.matcher.isListed(base: $0.base)
    }
  }
}
