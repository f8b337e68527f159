import TextModel

/// A lexical unit of a rule file.
struct SyntaxToken: Hashable {
  enum Kind: Hashable {
    /// Latin letters, digits, `-`, `_` and dots inside, beginning with a letter.
    case identifier
    /// A word with letters outside ASCII.
    case word
    /// A quoted text, without its quotes, escapes resolved.
    case string
    /// Decimal digits.
    case number
    /// One of the punctuation marks; `...` and `=>` are one each.
    case mark
    /// The end of a logical statement.
    case end
  }

  var kind: Kind
  /// The text, escapes resolved.
  var text: String
  /// Where it stands, in UTF-8 offsets.
  var range: Range<Int>
  /// It is the first of its line.
  var isFirst: Bool
  /// Its line begins with white space.
  var isIndented: Bool
  /// Nothing stands between it and the one before.
  var isGlued: Bool

  func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }
}
