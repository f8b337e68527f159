/// What the lexicons of a rule set know of a word type. A word in small letters is no form of a name.
struct WordStanding: OptionSet, BitwiseCopyable {
  let rawValue: UInt8

  /// It is a form by itself.
  static let listed = WordStanding(rawValue: 1)
  /// It is a form, or one with suffixes.
  static let inflected = WordStanding(rawValue: 2)
  /// It is an ending that may stand apart from its word.
  static let splitEnding = WordStanding(rawValue: 4)
  /// It may be the first part of a word that is often split, or such a word.
  static let splitHead = WordStanding(rawValue: 8)
  /// It may be the rest of one.
  static let splitTail = WordStanding(rawValue: 16)
  /// It begins as no word does, and can only be the rest of one.
  static let fragmentTail = WordStanding(rawValue: 32)
  /// It ends as no word does, and can only be the beginning of one.
  static let fragmentHead = WordStanding(rawValue: 64)
  /// It stands behind words of all kinds.
  static let particle = WordStanding(rawValue: 128)
}
