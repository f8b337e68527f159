import ICUText
import Morphology

/// What a rule set says of single words, compiled: shared by all workers.
struct WordResources: Sendable {
  var morphology: Morphology
  /// Applied one after the other to the lower-case form.
  var folding: [TransliterationRules]
  /// The words that these rules leave as they are in lower case.
  let simpleFolds: SimpleFolds
  /// Carries look-alike letters to roman numerals.
  var roman: TransliterationRules?
  /// Carries letters among digits to the digits that they stand for.
  var digits: TransliterationRules?
  /// The letters that a keyboard may lack.
  var lostLetters: LostLetters?
  /// What digitisation splits.
  var splits: SplitWords
  /// What digitisation glues.
  var glued: GluedWords
  /// What tells names in writing without capitals.
  var caselessNames: CaselessNames?

  init(
    morphology: Morphology, folding: [TransliterationRules], roman: TransliterationRules?,
    digits: TransliterationRules?, lostLetters: LostLetters?, splits: SplitWords, glued: GluedWords,
    caselessNames: CaselessNames?, simpleFolds: SimpleFolds? = nil
  ) {
    self.morphology = morphology
    self.folding = folding
    self.simpleFolds = simpleFolds ?? SimpleFolds(folding)
    self.roman = roman
    self.digits = digits
    self.lostLetters = lostLetters
    self.splits = splits
    self.glued = glued
    self.caselessNames = caselessNames
  }
}
