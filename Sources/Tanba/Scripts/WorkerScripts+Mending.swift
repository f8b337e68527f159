import ICUText
import TextModel

// Letters of the rules' alphabet in words of another, which they look like.
extension WorkerScripts {
  /// The word type that was meant by a word of two alphabets; the same where it may be none of the
  /// script's.
  ///
  /// - Complexity: O(length of the word), once a type.
  func mended(_ type: WordTypeID, for script: LetterScript) -> WordTypeID {
    if let known = mended[type] { return known }
    var result = type
    if let surface = mended(words.types.surface(type), for: script) {
      result = surface.withUnsafeBufferPointer { words.types.intern($0) }
    }
    mended[type] = result
    return result
  }

  /// A word in letters of one script, if it has some that nothing in the rules' alphabet looks like.
  private func mended(_ surface: ArraySlice<UInt8>, for script: LetterScript) -> [UInt8]? {
    guard let pairs = lookAlikes[script], !pairs.isEmpty else { return nil }
    var text = String.UnicodeScalarView()
    var isTelling = false
    for scalar in String(decoding: surface, as: UTF8.self).unicodeScalars {
      if let meant = pairs[scalar] {
        text.append(meant)
        continue
      }
      if LetterScript(scalar) == script {
        isTelling = isTelling || !pairs.values.contains(scalar)
      } else if !scalar.properties.isDiacritic, marks[script]?.contains(scalar) != true {
        return nil
      }
      text.append(scalar)
    }
    return isTelling ? Normalizer.nfc(Array(String(text).utf8)) : nil
  }
}
