import ICUText
import Morphology
import TextModel

/// Says what can be known of a word form by itself: its folded form, shape, number and readings.
///
/// One belongs to each worker, since ICU's transliterators carry state.
final class WordDescriber {
  private let morphology: Morphology
  private let folding: [Transliterator]
  private let roman: Transliterator?
  private let simpleFolds: SimpleFolds
  private let inflectional: FeatureSet
  private var readings: [Morphology.Reading] = []

  init(resources: WordResources) {
    morphology = resources.morphology
    inflectional = morphology.inflectionalFeatures
    folding = resources.folding.map { $0.makeTransliterator() }
    simpleFolds = resources.simpleFolds
    roman = resources.roman?.makeTransliterator()
  }

  /// Describes a word form.
  ///
  /// - Complexity: O(length of the form).
  func describe(_ surface: [UInt8]) -> WordTypes.Description {
    let word = WordAnatomy(surface)
    let norm = fold(surface, word)
    var description = WordTypes.Description(
      norm: norm, shape: word.shape, number: word.number, readings: [])
    if let suffixStart = word.suffixStart {
      describe(suffixed: surface, at: suffixStart, word, into: &description)
    } else if word.shape.contains(.letters) {
      description.readings = readings(ofFolded: norm)
    }
    if let roman = romanNumber(surface, word) {
      description.number = roman
      description.shape.insert(.roman)
    }
    if !description.readings.contains(where: { $0.base == norm && $0.features.isEmpty }) {
      description.readings.append((norm, []))
    }
    return description
  }

  /// The folded form: lower case, normal form C, look-alikes mapped.
  func fold(_ surface: [UInt8]) -> [UInt8] { fold(surface, WordAnatomy(surface)) }

  private func fold(_ surface: [UInt8], _ word: WordAnatomy) -> [UInt8] {
    if let digits = word.asciiDigits { return digits }
    guard word.shape.contains(.letters) else {
      return word.isHyphen ? [UInt8(ascii: "-")] : surface
    }
    if let form = simpleFolds.folded(surface) { return form }
    var form = Normalizer.nfc(CaseMapping.lowercased(surface))
    for transliterator in folding { form = transliterator.transliterate(form) }
    return form
  }

  // MARK: Readings

  /// The readings of a folded form of letters, best first.
  func readings(ofFolded norm: [UInt8]) -> [(base: [UInt8], features: FeatureSet)] {
    norm.withUnsafeBufferPointer { morphology.readings(of: $0, into: &readings) }
    var found = readings.map { (base: $0.base, features: $0.features) }
    // Names end as they end: «… Республикасынан» is the ablative of «… Республикасы», which keeps
    // its possessive.
    let kept = morphology.keptFeatures
    for reading in readings
    where !reading.features.isDisjoint(with: kept) && !reading.features.isSubset(of: kept) {
      let name = norm.withUnsafeBufferPointer { morphology.nominative(of: reading, in: $0) }
      let outer = reading.features.subtracting(kept)
      if !found.contains(where: { $0.base == name && $0.features == outer }) {
        found.append((name, outer))
      }
    }
    return found
  }

  /// A number or an acronym with a suffix, hyphened or not: the base is what stands before it.
  private func describe(
    suffixed surface: [UInt8], at start: WordAnatomy.SuffixStart, _ word: WordAnatomy,
    into description: inout WordTypes.Description
  ) {
    let base = fold(Array(surface[..<start.baseEnd]))
    let suffix = fold(Array(surface[start.suffix...]))
    suffix.withUnsafeBufferPointer {
      morphology.suffixReadings(of: $0, after: nil, into: &readings)
    }
    for reading in readings { description.readings.append((base, reading.features)) }
    if !readings.isEmpty {
      if word.hasLatinStem { description.shape.insert(.latin) }
      if word.number != nil {
        description.shape.insert(.suffixedNumber)
      } else if word.isAllCapital(before: start.baseEnd) {
        description.shape.insert(.suffixedUpper)
      }
    } else if word.shape.contains(.letters), word.number == nil {
      description.readings = readings(ofFolded: description.norm)
    }
  }

  // MARK: Roman numerals

  /// The number that upper-case letters write as a well-formed roman numeral, with or without a
  /// suffix behind them.
  private func romanNumber(_ surface: [UInt8], _ word: WordAnatomy) -> Int? {
    guard let roman, word.number == nil, word.leadingCapitals > 0 else { return nil }
    let end = word.suffixStart?.baseEnd ?? surface.count
    guard word.isAllCapital(before: end) else { return nil }
    if let start = word.suffixStart {
      let suffix = fold(Array(surface[start.suffix...]))
      suffix.withUnsafeBufferPointer {
        morphology.suffixReadings(of: $0, after: nil, into: &readings)
      }
      guard !readings.isEmpty else { return nil }
    }
    return RomanNumeral.value(of: roman.transliterate(Array(surface[..<end])))
  }

  /// A roman numeral in Latin letters, or nil where the form is none.
  func romanForm(of form: [UInt8]) -> [UInt8]? {
    guard let roman, WordAnatomy(form).isAllCapital(before: form.count) else { return nil }
    let latin = roman.transliterate(form)
    return RomanNumeral.value(of: latin) == nil ? nil : latin
  }

  /// Whether a text is a chain of suffixes that can stand behind a number or an acronym.
  func isSuffixChain(_ suffix: [UInt8]) -> Bool {
    fold(suffix).withUnsafeBufferPointer {
      morphology.suffixReadings(of: $0, after: nil, into: &readings)
    }
    return !readings.isEmpty
  }

  /// Whether features come from inflection alone, of which a dictionary form keeps none.
  func isNominalCase(_ features: FeatureSet) -> Bool {
    isInflection(features) && features.isDisjoint(with: morphology.keptFeatures)
  }

  /// Whether features come from inflection alone.
  func isInflection(_ features: FeatureSet) -> Bool { features.isSubset(of: inflectional) }

  /// Whether a text is a chain of inflecting suffixes that can stand behind this stem.
  func isSuffixChain(_ suffix: [UInt8], after stem: [UInt8]) -> Bool {
    let stem = fold(stem)
    fold(suffix).withUnsafeBufferPointer { suffix in
      stem.withUnsafeBufferPointer { stem in
        morphology.suffixReadings(of: suffix, after: stem, into: &readings)
      }
    }
    return readings.contains { $0.features.isSubset(of: inflectional) }
  }
}
