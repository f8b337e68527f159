import TextModel

/// The lines of a text that was broken at a width, as mail, print and scans are: a sentence goes on
/// behind such a break, whatever the next line begins with.
///
/// The break rules end a sentence at a line break before a capital, since elsewhere lines are titles,
/// items of lists, verses. A text is taken for a broken one where many lines go on in small letters,
/// beside those that end without a mark; of these, what is as full as the others goes on then.
struct WrappedLines {
  private let document: Document
  private let words: WorkerWords

  /// The fewest lines that go on in small letters.
  private static let fewest = 3

  init(_ document: Document, _ words: WorkerWords) {
    self.document = document
    self.words = words
  }

  /// A line that ends within a paragraph.
  private struct Line {
    /// The bytes of the line with the first word of the next.
    var length: Int
    /// The sentence that begins with the next line; nil where the break rules go on.
    var sentence: Int?
  }

  /// The sentences, those joined that only the end of a full line parts.
  ///
  /// - Complexity: O(tokens + blank bytes), and O(n log n) in lines.
  func sentences() -> [TokenSpan] {
    let sentences = document.sentences
    let lines = lines()
    let full = lines.filter { $0.sentence == nil }.map(\.length).sorted()
    let open = lines.filter { $0.sentence != nil }
    guard full.count >= Self.fewest, full.count * 2 > open.count else { return sentences }
    let usual = full[full.count / 2]
    var joined: [TokenSpan] = []
    var next = 0
    for (number, sentence) in sentences.enumerated() {
      while next < open.count, open[next].sentence! < number { next += 1 }
      let goesOn =
        next < open.count && open[next].sentence == number && open[next].length * 4 >= usual * 3
      if goesOn, let last = joined.popLast() {
        joined.append(TokenSpan(start: last.start, end: sentence.end))
      } else {
        joined.append(sentence)
      }
    }
    return joined
  }

  /// The lines that go on, and those that end without a mark, in order.
  private func lines() -> [Line] {
    let tokens = document.tokens
    var lines: [Line] = []
    var sentence = 0
    var start = 0
    for token in 0..<tokens.count where tokens.flags[token].contains(.afterLineBreak) {
      defer { start = token }
      while sentence < document.sentences.count, document.sentences[sentence].start < token {
        sentence += 1
      }
      guard token > 0 else { continue }
      let gap = Int(tokens.ends[token - 1])..<Int(tokens.starts[token])
      guard document.source[gap].count(where: { $0 == 0x0A }) == 1 else { continue }
      let begins =
        sentence < document.sentences.count && document.sentences[sentence].start == token
      if begins, !isOpen(token - 1) { continue }
      lines.append(
        Line(
          length: Int(tokens.ends[token]) - Int(tokens.starts[start]),
          sentence: begins ? sentence : nil))
    }
    return lines
  }

  /// Whether a sentence can't end with a token: a word, a number, an initial, a comma.
  private func isOpen(_ token: Int) -> Bool {
    let type = document.tokens.types[token]
    let shape = words.types.shape(type)
    return shape.contains(.initial)
      || !shape.isDisjoint(with: [.letters, .digits]) && !shape.contains(.abbreviation)
      || words.types.surface(type).elementsEqual([UInt8(ascii: ",")])
  }
}
