import ICUText
import TextModel

/// Gives tokens the word types of another alphabet's spelling, and joins what that alphabet and the
/// break rules for the rules' own cut apart.
struct ConversionPass {
  let words: WorkerWords
  var joins: [TokenTable.Join] = []
  private(set) var converted: [TokenSpan] = []
  private var endsOpen: [Int] = []
  private var endsWithInitial: [Int] = []

  init(words: WorkerWords) { self.words = words }

  /// Converts the words of a sentence.
  ///
  /// - Returns: the number of words that belong to the alphabet.
  mutating func convert(
    _ sentence: TokenSpan, from system: Int, _ tokens: inout TokenTable
  ) -> Int {
    let script = words.scripts.systems.all[system].script
    let isCaseless = words.scripts.systems.all[system].isCaseless
    var count = 0
    var changes: [ForeignNames.Change] = []
    var token = sentence.start
    var addressEnd = token
    while token < sentence.end {
      defer { token += 1 }
      let type = tokens.types[token]
      if script == .latin, token >= addressEnd,
        let end = words.scripts.addressEnd(at: token, in: sentence, tokens, system)
      {
        addressEnd = end
      }
      if token < addressEnd { continue }
      guard words.scripts.wordClass(of: type) == .foreign(script) else {
        // The comma and the question mark of right-to-left writing.
        if isCaseless, words.types.shape(type).contains(.punctuation) {
          tokens.setType(of: token, to: words.scripts.sign(type, from: system))
        }
        continue
      }
      if let marked = words.scripts.marked(token, sentence.end, tokens, in: system) {
        joins.append(
          TokenTable.Join(
            tokens: TokenSpan(start: token, end: token + 2),
            type: words.scripts.converted(marked, from: system).type))
        // It is no foreign word, though its own type stays until the join.
        changes.append(ForeignNames.Change(token: token, type: type, isListed: true))
        token += 1
        continue
      }
      if isCaseless, let letters = spelledOut(at: token, sentence.end, tokens, from: system) {
        joins.append(letters)
        changes.append(ForeignNames.Change(token: token, type: type, isListed: true))
        token = letters.tokens.end - 1
        continue
      }
      if words.scripts.isSign(token, sentence.end, tokens) { continue }
      let converted = words.scripts.converted(type, from: system)
      if converted.isForeign {
        tokens.setType(of: token, to: converted.type)
      } else if converted.type != type {
        changes.append(
          ForeignNames.Change(
            token: token, type: converted.type,
            isListed: converted.isListed || words.scripts.trial(of: type, in: system).isTelling))
      }
    }
    if script == .latin, !changes.isEmpty {
      words.describeNewTypes()
      ForeignNames(words: words).settle(&changes, in: sentence, tokens)
    }
    for change in changes { tokens.setType(of: change.token, to: change.type) }
    count += changes.count
    converted.append(sentence)
    return count
  }

  /// Joins abbreviations to their full stops, which the break rules know in one alphabet only.
  mutating func joinAbbreviations(in document: Document) {
    let tokens = document.tokens
    for sentence in converted {
      var token = sentence.start
      while token < sentence.end {
        if isInitial(token, document) {
          let surface = surface(
            of: TokenSpan(start: token, end: token + 2), tokens, isTitle: true)
          let type = surface.withUnsafeBufferPointer { words.types.intern($0) }
          joins.append(
            TokenTable.Join(tokens: TokenSpan(start: token, end: token + 2), type: type))
          if token + 2 == sentence.end { endsWithInitial.append(token) }
          token += 2
          continue
        }
        let length = abbreviationLength(at: token, sentence.end, tokens)
        if length > 1 {
          let range = TokenSpan(start: token, end: token + length)
          let surface = surface(of: range, tokens)
          let type = surface.withUnsafeBufferPointer { words.types.intern($0) }
          joins.append(TokenTable.Join(tokens: range, type: type))
          if range.end == sentence.end {
            // An initial of two letters or with a mark: «Iý. Iakýbovskıı».
            if length == 2, isCapitalLetter(tokens.types[token]) {
              endsWithInitial.append(token)
            } else {
              endsOpen.append(token)
            }
          }
        }
        token += length
      }
    }
    joins.sort { $0.tokens.start < $1.tokens.start }
  }

  /// How many tokens one abbreviation with its full stops takes: «ж» «.», «б» «.» «з» «.».
  private func abbreviationLength(at token: Int, _ end: Int, _ tokens: TokenTable) -> Int {
    var length = 1
    var next = token + 1
    while next < end, next - token < 8 {
      // «б. з. б.» has spaces behind its stops.
      let isGlued = tokens.flags[next].contains(.glued)
      guard isGlued || isStop(tokens.types[next - 1]) && isLetter(tokens.types[next]) else { break }
      next += 1
      let surface = surface(of: TokenSpan(start: token, end: next), tokens)
      guard surface.count <= 24 else { break }
      if surface.last == UInt8(ascii: "."), isOneSegment(surface) { length = next - token }
    }
    return length
  }

  func surface(
    of range: TokenSpan, _ tokens: TokenTable, isTitle: Bool = false
  ) -> [UInt8] {
    (range.start..<range.end).flatMap {
      let type = isTitle ? words.scripts.titlecased(tokens.types[$0]) : tokens.types[$0]
      let isApart = $0 > range.start && !tokens.flags[$0].contains(.glued)
      return (isApart ? [UInt8(ascii: " ")] : []) + words.types.surface(type)
    }
  }

  /// Whether a token is a full stop or ends in one.
  private func isStop(_ type: WordTypeID) -> Bool {
    words.types.surface(type).last == UInt8(ascii: ".")
  }

  private func isCapitalLetter(_ type: WordTypeID) -> Bool {
    isLetter(type) && !words.types.shape(type).isDisjoint(with: [.capital, .upper])
  }

  func isLetter(_ type: WordTypeID) -> Bool {
    let surface = words.types.surface(type)
    return surface.scalarCount == 1 && words.types.shape(type).contains(.letters)
  }

  func isOneSegment(_ surface: [UInt8]) -> Bool {
    var boundaries: [Boundary] = []
    let isCut: Void? = try? surface.withUnsafeBufferPointer {
      try words.words.boundaries(of: $0, into: &boundaries)
    }
    return isCut != nil && boundaries.count == 1
  }

  /// Carries out the joins; a sentence that only an abbreviation ended goes on.
  mutating func applyJoins(to document: inout Document) {
    guard !joins.isEmpty else { return }
    let newRows = document.tokens.join(joins)
    words.describeNewTypes()
    let open = Set(endsOpen.map { newRows[$0] })
    let initials = Set(endsWithInitial.map { newRows[$0] })
    var sentences: [TokenSpan] = []
    for old in document.sentences {
      let sentence = TokenSpan(start: newRows[old.start], end: newRows[old.end])
      if let last = sentences.last,
        initials.contains(last.end - 1)
          || open.contains(last.end - 1) && goesOn(document.tokens.types[sentence.start])
      {
        sentences[sentences.count - 1].end = sentence.end
      } else {
        sentences.append(sentence)
      }
    }
    document.sentences = sentences
    converted = converted.map { TokenSpan(start: newRows[$0.start], end: newRows[$0.end]) }
    joins.removeAll()
  }

  /// Whether a word may stand behind an abbreviation within a sentence.
  private func goesOn(_ type: WordTypeID) -> Bool {
    !words.types.shape(type).isDisjoint(with: [.digits, .lower, .suffixedNumber])
  }
}
