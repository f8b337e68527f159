import RuleEngine
import RuleSyntax
import TextModel

/// An alphabet that texts may be written in beside the one of the rules, as a rule set describes it.
///
/// Its transliteration rules are compiled when a text needs them: most texts never do.
struct WritingSystem: Sendable {
  /// What the command line calls it, as `latn-2021`.
  var name: String
  /// The language tag, as `kk-Latn-x-2021`.
  var tag: String
  /// The locale whose casing it takes; empty for the root's.
  var locale: String
  /// The letters by which a word may belong to it.
  var script: LetterScript
  /// All its letters in lower case; a word with others is of another alphabet.
  var letters: Set<Unicode.Scalar>
  /// Letters of two signs, in lower case; each has exactly two.
  var digraphs: [[Unicode.Scalar]]
  /// Capitals that are those of two letters, each with the letter that begins more names.
  var sharedCapitals: [Unicode.Scalar: Unicode.Scalar]
  /// Letters that speak for it in a word that nothing knows.
  var telling: Set<Unicode.Scalar>
  /// Letters of the rules' alphabet that are typed for its own, which they look like.
  var lookAlikes: [Unicode.Scalar: Unicode.Scalar]
  /// Signs that belong to the word that they are glued to.
  var marks: Set<Unicode.Scalar>
  /// Letters of the rules' alphabet that it can't write without loss.
  var lossy: Set<Unicode.Scalar>
  /// Letters of the rules' alphabet that it writes alike, each with the one that stands for both.
  var merged: [Unicode.Scalar: Unicode.Scalar]
  /// By how much its share of known words must be greater than that of the others before it is
  /// taken, 0 to 1: few texts are in it.
  var handicap: Double
  /// The script has no capitals.
  var isCaseless: Bool
  /// Carries words to the alphabet of the rules; empty where that can't be done.
  var read: [SourceFile]
  /// Carries words from the alphabet of the rules.
  var write: [SourceFile]
  /// Each makes of a written word another way of spelling it.
  var variants: [SourceFile]
  /// Change a word that no lexicon knows where its letters are those of another language.
  var foreign: [SourceFile]

  private static let columns = [
    "tag", "locale", "script", "letters", "digraphs", "shared", "telling", "marks", "lossy",
    "caseless", "read", "write", "variants",
  ]

  /// Reads the table of a rule set's alphabets.
  ///
  /// - Throws: every finding in the table.
  static func all(
    in file: SourceFile, load: RuleParser.Loader
  ) throws(DiagnosticList) -> [WritingSystem] {
    let table = try Lexicon(name: "alphabets", file: file)
    var findings: [Diagnostic] = []
    for column in columns where table.column(column) == nil {
      findings.append(Diagnostic(.error, "no column \"\(column)\"", in: file, line: 0))
    }
    guard findings.isEmpty else { throw DiagnosticList(findings) }
    var systems: [WritingSystem] = []
    for row in table.rows {
      func cell(_ name: String) -> String { table.column(name).map { row.cells[$0] } ?? "" }
      func files(_ column: String) -> [SourceFile] {
        cell(column).split(separator: " ").compactMap { path in
          do throws(Diagnostic) {
            return try load(String(path))
          } catch {
            let message = "can't read \"\(path)\": \(error.message)"
            findings.append(Diagnostic(.error, message, in: file, line: row.line))
            return nil
          }
        }
      }
      func pairs(_ column: String) -> [[Unicode.Scalar]] {
        let pairs = cell(column).split(separator: " ").map { Array($0.unicodeScalars) }
        for pair in pairs where pair.count != 2 {
          let text = String(String.UnicodeScalarView(pair))
          let message = "the column \"\(column)\" has pairs of letters, not \"\(text)\""
          findings.append(Diagnostic(.error, message, in: file, line: row.line))
        }
        return pairs.filter { $0.count == 2 }
      }
      func mapping(_ column: String) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(pairs(column).map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
      }
      func share(_ column: String) -> Double {
        guard !cell(column).isEmpty else { return 0 }
        if let share = Double(cell(column)), (0...1).contains(share) { return share }
        let message = "the column \"\(column)\" has numbers from 0 to 1, not \"\(cell(column))\""
        findings.append(Diagnostic(.error, message, in: file, line: row.line))
        return 0
      }
      guard let script = LetterScript(rawValue: cell("script")) else {
        let known = LetterScript.allCases.map(\.rawValue).joined(separator: ", ")
        let message = "a script is one of \(known), not \"\(cell("script"))\""
        findings.append(Diagnostic(.error, message, in: file, line: row.line))
        continue
      }
      systems.append(
        WritingSystem(
          name: row.form, tag: cell("tag"), locale: cell("locale"), script: script,
          letters: Set(cell("letters").unicodeScalars),
          digraphs: pairs("digraphs"),
          sharedCapitals: mapping("shared"),
          telling: Set(cell("telling").unicodeScalars),
          lookAlikes: mapping("lookalikes"),
          marks: Set(cell("marks").unicodeScalars),
          lossy: Set(cell("lossy").unicodeScalars),
          merged: mapping("merged"),
          handicap: share("handicap"),
          isCaseless: !cell("caseless").isEmpty,
          read: files("read"), write: files("write"), variants: files("variants"),
          foreign: files("foreign")))
    }
    guard findings.isEmpty else { throw DiagnosticList(findings) }
    return systems
  }

