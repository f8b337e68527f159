import Morphology
import RuleEngine
import TextModel

// Names of several words that the lexicons know.
extension CapitalRestorer {
  /// The longest name that is looked for, in tokens.
  private static let longestName = 8

  func markLongNames(
    in sentence: TokenSpan, _ tokens: TokenTable, _ isCapital: inout [Bool]
  ) {
    var token = sentence.start
    while token + 1 < sentence.end {
      var next = token + 1
      for length in stride(from: min(Self.longestName, sentence.end - token), to: 1, by: -1) {
        guard let form = longName(token..<token + length, tokens) else { continue }
        let parts = form.split { $0 == " " || $0 == "-" }
        var part = 0
        for member in token..<token + length
        where !words.types.shape(tokens.types[member]).contains(.punctuation) && part < parts.count
        {
          if parts[part].first?.isUppercase == true { isCapital[member - sentence.start] = true }
          part += 1
        }
        next = token + length
        break
      }
      token = next
    }
  }

  /// The form of a name of the lexicons that a run of tokens is, in some case.
  private func longName(_ range: Range<Int>, _ tokens: TokenTable) -> String? {
    for row in words.matcher.rows(of: range, in: tokens)
    where row.features.isSubset(of: inflectional) {
      let lexicon = words.matcher.lexicon(row.row)
      guard
        names.nameLexicons.contains(lexicon.name) || names.longLexicons.contains(lexicon.name)
      else { continue }
      let cells = lexicon.rows[Int(row.row.row)].cells
      if let common = lexicon.column("common"), !cells[common].isEmpty { continue }
      if cells[0].first?.isUppercase == true { return cells[0] }
    }
    return nil
  }
}
