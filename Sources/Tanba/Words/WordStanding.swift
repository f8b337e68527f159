/// What the lexicons of a rule set know of a word type.
struct WordStanding: OptionSet, BitwiseCopyable {
  let rawValue: UInt8

  /// It is a form by itself.
  static let listed = WordStanding(rawValue: 1)
  /// It is a form, or one with suffixes.
  static let inflected = WordStanding(rawValue: 2)
  /// It is an ending that may stand apart from its word.
  static let splitEnding = WordStanding(rawValue: 4)
}
