import TextModel

/// A morphology compiled from data files: readings of word forms, and forms of bases.
///
/// It needs no list of stems: every base that the suffixes allow is a reading, and whoever knows
/// words picks among them. A value is a reference to immutable tables, so that copies are free and
/// all workers share one.
public struct Morphology: Sendable {
  /// The longest form, in UTF-8 bytes, that is taken apart; longer ones are their own base.
  public static let longestForm = LetterSequence.capacity
  /// The most readings of one form.
  public static let readingLimit = 48

  /// How an owner and what it owns are marked: the owner's features ask for those of its head.
  public struct Agreement: Sendable, Equatable {
    /// Features of the owner, as the genitive.
    public let owner: FeatureSet
    /// Features of what it owns, as the possessive.
    public let head: FeatureSet
  }

  let grammar: Grammar

  /// Compiles data files, whose declarations may stand in any order and in any file.
  ///
  /// - Throws: All errors of all files, each with file, line and column.
  public static func compile(_ files: [SourceFile]) throws(DiagnosticList) -> Morphology {
    var builder = GrammarBuilder()
    builder.read(files)
    guard builder.diagnostics.isEmpty else { throw DiagnosticList(builder.diagnostics) }
    return Morphology(grammar: Grammar(builder))
  }

  /// The names of all features in order of appearance; a feature's index is its bit.
  public var featureNames: [String] { grammar.featureNames }

  /// The features that a nominative keeps, such as number and possession.
  public var keptFeatures: FeatureSet { FeatureSet(rawValue: grammar.kept) }

  /// The folded forms of all suffixes, some more than once.
  public var suffixForms: [[UInt8]] { grammar.texts.map(\.surface) }

  /// How owners and what they own agree, or nil where the data say nothing of it.
  public var agreement: Agreement? { grammar.agreement }

  /// The features that inflect a word; the others derive another word from it.
  public var inflectionalFeatures: FeatureSet {
    FeatureSet(rawValue: ~grammar.derived & ((1 << UInt64(grammar.featureNames.count)) &- 1))
  }

  /// The set of one feature, or nil where no data file declares it.
  public func feature(named name: String) -> FeatureSet? {
    guard let index = grammar.featureNames.firstIndex(of: name) else { return nil }
    return FeatureSet(rawValue: 1 << UInt64(index))
  }

  /// The names of the features in a set, in order of appearance.
  public func names(of features: FeatureSet) -> [String] {
    grammar.featureNames.indices.filter { features.rawValue >> UInt64($0) & 1 == 1 }
      .map { grammar.featureNames[$0] }
  }

  /// Replaces `readings` by all readings of a folded form, best first, the form itself among them.
  ///
  /// - Complexity: O(length of the form); the number of readings is at most ``readingLimit``.
  public func readings(
    of form: UnsafeBufferPointer<UInt8>, into readings: inout [Reading]
  ) {
    readings.removeAll(keepingCapacity: true)
    guard !form.isEmpty, form.count <= Self.longestForm else {
      readings.append(Reading(whole: form, cost: grammar.weights.plain))
      return
    }
    var word = LetterSequence()
    word.append(form, alphabet: grammar.alphabet)
    var analyzer = Analyzer(grammar)
    analyzer.analyze(word, bytes: form)
    analyzer.rank()
    var ranked = analyzer.candidates
    let isWhole = { (candidate: Analyzer.Candidate) in
      candidate.features == 0 && candidate.irregular < 0
    }
    if ranked.count > Self.readingLimit {
      // The form itself stays, however badly it ranks.
      if let whole = ranked.firstIndex(where: isWhole), whole >= Self.readingLimit {
        ranked.swapAt(whole, Self.readingLimit - 1)
      }
      ranked.removeSubrange(Self.readingLimit...)
    }
    for candidate in ranked {
      let reading = Reading(candidate, of: form, word, grammar)
      let isKnown = readings.contains {
        $0.features == reading.features && $0.base == reading.base
      }
      if !isKnown { readings.append(reading) }
    }
  }

  /// Replaces `readings` by all readings of a whole string as a chain of suffixes, best first; none
  /// where it is no chain.
  ///
  /// With a `stem` the chain is held to the stem's sounds as it stands before the suffix. Without
  /// one, as behind digits and acronyms, or behind a letter that no data file names, any first
  /// variant is taken. The readings' bases are empty
  /// and their lengths count from the start of the suffix.
  ///
  /// - Complexity: O(length of stem and suffix).
  public func suffixReadings(
    of suffix: UnsafeBufferPointer<UInt8>, after stem: UnsafeBufferPointer<UInt8>?,
    into readings: inout [Reading]
  ) {
    readings.removeAll(keepingCapacity: true)
    let stemLength = stem?.count ?? 0
    guard suffix.count <= Self.longestForm, stemLength <= Self.longestForm - suffix.count else {
      return
    }
    var word = LetterSequence()
    if let stem { word.append(stem, alphabet: grammar.alphabet) }
    let floor = word.count
    let stemIsUnknown = floor == 0 || word[floor - 1] == 0
    word.append(suffix, alphabet: grammar.alphabet)
    var analyzer = Analyzer(grammar)
    analyzer.analyzeSuffix(word, floor: floor, stemIsUnknown: stemIsUnknown)
    analyzer.rank()
    for candidate in analyzer.candidates.prefix(Self.readingLimit) {
      let features = FeatureSet(rawValue: candidate.features)
      if readings.contains(where: { $0.features == features }) { continue }
      readings.append(
        Reading(
          base: [], features: features, stemLength: 0, cost: Int(candidate.cost),
          keptLength: word.offset(of: candidate.item.keptPosition) - stemLength,
          keptEdge: candidate.item.keptEdge, isKeptBase: candidate.item.keptEdge < 0))
    }
  }

  /// The form of a base with exactly these features, or nil where the suffixes give none.
  ///
  /// - Complexity: O(length of the base) for each step of a bounded search.
  public func inflect(
    _ base: UnsafeBufferPointer<UInt8>, _ features: FeatureSet
  ) -> [UInt8]? {
    var generator = Generator(grammar)
    return generator.generate(Array(base), features.rawValue)
  }

  /// A suffix as it is written behind an abbreviation, whose last letter is read by its name: in
  /// that letter's harmony where the data say one, else as it stands. Both are folded UTF-8.
  ///
  /// - Complexity: O(length of both).
  public func spelt(_ suffix: [UInt8], behind abbreviation: [UInt8]) -> [UInt8] {
    let last = String(decoding: abbreviation, as: UTF8.self).unicodeScalars.last
    guard let last,
      let harmony = grammar.alphabet.spelling(of: grammar.alphabet.number(of: last.value))
    else { return suffix }
    var written = String.UnicodeScalarView()
    for scalar in String(decoding: suffix, as: UTF8.self).unicodeScalars {
      let row = grammar.varying.first { $0.contains(scalar) }
      written.append(row?[Int(harmony)] ?? scalar)
    }
    return Array(String(written).utf8)
  }

  /// The form without its outer suffixes, such as case, predicate and attributive endings: number
  /// and possession stay. `form` is the form that the reading was made of.
  ///
  /// - Complexity: O(length of the form).
  public func nominative(of reading: Reading, in form: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    if reading.isKeptBase { return reading.base }
    var length = reading.keptLength
    guard length <= form.count else { return Array(form) }
    if reading.keptEdge < 0 { return Array(form[0..<length]) }
    let text = grammar.texts[reading.keptEdge]
    length -= text.surface.count
    return form[0..<max(0, length)] + text.isolated
  }
}
