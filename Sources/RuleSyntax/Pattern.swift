import TextModel

/// What a rule looks for: a regular expression whose letters are tokens.
public indirect enum Pattern: Hashable, Sendable {
  /// One token, or one name or mention of several, that passes all tests.
  case item(Item)
  /// One after the other.
  case sequence([Pattern])
  /// One of several.
  case alternatives([Pattern])
  /// Between `minimum` and `maximum` times; no maximum is bounded by the longest match allowed.
  case repeated(Pattern, minimum: Int, maximum: Int?)
  /// A pattern whose first token follows without a space.
  case glued(Pattern)
  /// A part that values can name.
  case captured(name: String, Pattern)
  /// A pattern defined elsewhere, with patterns for its parameters; an inflection is that of its
  /// last item.
  case reference(name: String, arguments: [Pattern] = [], Item.Inflection, at: Place)
  /// The part that becomes the mention, where the rest is context.
  case marked(Pattern, at: Place)
}

/// A place in a rule file, for diagnostics.
public struct Place: Hashable, Sendable {
  /// The index of the file in its ``RuleSource``.
  public var file: Int
  /// UTF-8 offsets in the file.
  public var range: Range<Int>

  /// Creates a place.
  public init(file: Int, range: Range<Int>) {
    self.file = file
    self.range = range
  }
}

/// Tests that one token, or one name or mention of several tokens, must all pass.
public struct Item: Hashable, Sendable {
  /// The tests; never empty.
  public var tests: [Test]
  /// Where the item stands.
  public var place: Place

  /// One test of an item.
  public struct Test: Hashable, Sendable {
    /// What is asked.
    public var kind: Kind
    /// The answer must be no.
    public var isNegated: Bool
    /// Which inflected forms count.
    public var inflection: Inflection
    /// Where the test stands.
    public var place: Place
  }

  /// What a test asks.
  public enum Kind: Hashable, Sendable {
    /// A word by its lemma.
    case lemma(String)
    /// A text by its folded form; with an inflection, by its last token's lemma.
    case literal(String)
    /// A number in digits within a range.
    case integer(ClosedRange<Int>)
    /// A number in so many digits.
    case digits(Int)
    /// A roman numeral within a range.
    case roman(ClosedRange<Int>)
    /// A form listed in a lexicon, in the rows whose columns have the given values.
    case lexicon(name: String, filters: [Filter])
    /// What the token looks like.
    case shape(String)
    /// A mention of an earlier phase.
    case mention(label: String)
    /// A base that ends with one of these.
    case ending([String])
    /// Any token.
    case any
    /// A word by its likeliest reading alone.
    case likely
    /// A word of which no lexicon has any form.
    case unlisted
    /// No space before the token.
    case glued
    /// The first word of its sentence, which has a capital whatever it is.
    case first
    /// The start of the sentence; covers no token.
    case sentenceStart
    /// The end of the sentence; covers no token.
    case sentenceEnd
  }

  /// A condition on a lexicon's column.
  public struct Filter: Hashable, Sendable {
    /// The column's name.
    public var column: String
    /// The value that it must have.
    public var value: String

    /// Creates a filter.
    public init(column: String, value: String) {
      self.column = column
      self.value = value
    }
  }

  /// Which inflected forms of a word count.
  public enum Inflection: Hashable, Sendable {
    /// The dictionary form alone.
    case none
    /// Every inflected form, the dictionary form among them.
    case any
    /// Forms with all of these features.
    case features([String])
  }
}

extension Pattern {
  /// The pattern with an inflection on its last item, whatever stood there. What the item must not be
  /// stays as it is.
  public func inflected(_ inflection: Item.Inflection) -> Pattern {
    switch self {
    case .item(var item):
      for index in item.tests.indices
      where item.tests[index].kind.isInflectable && !item.tests[index].isNegated {
        item.tests[index].inflection = inflection
      }
      return .item(item)
    case .sequence(var elements):
      elements[elements.count - 1] = elements[elements.count - 1].inflected(inflection)
      return .sequence(elements)
    case .alternatives(let branches):
      return .alternatives(branches.map { $0.inflected(inflection) })
    case .repeated(let inner, let minimum, let maximum):
      return .repeated(inner.inflected(inflection), minimum: minimum, maximum: maximum)
    case .captured(let name, let inner):
      return .captured(name: name, inner.inflected(inflection))
    case .marked(let inner, let place): return .marked(inner.inflected(inflection), at: place)
    case .glued(let inner): return .glued(inner.inflected(inflection))
    case .reference(let name, let arguments, _, let place):
      return .reference(name: name, arguments: arguments, inflection, at: place)
    }
  }

  /// The pattern of a definition with its parameters replaced by what a reference gives for them.
  ///
  /// - Complexity: O(size of this pattern); what stands for parameters is not walked.
  public func substituting(_ parameters: [String: Pattern]) -> Pattern {
    switch self {
    case .item: return self
    case .sequence(let elements):
      return .sequence(elements.map { $0.substituting(parameters) })
    case .alternatives(let branches):
      return .alternatives(branches.map { $0.substituting(parameters) })
    case .repeated(let inner, let minimum, let maximum):
      return .repeated(inner.substituting(parameters), minimum: minimum, maximum: maximum)
    case .glued(let inner): return .glued(inner.substituting(parameters))
    case .captured(let name, let inner):
      return .captured(name: name, inner.substituting(parameters))
    case .marked(let inner, let place): return .marked(inner.substituting(parameters), at: place)
    case .reference(let name, let arguments, let inflection, let place):
      if arguments.isEmpty, let argument = parameters[name] {
        return inflection == .none ? argument : argument.inflected(inflection)
      }
      return .reference(
        name: name, arguments: arguments.map { $0.substituting(parameters) }, inflection, at: place)
    }
  }
}

extension Item.Kind {
  /// The test is about a word that has inflected forms.
  fileprivate var isInflectable: Bool {
    switch self {
    case .lemma, .literal, .integer, .digits, .roman, .lexicon, .mention, .ending: true
    case .shape, .unlisted, .first, .any, .likely, .glued, .sentenceStart, .sentenceEnd: false
    }
  }
}
