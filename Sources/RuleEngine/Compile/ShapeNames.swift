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

  /// Groups of which a token has one at most.
  private static let exclusive: [[Shape]] = [
    [.letters, .digits, .punctuation],
    [.lower, .upper, .mixedCase],
    [.lower, .capital],
    [.digits, .suffixedNumber, .capital],
    [.digits, .upper],
    [.punctuation, .capital],
    [.punctuation, .lower],
    [.digits, .lower],
  ]

  /// Whether one token can look like both.
  static func canStandTogether(_ left: Shape, _ right: Shape) -> Bool {
    !exclusive.contains { group in
      group.contains { one in
        left == one && group.contains { $0 == right && $0 != one }
      }
    }
  }
}
