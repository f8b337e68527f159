import RuleEngine
import TextModel

/// What digitisation splits, as a rule set lists it: endings that may stand apart from their word,
/// and words that are joined even where both parts are words too.
struct SplitWords: Sendable {
  private(set) var endings: Set<[UInt8]> = []
  private(set) var words: Set<[UInt8]> = []
  private var heads: Set<[UInt8]> = []
  private var tails: Set<[UInt8]> = []

  /// The fewest letters of either part.
  private static let shortestPart = 2

  /// Adds the folded forms of a table of endings.
  ///
  /// - Throws: every finding in the table.
  mutating func addEndings(from file: SourceFile) throws(DiagnosticList) {
    endings.formUnion(
      try Lexicon(name: "split-endings", file: file).rows.map { Array($0.form.utf8) })
  }

  /// Adds the folded words of a table of words.
  ///
  /// - Throws: every finding in the table.
  mutating func addWords(from file: SourceFile) throws(DiagnosticList) {
    for row in try Lexicon(name: "split-words", file: file).rows {
      let word = Array(row.form.utf8)
      words.insert(word)
      heads.insert(word)
      let cuts = Self.letterStarts(word)
      guard cuts.count >= 2 * Self.shortestPart else { continue }
      for cut in cuts[Self.shortestPart...(cuts.count - Self.shortestPart)] {
        heads.insert(Array(word[..<cut]))
        tails.insert(Array(word[cut...]))
      }
    }
  }

  /// What the tables know of a folded form.
  ///
  /// - Complexity: O(square of the length of the form).
  func standing(of form: [UInt8]) -> WordStanding {
    var standing: WordStanding = []
    if endings.contains(form) { standing.insert([.splitEnding, .splitTail]) }
    if heads.contains(form) { standing.insert(.splitHead) }
    let ends = Self.letterStarts(form).dropFirst(Self.shortestPart) + [form.count]
    if ends.contains(where: { tails.contains(Array(form[..<$0])) }) { standing.insert(.splitTail) }
    return standing
  }

  private static func letterStarts(_ form: [UInt8]) -> [Int] {
    form.indices.filter { form[$0] & 0xC0 != 0x80 }
  }
}
