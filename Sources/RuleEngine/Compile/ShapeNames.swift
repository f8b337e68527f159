import TextModel

/// The names by which rules ask for shapes. A shape of several bits is any of them.
public enum ShapeNames {
  /// Every name and what it stands for.
  public static let all: [String: Shape] = [
    "letters": .letters,
    "capital": .capital,
    "upper": .upper,
    "lower": .lower,
    "mixed": .mixedCase,
    "acronym": [.upper, .suffixedUpper],
    "digits": .digits,
    "number": [.digits, .suffixedNumber],
    "suffixed-number": .suffixedNumber,
    "roman": .roman,
    "initial": .initial,
    "abbreviation": .abbreviation,
    "punctuation": .punctuation,
    "latin": .latin,
  ]
}
