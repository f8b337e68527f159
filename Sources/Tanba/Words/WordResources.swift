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
  /// Folded endings that may stand apart from the word that they belong to.
  var splitEndings: Set<[UInt8]>

  init(
    morphology: Morphology, folding: [TransliterationRules], roman: TransliterationRules?,
    digits: TransliterationRules?, lostLetters: LostLetters?, splitEndings: Set<[UInt8]>,
    simpleFolds: SimpleFolds? = nil
  ) {
    self.morphology = morphology
    self.folding = folding
    self.simpleFolds = simpleFolds ?? SimpleFolds(folding)
    self.roman = roman
    self.digits = digits
    self.lostLetters = lostLetters
    self.splitEndings = splitEndings
  }
}
