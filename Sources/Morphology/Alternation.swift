/// A change of a base's end before some suffixes: voicing, a vowel that drops, a buffer vowel.
struct Alternation: Sendable {
  /// The letters of the base's end.
  var base: [UInt8]
  /// The letters that stand for them on the surface.
  var surface: [UInt8]
  /// The bytes of `base`.
  var baseBytes: [UInt8]
  /// The bytes of `surface`.
  var surfaceBytes: [UInt8]
  /// The classes of which the letter before the tail must have one; 0 for any.
  var after: UInt64
  /// The classes of which the suffix's first letter must have one; 0 for any.
  var before: UInt64
  /// The harmonies of the base that it agrees with.
  var harmonies: UInt8
  /// Never generated, and no fault where it is missing.
  var isReadOnly: Bool
  /// What a reading pays for it.
  var cost: Int32
}

/// A stem or form that no rule explains.
struct IrregularForm: Sendable {
  /// The surface that suffixes follow.
  var surface: [UInt8]
  /// The base that it belongs to.
  var base: [UInt8]
  /// What the form itself says.
  var features: UInt64
  /// The state that it stands in, one bit.
  var state: UInt64
  /// The classes of which the next letter must have one; 0 for any or the word's end.
  var before: UInt64
}
