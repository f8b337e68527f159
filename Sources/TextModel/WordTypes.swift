/// Names a word type within one worker's ``WordTypes``.
public typealias WordTypeID = UInt32

/// Names a byte string within one worker's pool of folded forms.
public typealias NormID = UInt32

/// A set of morphological features; the morphology that made it knows their names.
@frozen public struct FeatureSet: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt64
  /// Creates a set from its bits.
  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }
}

/// One reading of a word: a base form and the features that the rest of the word adds to it.
public struct Analysis: Hashable, Sendable, BitwiseCopyable {
  /// The base form, folded, in the worker's pool of folded forms.
  public var base: NormID
  /// What the suffixes behind the base say; empty where the word is its own base.
  public var features: FeatureSet

  /// Creates a reading.
  public init(base: NormID, features: FeatureSet) {
    self.base = base
    self.features = features
  }
}

/// The distinct word forms that a worker has met, each with what can be known of it by itself.
///
/// Folding, transliteration and morphology run once a type; tokens name their type by number. The
/// table belongs to one worker and is never shared, so it needs no lock.
public final class WordTypes {
  private var surfaces = BytePool()
  /// The pool of folded forms and bases.
  public private(set) var norms = BytePool()
  @usableFromInline let rows = PlainBuffer<Row>()
  private var analyses: [Analysis] = []

  @usableFromInline struct Row: BitwiseCopyable {
    @usableFromInline var norm: NormID
    @usableFromInline var shape: Shape
    @usableFromInline var number: Int64
    @usableFromInline var analysisStart: UInt32
    @usableFromInline var analysisCount: UInt32
  }

  /// Creates an empty table.
  public init() {}

  /// The number of distinct word types.
  public var count: Int { surfaces.count }

  /// The bytes that the stored forms take: what a worker bounds its memory by.
  public var byteCount: Int { surfaces.byteCount + norms.byteCount + rows.count * 64 }

  /// The type of a surface form. A new type has no description until ``describe(_:_:)`` is called.
  ///
  /// - Complexity: O(length of the form), amortised.
  public func intern(_ surface: UnsafeBufferPointer<UInt8>) -> WordTypeID {
    surfaces.intern(surface)
  }

  /// The number of types that are described; types from here on are new.
  public var describedCount: Int { rows.count }

  /// What is known of a word type by itself.
  public struct Description: Sendable {
    /// The folded form: normalised, look-alikes mapped, lower case.
    public var norm: [UInt8]
    /// What the surface looks like.
    public var shape: Shape
    /// The number that the form writes in digits or roman numerals, or nil.
    public var number: Int?
    /// The readings, best first.
    public var readings: [(base: [UInt8], features: FeatureSet)]

    /// Creates a description.
    public init(
      norm: [UInt8], shape: Shape, number: Int?, readings: [(base: [UInt8], features: FeatureSet)]
    ) {
      self.norm = norm
      self.shape = shape
      self.number = number
      self.readings = readings
    }
  }

  /// Stores the description of the next undescribed type; types are described in id order.
  public func describe(_ type: WordTypeID, _ description: Description) {
    precondition(Int(type) == rows.count, "word types are described in order")
    let start = UInt32(analyses.count)
    for reading in description.readings {
      analyses.append(Analysis(base: norms.intern(reading.base), features: reading.features))
    }
    rows.append(
      Row(
        norm: norms.intern(description.norm), shape: description.shape,
        number: description.number.map { Int64($0) } ?? .min, analysisStart: start,
        analysisCount: UInt32(description.readings.count)))
  }

  /// The surface form as written.
  public func surface(_ type: WordTypeID) -> ArraySlice<UInt8> { surfaces[type] }

  /// The folded form's id.
  @inlinable public func norm(_ type: WordTypeID) -> NormID { rows[Int(type)].norm }

  /// The folded form's bytes.
  public func normBytes(_ type: WordTypeID) -> ArraySlice<UInt8> { norms[rows[Int(type)].norm] }

  /// What the surface looks like.
  @inlinable public func shape(_ type: WordTypeID) -> Shape { rows[Int(type)].shape }

  /// The number that the form writes in digits or roman numerals.
  public func number(_ type: WordTypeID) -> Int? {
    let number = rows[Int(type)].number
    return number == .min ? nil : Int(number)
  }

  /// The readings, best first.
  public func readings(_ type: WordTypeID) -> ArraySlice<Analysis> {
    let row = rows[Int(type)]
    return analyses[Int(row.analysisStart)..<Int(row.analysisStart + row.analysisCount)]
  }

  /// Forgets all types: for use between documents, when the memory bound is reached.
  public func removeAll() {
    surfaces.removeAll()
    norms.removeAll()
    rows.removeAll()
    analyses.removeAll()
  }
}
