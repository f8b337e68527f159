/// What was found, what was found too much and what was missed.
public struct Counts: Hashable, Sendable {
  /// Found as marked.
  public var hits = 0
  /// Found where nothing of the kind is marked.
  public var extras = 0
  /// Marked and not found.
  public var misses = 0

  /// Creates counts.
  public init(hits: Int = 0, extras: Int = 0, misses: Int = 0) {
    self.hits = hits
    self.extras = extras
    self.misses = misses
  }

  /// Hits in what was found; 0 where nothing was.
  public var precision: Double { Ratio(hits, of: hits + extras).value }
  /// Hits in what is marked; 0 where nothing is.
  public var recall: Double { Ratio(hits, of: hits + misses).value }
  /// The harmonic mean of precision and recall.
  public var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }
  /// The number of mentions that are marked and scored.
  public var marked: Int { hits + misses }
  /// Whether nothing was counted.
  public var isEmpty: Bool { hits + extras + misses == 0 }

  static func += (left: inout Counts, right: Counts) {
    left.hits += right.hits
    left.extras += right.extras
    left.misses += right.misses
  }
}

/// Some of a number of cases.
public struct Ratio: Hashable, Sendable {
  /// The cases that are right.
  public var part: Int
  /// All cases.
  public var whole: Int

  /// Creates a ratio.
  public init(_ part: Int = 0, of whole: Int = 0) {
    self.part = part
    self.whole = whole
  }

  /// Between 0 and 1; 0 where there is no case.
  public var value: Double { whole > 0 ? Double(part) / Double(whole) : 0 }

  mutating func count(_ isRight: Bool) {
    part += isRight ? 1 : 0
    whole += 1
  }
}

/// Counts by what counts as found.
public struct ModeCounts: Hashable, Sendable {
  /// Span and label agree.
  public var exact = Counts()
  /// Spans overlap, labels agree.
  public var overlapping = Counts()
  /// Spans agree, whatever the label.
  public var span = Counts()
  /// Spans overlap, whatever the label.
  public var contact = Counts()

  subscript(mode: MatchMode) -> Counts {
    get {
      switch mode {
      case .exact: exact
      case .overlapping: overlapping
      case .span: span
      case .contact: contact
      }
    }
    set {
      switch mode {
      case .exact: exact = newValue
      case .overlapping: overlapping = newValue
      case .span: span = newValue
      case .contact: contact = newValue
      }
    }
  }
}
