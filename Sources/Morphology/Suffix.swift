/// A suffix as a data file writes it: one step of the automaton from the base outwards.
struct Suffix: Sendable {
  /// What it says.
  var features: UInt64
  /// The states that it can follow, one bit each.
  var from: UInt64
  /// The state that it leads to, one bit.
  var to: UInt64
  /// What a reading pays for it.
  var cost: Int32
  /// Its surface variants, in order of preference.
  var variants: Range<Int> = 0..<0
}

/// What the analyser asks of a surface variant: plain data, no allocation behind it.
struct SuffixEdge: Sendable {
  /// The classes of which the letter before it must have one; 0 for any letter.
  var after: UInt64
  /// The classes of which the letter behind it must have one; 0 for any letter or the word's end.
  var before: UInt64
  /// The harmonies that it agrees with, one bit each.
  var harmonies: UInt8
  /// Stands only where the letter before it is unknown: behind digits and acronyms.
  var needsUnknownStem: Bool
  /// Never generated.
  var isReadOnly: Bool
  /// Holds a letter that decides a harmony.
  var decidesHarmony: Bool
  /// Says nothing that a nominative keeps.
  var isOuter: Bool
  /// The first letter.
  var first: UInt8
  /// What it says.
  var features: UInt64
  /// The states that it can follow.
  var from: UInt64
  /// The state that it leads to.
  var to: UInt64
  /// What a reading pays for it.
  var cost: Int32
}

/// The bytes of a surface variant: as it stands, and as it stands at the end of a word.
struct SuffixText: Sendable {
  var surface: [UInt8]
  var isolated: [UInt8]
}
