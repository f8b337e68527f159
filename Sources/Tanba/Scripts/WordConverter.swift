import ICUText
import TextModel

/// Carries single words from one alphabet to another, capitals included.
///
/// One belongs to each worker, since ICU's transliterators carry state.
final class WordConverter {
  private let steps: [Transliterator]
  private let sourceLocale: String
  private let targetLocale: String
  /// Corrects what the steps can't know; given the lower-case result.
  var correct: (([UInt8]) -> [UInt8])?

  /// Takes files that were checked; they are compiled at the first word, some milliseconds each.
  init(_ files: [SourceFile], from sourceLocale: String, to targetLocale: String) {
    steps = files.map { TransliterationRules(checked: $0).makeTransliterator() }
    self.sourceLocale = sourceLocale
    self.targetLocale = targetLocale
  }

  /// A word in the target alphabet: a capital begins what a capital began, a word of capitals stays
  /// one.
  ///
  /// - Complexity: O(length of the word).
  func convert(_ word: [UInt8]) -> [UInt8] {
    let scalars = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
    var result: [UInt8] = []
    for segment in Self.segments(scalars) {
      var bytes: [UInt8] = []
      for scalar in scalars[segment.range] { bytes += UTF8.encode(scalar)! }
      var form = carried(Normalizer.nfc(CaseMapping.lowercased(bytes, locale: sourceLocale)))
      // Parts of a word tell nothing of the lexicon's words.
      if segment.range.count == scalars.count, let correct { form = correct(form) }
      switch segment.casing {
      case .lower: result += form
      case .title: result += titlecased(form)
      case .upper: result += uppercased(form[...])
      }
    }
    return result
  }

  /// A form in small letters as the steps carry it, without any correction.
  ///
  /// - Complexity: O(length of the form).
  func carried(_ form: [UInt8]) -> [UInt8] {
    steps.reduce(form) { form, step in step.transliterate(form) }
  }

  /// A form with its first letter in upper case.
  func titlecased(_ form: [UInt8]) -> [UInt8] {
    let text = String(decoding: form, as: UTF8.self).unicodeScalars
    guard let first = text.firstIndex(where: \.properties.isLowercase) else { return form }
    let start = text[..<first].reduce(0) { $0 + UTF8.width($1) }
    let width = UTF8.width(text[first])
    return form[..<start] + uppercased(form[start..<start + width]) + form[(start + width)...]
  }

  private func uppercased(_ form: ArraySlice<UInt8>) -> [UInt8] {
    var text = ""
    for scalar in String(decoding: form, as: UTF8.self).unicodeScalars {
      if scalar == "i", targetLocale == "tr" {
        text.unicodeScalars.append("\u{130}")
      } else {
        text += scalar.properties.uppercaseMapping
      }
    }
    return Array(text.utf8)
  }

  // MARK: Casing

  private enum Casing { case lower, title, upper }

  /// The parts of a word whose casing is of one kind.
  private static func segments(
    _ scalars: [Unicode.Scalar]
  ) -> [(range: Range<Int>, casing: Casing)] {
    let isUpper = scalars.map(\.properties.isUppercase)
    guard isUpper.contains(true) else { return [(scalars.indices, .lower)] }
    let letters = scalars.indices.filter { scalars[$0].properties.isAlphabetic }
    if letters.count > 1, letters.allSatisfy({ isUpper[$0] }) { return [(scalars.indices, .upper)] }
    if isUpper.count(where: { $0 }) == 1, isUpper[letters[0]] {
      return [(scalars.indices, .title)]
    }
    // Inner capitals: each run of capitals, with what follows a single one.
    var parts: [(range: Range<Int>, casing: Casing)] = []
    var start = 0
    while start < scalars.count {
      var end = start
      while end < scalars.count, isUpper[end] { end += 1 }
      let capitals = end - start
      if capitals < 2 {
        while end < scalars.count, !isUpper[end] { end += 1 }
      }
      parts.append((start..<end, capitals == 0 ? .lower : capitals == 1 ? .title : .upper))
      start = end
    }
    return parts
  }
}
