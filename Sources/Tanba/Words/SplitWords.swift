import RuleEngine
import TextModel

/// What digitisation splits, as a rule set lists it: endings that may stand apart from their word,
/// and words that are joined even where both parts are words too.
struct SplitWords: Sendable {
  private var endings = BytePool()
  private(set) var words: Set<[UInt8]> = []
  private var heads = BytePool()
  private var tails = BytePool()
  private var longestTail = 0

  /// The fewest letters of either part.
  private static let shortestPart = 2

  /// Adds the folded forms of a table of endings.
  ///
  /// - Throws: every finding in the table.
  mutating func addEndings(from file: SourceFile) throws(DiagnosticList) {
    for row in try Lexicon(name: "split-endings", file: file).rows {
      _ = endings.intern(row.form)
    }
  }

  /// Adds the folded words of a table of words.
  ///
  /// - Throws: every finding in the table.
  mutating func addWords(from file: SourceFile) throws(DiagnosticList) {
    for row in try Lexicon(name: "split-words", file: file).rows {
      let word = Array(row.form.utf8)
      words.insert(word)
      _ = heads.intern(word)
      let cuts = Self.letterStarts(word)
      guard cuts.count >= 2 * Self.shortestPart else { continue }
      for cut in cuts[Self.shortestPart...(cuts.count - Self.shortestPart)] {
        _ = heads.intern(Array(word[..<cut]))
        _ = tails.intern(Array(word[cut...]))
        longestTail = max(longestTail, word.count - cut)
      }
    }
  }

  /// What the tables know of a folded form.
  ///
  /// - Complexity: O(length of the form × longest part of a word).
  func standing(of form: [UInt8]) -> WordStanding {
    form.withUnsafeBufferPointer { form in
      var standing: WordStanding = []
      if endings.find(form) != nil { standing.insert([.splitEnding, .splitTail]) }
      if heads.find(form) != nil { standing.insert(.splitHead) }
      var letters = 0
      for end in 1...max(1, min(form.count, longestTail)) where end <= form.count {
        guard end == form.count || form[end] & 0xC0 != 0x80 else { continue }
        letters += 1
        guard letters >= Self.shortestPart || end == form.count else { continue }
        if tails.find(UnsafeBufferPointer(rebasing: form[..<end])) != nil {
          standing.insert(.splitTail)
          break
        }
      }
      return standing
    }
  }

  private static func letterStarts(_ form: [UInt8]) -> [Int] {
    form.indices.filter { form[$0] & 0xC0 != 0x80 }
  }
}
