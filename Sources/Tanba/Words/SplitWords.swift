import RuleEngine
import TextModel

/// What digitisation splits, as a rule set lists it: endings that may stand apart from their word,
/// and words that are joined even where both parts are words too.
struct SplitWords: Sendable {
  private var endings = BytePool()
  private(set) var words: Set<[UInt8]> = []
  private var particles = BytePool()
  private var heads = BytePool()
  private var tails = BytePool()
  private var longestTail = 0
  private var consonants: Set<Unicode.Scalar> = []
  private var vowels: Set<Unicode.Scalar> = []
  /// Letters that begin no word, and those that end none.
  private var neverFirst: Set<Unicode.Scalar> = []
  private var neverLast: Set<Unicode.Scalar> = []
  /// The pairs of consonants or of vowels that words begin with, and the consonants they end with.
  private var starts: Set<UInt64> = []
  private var ends: Set<UInt64> = []

  /// The fewest letters of either part.
  private static let shortestPart = 2
  /// The longest rest of a word that is told by its capital head alone.
  static let longestRest = 3

  /// Adds the folded forms of a table of endings. A column `kind` says what else a row is: letters
  /// and pairs of letters with a blank between them.
  ///
  /// - Throws: every finding in the table.
  mutating func addEndings(from file: SourceFile) throws(DiagnosticList) {
    let table = try Lexicon(name: "split-endings", file: file)
    let kind = table.column("kind")
    var findings: [Diagnostic] = []
    for row in table.rows {
      let parts = row.form.split(separator: " ").map { Array($0.unicodeScalars) }
      switch kind.map({ row.cells[$0] }) ?? "" {
      case "": _ = endings.intern(row.form)
      case "consonants": consonants.formUnion(parts.joined())
      case "particle": _ = particles.intern(row.form)
      case "vowels": vowels.formUnion(parts.joined())
      case "never-first": neverFirst.formUnion(parts.joined())
      case "never-last": neverLast.formUnion(parts.joined())
      case "starts": starts.formUnion(parts.compactMap(Self.pair))
      case "ends": ends.formUnion(parts.compactMap(Self.pair))
      default:
        let message =
          "a kind is one of particle, consonants, vowels, never-first, never-last, starts, ends, or none"
        findings.append(Diagnostic(.error, message, in: file, line: row.line))
      }
    }
    guard findings.isEmpty else { throw DiagnosticList(findings) }
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
      guard cuts.count > Self.shortestPart else { continue }
      // Of the rest one letter will do, since suffixes may stand behind it.
      for cut in cuts[Self.shortestPart...] {
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
    var standing: WordStanding = []
    if beginsLikeNoWord(form) { standing.insert(.fragmentTail) }
    if endsLikeNoWord(form) { standing.insert(.fragmentHead) }
    form.withUnsafeBufferPointer { form in
      if endings.find(form) != nil { standing.insert([.splitEnding, .splitTail]) }
      if particles.find(form) != nil { standing.insert(.particle) }
      if heads.find(form) != nil { standing.insert(.splitHead) }
      for end in 1...max(1, min(form.count, longestTail)) where end <= form.count {
        guard end == form.count || form[end] & 0xC0 != 0x80 else { continue }
        if tails.find(UnsafeBufferPointer(rebasing: form[..<end])) != nil {
          standing.insert(.splitTail)
          break
        }
      }
    }
    return standing
  }

  /// Two letters as one number; nil for any other count.
  private static func pair(_ letters: [Unicode.Scalar]) -> UInt64? {
    letters.count == 2 ? pair(letters[0], letters[1]) : nil
  }

  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }

  private func beginsLikeNoWord(_ form: [UInt8]) -> Bool {
    let scalars = String(decoding: form, as: UTF8.self).unicodeScalars
    guard let first = scalars.first, let second = scalars.dropFirst().first else { return false }
    return neverFirst.contains(first)
      || (consonants.contains(first) && consonants.contains(second)
        || vowels.contains(first) && vowels.contains(second))
        && !starts.contains(Self.pair(first, second))
  }

  private func endsLikeNoWord(_ form: [UInt8]) -> Bool {
    let scalars = String(decoding: form.suffix(8), as: UTF8.self).unicodeScalars
    guard let last = scalars.last, let other = scalars.dropLast().last else { return false }
    return neverLast.contains(last)
      || consonants.contains(last) && consonants.contains(other)
        && !ends.contains(Self.pair(other, last))
  }

  private static func letterStarts(_ form: [UInt8]) -> [Int] {
    form.indices.filter { form[$0] & 0xC0 != 0x80 }
  }
}
