import Morphology
import RuleEngine
import TextModel

/// Gives names in their dictionary form: repaired, the last word without its case.
final class DictionaryForm {
  private let morphology: Morphology
  private let describer: WordDescriber
  private let matcher: RuleMatcher
  private var readings: [Morphology.Reading] = []
  private let inflectional: FeatureSet

  init(morphology: Morphology, describer: WordDescriber, matcher: RuleMatcher) {
    self.morphology = morphology
    self.describer = describer
    self.matcher = matcher
    inflectional = morphology.inflectionalFeatures
  }

  /// The dictionary form of a run of tokens: that of its lexicon row, else made by the morphology.
  func form(of range: Range<Int>, in tokens: TokenTable, _ types: WordTypes) -> String {
    if let listed = listedForm(of: range, in: tokens, types) { return listed }
    var text: [UInt8] = []
    let isOwned = isOwned(tokens.types[range.lowerBound], tokens.types[range.upperBound - 1], types)
    for token in range {
      if token > range.lowerBound, !tokens.flags[token].contains(.glued) {
        text.append(UInt8(ascii: " "))
      }
      let surface = Array(types.surface(tokens.types[token]))
      guard token == range.upperBound - 1 else {
        text += repaired(surface)
        continue
      }
      text += nominative(surface, isOwned: isOwned)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The form of a row, written as the text writes it: other names of the same thing stay what they
  /// are, only what digitisation did to them is repaired.
  private func listedForm(
    of range: Range<Int>, in tokens: TokenTable, _ types: WordTypes
  ) -> String? {
    let rows = matcher.rows(of: range, in: tokens).filter {
      $0.features.isSubset(of: inflectional)
        && $0.features.isDisjoint(with: morphology.keptFeatures)
    }
    var surface: [Unicode.Scalar] = []
    for token in range {
      if token > range.lowerBound, !tokens.flags[token].contains(.glued) { surface.append(" ") }
      let bytes = types.surface(tokens.types[token])
      surface += Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    }
    guard surface.first?.properties.isUppercase == true else { return nil }
    // What is a form as it stands is not read as an inflected one.
    for row in rows.filter({ $0.features.isEmpty }) + rows.filter({ !$0.features.isEmpty }) {
      let form = matcher.lexicon(row.row).rows[Int(row.row.row)].form
      // A common word's row says nothing of how a name is written.
      guard form.first?.isUppercase == true else { continue }
      return Self.written(form, like: surface)
    }
    return nil
  }

  /// A form with the capitals and the spaces of the text; what the text lost is kept.
  private static func written(_ form: String, like surface: [Unicode.Scalar]) -> String {
    let isShouted = surface.allSatisfy { !$0.properties.isLowercase }
    var text = ""
    var position = 0
    var isBehindLost = false
    for scalar in form.unicodeScalars {
      guard position < surface.count, !isShouted else {
        text.unicodeScalars.append(scalar)
        continue
      }
      if isSeparator(scalar) {
        text.unicodeScalars.append(surface[position] == " " ? " " : scalar)
        isBehindLost = !isSeparator(surface[position])
        if !isBehindLost { position += 1 }
        continue
      }
      // What the text parts more than the form does.
      while position < surface.count - 1, isSeparator(surface[position]) { position += 1 }
      let model = surface[position]
      if scalar.properties.isUppercase, model.properties.isLowercase, !isBehindLost {
        text += scalar.properties.lowercaseMapping
      } else if scalar.properties.isLowercase, model.properties.isUppercase {
        text += scalar.properties.uppercaseMapping
      } else {
        text.unicodeScalars.append(scalar)
      }
      isBehindLost = false
      position += 1
    }
    return text
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || WordAnatomy.isHyphen(scalar)
  }

  /// A word as it should be written: look-alikes folded, a lost hyphen before a suffix restored.
  private func repaired(_ surface: [UInt8]) -> [UInt8] {
    let anatomy = WordAnatomy(surface)
    guard let start = anatomy.suffixStart, describer.isSuffixChain(Array(surface[start.suffix...]))
    else {
      return Self.cased(describer.fold(surface), like: surface)
    }
    let base = Array(surface[..<start.baseEnd])
    var suffix = describer.fold(Array(surface[start.suffix...]))
    // Who lost the hyphen may have lost the harmony with it; who set it knew what they wrote.
    if start.baseEnd == start.suffix {
      suffix = morphology.spelt(suffix, behind: describer.fold(base))
    }
    return numeral(base) + [UInt8(ascii: "-")] + Self.cased(suffix, like: [])
  }

  /// The stem of a number or an acronym: roman numerals in Latin letters, all else folded.
  private func numeral(_ stem: [UInt8]) -> [UInt8] {
    describer.romanForm(of: stem) ?? Self.cased(describer.fold(stem), like: stem)
  }

  /// Whether a name's first word is in the case of an owner, as far as its best reading says, and
  /// its last one a common noun.
  private func isOwned(_ first: WordTypeID, _ last: WordTypeID, _ types: WordTypes) -> Bool {
    guard first != last, let agreement = morphology.agreement, types.shape(last).contains(.lower),
      let reading = types.readings(first).first,
      !matcher.rows(ofBase: Array(types.normBytes(last))).contains(where: {
        matcher.lexicon($0).column("number") != nil
      })
    else { return false }
    return reading.features.isSuperset(of: agreement.owner)
  }

  /// - Parameter isOwned: an owner stands before the word, which agrees with it.
  private func nominative(_ surface: [UInt8], isOwned: Bool) -> [UInt8] {
    let anatomy = WordAnatomy(surface)
    if let start = anatomy.suffixStart, describer.isSuffixChain(Array(surface[start.suffix...])) {
      return numeral(Array(surface[..<start.baseEnd]))
    }
    let folded = describer.fold(surface)
    guard anatomy.shape.contains(.letters), !anatomy.shape.contains(.upper) else {
      return Self.cased(folded, like: surface)
    }
    let form = folded.withUnsafeBufferPointer { form in
      morphology.readings(of: form, into: &readings)
      let inflected = readings.filter { $0.features.isSubset(of: inflectional) }
      let best =
        inflected.first { $0.features.isEmpty && matcher.isListed(base: $0.base) }
        ?? inflected.first { matcher.isListed(base: $0.base) } ?? inflected.first ?? readings[0]
      if isOwned, let agreement = morphology.agreement,
        !readings.contains(where: { $0.features.isSuperset(of: agreement.head) }),
        let owned = best.base.withUnsafeBufferPointer({ base in
          morphology.inflect(
            base, best.features.intersection(morphology.keptFeatures).union(agreement.head))
        })
      {
        return owned
      }
      return morphology.nominative(of: best, in: form)
    }
    return Self.cased(form, like: surface)
  }

  /// A folded form with the capitals of its surface, letter by letter.
  static func cased(_ form: [UInt8], like surface: [UInt8]) -> [UInt8] {
    let model = Array(String(decoding: surface, as: UTF8.self).unicodeScalars)
    var text = ""
    for (index, scalar) in String(decoding: form, as: UTF8.self).unicodeScalars.enumerated() {
      if index < model.count, model[index].properties.isUppercase {
        text += scalar.properties.uppercaseMapping
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return Array(text.utf8)
  }
}
