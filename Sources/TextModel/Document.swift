/// A document on its way through the pipeline: its source bytes and the layers that stages add.
public struct Document: Sendable {
  /// What the caller knows the document by.
  public var id: String
  /// The source: valid UTF-8, at most ``maximumByteCount`` bytes, never changed.
  public let source: [UInt8]
  /// The date that deictics are read against, year, month and day.
  public var referenceDate: ReferenceDate?
  /// The tokens, in source order.
  public var tokens = TokenTable()
  /// The sentences, as runs of tokens that cover the table without a gap.
  public var sentences: [TokenSpan] = []
  /// What has been found, in source order.
  public var mentions: [Mention] = []

  /// The alphabet of most of the text, where it is not that of the rules.
  public var script: Script?

  /// An alphabet and how sure it is.
  public struct Script: Hashable, Sendable {
    /// The language tag, as `kk-Latn-x-2021`.
    public var tag: String
    /// The share of the letters that stand in words which the lexicons know, 0 to 1.
    public var confidence: Double

    /// Creates a finding.
    public init(tag: String, confidence: Double) {
      self.tag = tag
      self.confidence = confidence
    }
  }

  /// What was read otherwise than it is written, in source order; nil where nobody asked.
  public var repairs: [Repair]?

  /// A word that was read otherwise than it is written.
  public struct Repair: Hashable, Sendable {
    /// The bytes of the source that it covers.
    public var span: SourceSpan
    /// What it was read as.
    public var repaired: String
    /// What had been done to it.
    public var kind: Kind

    /// Creates a repair.
    public init(span: SourceSpan, repaired: String, kind: Kind) {
      self.span = span
      self.repaired = repaired
      self.kind = kind
    }

    /// What is done to words.
    public enum Kind: String, CaseIterable, Sendable {
      /// Spaces in it.
      case split
      /// Hyphened over a line end.
      case hyphenated
      /// A footnote's mark in it.
      case footnote
      /// Letters for digits.
      case digits
      /// Characters that can't be seen in it.
      case invisible
      /// Letters with their marks apart.
      case decomposed
      /// Letters of other alphabets that look like its own.
      case lookAlike = "look-alike"
      /// Letters typed for those that a keyboard lacks.
      case keyboard
      /// A hyphen or a space lost within it.
      case glued
    }
  }

  /// The largest source: offsets are 32-bit signed in ICU.
  public static let maximumByteCount = Int(Int32.max) - 1

  /// A calendar day as plain numbers.
  public struct ReferenceDate: Hashable, Sendable {
    /// The year, proleptic Gregorian.
    public var year: Int
    /// The month, 1 to 12.
    public var month: Int
    /// The day of the month, 1 to 31.
    public var day: Int

    /// Creates a day from its numbers, unchecked.
    public init(year: Int, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  /// Creates a document over valid UTF-8.
  public init(id: String, source: [UInt8]) {
    precondition(source.count <= Self.maximumByteCount, "a document above the size limit")
    self.id = id
    self.source = source
  }

  /// Creates a document over a string's UTF-8.
  public init(id: String, text: String) {
    self.init(id: id, source: Array(text.utf8))
  }

  /// The source that a span covers.
  public func text(_ span: SourceSpan) -> String {
    String(decoding: source[span.start..<span.end], as: UTF8.self)
  }
}
