import TextModel

/// What stages ask of a word type before they look at it more closely.
struct WordMarks: OptionSet, BitwiseCopyable {
  let rawValue: UInt16

  /// Its letters are of a script that alphabets beside the rules' own are written in.
  static let foreign = WordMarks(rawValue: 1)
  /// Digits, or capitals that may stand among digits.
  static let digitLike = WordMarks(rawValue: 2)
  /// Digits alone.
  static let digits = WordMarks(rawValue: 4)
  /// Small letters.
  static let lower = WordMarks(rawValue: 8)
  /// A hyphen.
  static let hyphen = WordMarks(rawValue: 16)
  /// It may begin the mark of a footnote.
  static let footnote = WordMarks(rawValue: 32)
  /// It may be the rest of a word that was split.
  static let splitTail = WordMarks(rawValue: 64)
  /// It is a capital word or a name in a script of its own: what stands for no common word.
  static let capital = WordMarks(rawValue: 128)
  /// A mark that opens or closes a quotation, straight ones too.
  static let quotation = WordMarks(rawValue: 256)
  /// It may be the first part of a word that is listed as often split.
  static let listedHead = WordMarks(rawValue: 512)
  /// It may be the rest of such a word, being one itself.
  static let listedTail = WordMarks(rawValue: 1024)
  /// No lexicon has a word that it is a form of: it may be the first part of one.
  static let noWord = WordMarks(rawValue: 2048)
}
