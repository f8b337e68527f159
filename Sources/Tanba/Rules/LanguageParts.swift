import ICUText
import Morphology
import TextModel

/// What a rule folder says of a language beside its rules and lexicons: how texts are cut, words
/// folded and inflected, and which alphabets there are.
struct LanguageParts {
  let words: WordResources
  let wordBreaks: BreakRules
  let sentenceBreaks: BreakRules
  let writingSystems: WritingSystems

  /// Compiles the files.
  ///
  /// - Parameter kept: what was compiled of the same files before.
  /// - Returns: nil where something is missing or wrong, with at least one finding.
  init?(_ files: RuleResources, kept: RuleCache.Contents?, _ findings: inout [Diagnostic]) {
    let wordBreaks = files.breakRules("words", kept?.wordBreaks, &findings)
    let sentenceBreaks = files.breakRules("sentences", kept?.sentenceBreaks, &findings)
    let isChecked = kept != nil
    let folding = files.transliteration("fold", isChecked: isChecked, &findings)
    let roman = files.transliteration("roman", isChecked: isChecked, &findings).last
    let digits = files.transliteration("digits", isChecked: isChecked, &findings).last
    if !isChecked { files.checkAlphabets(&findings) }
    var lostLetters: LostLetters?
    var splits = SplitWords()
    var glued = GluedWords()
    var caselessNames: CaselessNames?
    do throws(DiagnosticList) {
      for file in files.files("lost-letters") { lostLetters = try LostLetters(file: file) }
      for file in files.files("caseless") { caselessNames = try CaselessNames(file: file) }
      for file in files.files("split-endings") { try splits.addEndings(from: file) }
      for file in files.files("split-words") { try splits.addWords(from: file) }
      for file in files.files("glued-words") { try glued.add(file) }
    } catch {
      findings += error.diagnostics
    }
    var morphology: Morphology?
    do throws(DiagnosticList) {
      morphology = try Morphology.compile(files.files("morphology"))
    } catch {
      findings += error.diagnostics
    }
    guard findings.isEmpty, let wordBreaks, let sentenceBreaks, let morphology else { return nil }
    self.wordBreaks = wordBreaks
    self.sentenceBreaks = sentenceBreaks
    writingSystems = WritingSystems(files.writingSystems)
    words = WordResources(
      morphology: morphology, folding: folding, roman: roman, digits: digits,
      lostLetters: lostLetters, splits: splits, glued: glued, caselessNames: caselessNames,
      simpleFolds: kept?.simpleFolds)
  }
}