  /// Whether all letters of a lower-case form are this alphabet's.
  ///
  /// - Complexity: O(length of the form).
  func fits(_ form: [Unicode.Scalar]) -> Bool {
    guard !letters.isEmpty else { return true }
    return form.indices.allSatisfy { index in
      letters.contains(form[index]) || !form[index].properties.isAlphabetic
        || digraphs.contains { $0[0] == form[index] && form[(index + 1)...].first == $0[1] }
    }
  }

  /// A word of capitals with all letters of two signs in capitals, and a word whose first letter of
  /// two signs has its second in capitals as one that begins with a capital: «ıAkýb».
  ///
  /// - Complexity: O(length of the word).
  func withWholeCapitals(_ word: [UInt8]) -> [UInt8] {
    guard !digraphs.isEmpty else { return word }
    var scalars = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
    func isCapital(_ index: Int) -> Bool {
      scalars.indices.contains(index) && scalars[index].properties.isUppercase
    }
    var isChanged = false
    if scalars.count > 2, !scalars[0].properties.isUppercase, isCapital(1),
      digraphs.contains([scalars[0]] + scalars[1].properties.lowercaseMapping.unicodeScalars),
      let capital = scalars[0].properties.uppercaseMapping.unicodeScalars.first
    {
      scalars[0] = capital
      if !isCapital(2) { scalars[1] = scalars[1].properties.lowercaseMapping.unicodeScalars.first! }
      isChanged = true
    }
    for index in scalars.indices.dropFirst()
    where isCapital(index - 1) && (isCapital(index - 2) || isCapital(index + 1)) {
      let first = scalars[index - 1].properties.lowercaseMapping.unicodeScalars.first
      guard digraphs.contains(where: { $0[0] == first && $0[1] == scalars[index] }),
        let capital = scalars[index].properties.uppercaseMapping.unicodeScalars.first
      else { continue }
      scalars[index] = capital
      isChanged = true
    }
    return isChanged ? scalars.flatMap { UTF8.encode($0)! } : word
  }

  /// A word with the other small letter that its first capital may stand for; nil where it stands
  /// for one, or where the word has more capitals.
  ///
  /// - Complexity: O(length of the word).
  func withOtherCapital(_ word: [UInt8]) -> [UInt8]? {
    let scalars = String(decoding: word, as: UTF8.self).unicodeScalars
    guard let first = scalars.first, let other = sharedCapitals[first],
      !scalars.dropFirst().contains(where: \.properties.isUppercase), scalars.count > 1
    else { return nil }
    return Array(UTF8.encode(other)!) + word[UTF8.width(first)...]
  }
}
