import TextModel

/// One question about a token that is answered once.
enum Atom: Hashable, Sendable {
  // Answered by the word type.
  case literal(key: UInt32)
  case lemma(key: UInt32, Inflection)
  case list(Int, Inflection)
  case integer(ClosedRange<Int>, Inflection)
  case digits(Int, Inflection)
  case roman(ClosedRange<Int>, Inflection)
  case shape(Shape)
  case ending([[UInt8]], Inflection)
  case word(Inflection)
  /// The likeliest reading alone.
  case likely(Inflection)
  case unlisted
  // Answered by the token's place.
  case tag(Tag)
  case glued
  case first
  case sentenceStart
  case sentenceEnd

  /// Where a token stands decides, not its word.
  var isOfPlace: Bool {
    switch self {
    case .tag, .glued, .first, .sentenceStart, .sentenceEnd: true
    default: false
    }
  }

  /// Few tokens pass: a good first question.
  var isSelective: Bool {
    switch self {
    case .shape, .word, .likely, .unlisted, .glued: false
    default: true
    }
  }
}

/// A token's place within a name or mention of one or more tokens.
struct Tag: Hashable, Sendable {
  /// A list of lexicon rows, or behind all lists a label.
  var symbol: Int
  var position: Position

  enum Position: Int, Sendable {
    case single, begin, inside, end
    /// The last token, in its dictionary form.
    case exactEnd
    /// The last token, with a derivation on it.
    case derivedEnd
    /// Any token of it.
    case member
  }
}

/// Atoms that must be true and atoms that must be false of one token.
struct Predicate: Hashable, Sendable {
  var positive: [Int]
  var negative: [Int]
}
