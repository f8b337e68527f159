import ICUText
import TextModel

/// Lists the words of a document that were read otherwise than they are written: joined, cleared of
/// marks, with other letters.
struct RepairReporter: Processor {
  let rules: RuleSet

  var name: String { "report" }
  var requires: Set<Layer> { [.tokens, .repairs] }
  var provides: Set<Layer> { [] }

  func process(_ document: inout Document, with worker: Worker) throws {
    let words = try WorkerWords.of(worker, rules)
    var repairs: [Document.Repair] = []
    for token in 0..<document.tokens.count {
      let span = document.tokens.span(of: token)
      let written = document.source[span.start..<span.end]
      // Another alphabet is no damage.
      if document.script != nil, case .foreign = LetterScript.wordClass(of: written) { continue }
      let type = document.tokens.types[token]
      let read = words.types.surface(type)
      let form = folded(type, words)
      if written.elementsEqual(read), form == nil { continue }
      // A suffix behind its number or name is read as one word with it.
      let repaired = form ?? String(decoding: read, as: UTF8.self)
      if repaired.utf8.elementsEqual(withPlainHyphens(written)) { continue }
      let kind = kind(of: written, read: repaired, words)
      repairs.append(Document.Repair(span: span, repaired: repaired, kind: kind))
    }
    document.repairs = repairs
  }

  /// What makes a word as written another one than it was read as.
  private func kind(
    of written: ArraySlice<UInt8>, read: String, _ words: WorkerWords
  ) -> Document.Repair.Kind {
    let scalars = Array(String(decoding: written, as: UTF8.self).unicodeScalars)
    if scalars.contains(where: \.properties.isWhitespace) {
      return scalars.contains("\n") ? .hyphenated : .split
    }
    if read.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return .digits }
    if scalars.contains(where: { $0 == "[" || $0.properties.generalCategory == .otherNumber }) {
      return .footnote
    }
    let visible = scalars.filter { $0.properties.generalCategory != .format }
    if visible.count < scalars.count { return .invisible }
    if read.utf8.count(where: isBetweenParts) > written.count(where: isBetweenParts) {
      return .glued
    }
    if Normalizer.nfc(Array(written)).elementsEqual(read.utf8) { return .decomposed }
    // Letters of two scripts in one word look alike, whatever alphabet it was read in.
    if scalars.contains(where: { LetterScript($0) != nil }) { return .lookAlike }
    return words.describer.fold(Array(written)) == words.describer.fold(Array(read.utf8))
      ? .lookAlike : .keyboard
  }

  /// Hyphens of typeset text, and a dash for one, are no damage.
  private func withPlainHyphens(_ written: ArraySlice<UInt8>) -> [UInt8] {
    guard written.contains(0xE2) else { return Array(written) }
    let scalars = String(decoding: written, as: UTF8.self).unicodeScalars.map {
      WordAnatomy.servesAsHyphen($0) ? "-" : $0
    }
    return Array(String(String.UnicodeScalarView(scalars)).utf8)
  }

  private func isBetweenParts(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ")
  }

  /// The word with look-alike letters replaced and without what can't be seen; nil where there are
  /// none.
  private func folded(_ type: WordTypeID, _ words: WorkerWords) -> String? {
    let shape = words.types.shape(type)
    guard shape.contains(.letters),
      shape.isDisjoint(with: [.roman, .suffixedNumber, .suffixedUpper])
    else { return nil }
    let surface = Array(words.types.surface(type))
    let form = DictionaryForm.cased(Array(words.types.normBytes(type)), like: surface)
    return form == surface ? nil : String(decoding: form, as: UTF8.self)
  }
}
