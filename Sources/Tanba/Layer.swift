/// A part of a document that stages need or give, as tokens or mentions.
///
/// Stages of other packages name layers of their own: `Layer("topics")`.
public struct Layer: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  /// The layer's name, as error messages show it.
  public let rawValue: String

  /// Creates a layer from its name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Creates a layer from its name.
  public init(_ name: String) { rawValue = name }

  /// Creates a layer from its name.
  public init(stringLiteral name: String) { rawValue = name }

  /// The source bytes, which every document has from the start.
  public static let source: Layer = "source"
  /// The tokens.
  public static let tokens: Layer = "tokens"
  /// The sentences, as runs of tokens.
  public static let sentences: Layer = "sentences"
  /// The description of every token's word type: folded form, shape, readings.
  public static let wordTypes: Layer = "word types"
  /// The word types of words in other alphabets, in the alphabet of the rules.
  public static let scripts: Layer = "scripts"
  /// Tokens joined where the source splits a word.
  public static let repairs: Layer = "repairs"
  /// The places where names of the gazetteers stand.
  public static let names: Layer = "names"
  /// What the rules have found.
  public static let mentions: Layer = "mentions"
}
