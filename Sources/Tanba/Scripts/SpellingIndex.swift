import RuleEngine
import TextModel

/// The words of the lexicons that an alphabet can't write without loss, by what they read as.
///
/// Built once a rule set and alphabet, and shared by all workers.
struct SpellingIndex: Sendable {
  private let forms: [[UInt8]: [UInt8]]
  /// Names among them that read as another word, or as a name that only stands for them.
  private let names: [[UInt8]: [UInt8]]
  /// The same words, by what is left of them where letters are merged that the alphabet merges.
  private let mergedForms: [[Unicode.Scalar]: [[UInt8]]]
  private let merged: [Unicode.Scalar: Unicode.Scalar]
  private let counterparts: [Unicode.Scalar: Unicode.Scalar]
  private let shortest: Int

  /// The fewest letters that may stand for a word with suffixes.
  private static let shortestStem = 3
  /// The most forms that are weighed against each other.
  private static let mostVariants = 32

  /// Carries every word of the lexicons that has one of the `letters` to the alphabet and back, also
  /// in the other ways of spelling it that each of `variants` makes of it, and keeps those that come back
  /// changed.
  ///
  /// - Complexity: O(words of the lexicons), some microseconds a word.
  init(
    lexicons: [Lexicon], losing letters: Set<Unicode.Scalar>,
    merging merged: [Unicode.Scalar: Unicode.Scalar], write: WordConverter,
    variants: [WordConverter], read: WordConverter
  ) {
    var words: [[UInt8]] = []
    var isListed: Set<[UInt8]> = []
    var isName: Set<[UInt8]> = []
    var aliases: [[UInt8]: [UInt8]] = [:]
    for lexicon in lexicons {
      let canonical = lexicon.column("canonical")
      for row in lexicon.rows {
        if row.cells[0].first?.isUppercase == true {
          let name = Array(row.form.lowercased().utf8)
          if let canonical, !row.cells[canonical].isEmpty {
            aliases[name] = Array(row.cells[canonical].lowercased().utf8)
          } else {
            isName.insert(name)
          }
        }
        for word in row.form.split(whereSeparator: { !$0.isLetter }) {
          let word = Array(word.utf8)
          let lower = Array(String(decoding: word, as: UTF8.self).lowercased().utf8)
          guard isListed.insert(lower).inserted else { continue }
          let scalars = String(decoding: lower, as: UTF8.self).unicodeScalars
          if scalars.contains(where: letters.contains) { words.append(word) }
        }
      }
    }
    var forms: [[UInt8]: [UInt8]] = [:]
    var names: [[UInt8]: [UInt8]] = [:]
    for word in words {
      let form = Array(String(decoding: word, as: UTF8.self).lowercased().utf8)
      // Capitals may merge letters that small ones tell apart.
      for spelling in [form, write.titlecased(form)] + (word == form ? [] : [word]) {
        let written = write.convert(spelling)
        let others = variants.map { $0.convert(written) }.filter { $0 != written }
        for written in [written] + others {
          let back = Array(
            String(decoding: read.convert(written), as: UTF8.self).lowercased().utf8)
          // A short name with a letter of two is as well another name: «Ориол», no «Орёл».
          let isDoubtful =
            word != form && back.count > form.count
            && form.scalarCount <= Self.shortestStem + 1
          guard back != form, !isDoubtful else { continue }
          if !isListed.contains(back) {
            if forms[back] == nil { forms[back] = form }
          } else if merged.isEmpty, word != form, !isName.contains(back),
            form.scalarCount > Self.shortestStem + 1,
            aliases[back] == nil || aliases[back] == form
          {
            names[back] = form
          }
        }
      }
    }
    self.forms = forms
    self.names = names
    self.merged = merged
    counterparts = merged.merging(merged.map { ($0.value, $0.key) }) { first, _ in first }
    var mergedForms: [[Unicode.Scalar]: [[UInt8]]] = [:]
    if !merged.isEmpty {
      for word in words {
        let lower = String(decoding: word, as: UTF8.self).lowercased()
        let key = lower.unicodeScalars.map { merged[$0] ?? $0 }
        guard key.count >= Self.shortestStem, key != Array(lower.unicodeScalars) else { continue }
        mergedForms[key, default: []].append(Array(lower.utf8))
        // The last letter may change before a suffix: «солтүстік», «солтүстігі».
        if key.count > Self.shortestStem + 2 {
          let start = lower.unicodeScalars.dropLast().flatMap { Array(UTF8.encode($0)!) }
          mergedForms[key.dropLast(), default: []].append(start)
        }
      }
    }
    self.mergedForms = mergedForms
    shortest = Self.shortestStem
  }

  /// The word that a form stands for, alone or with suffixes, where `isWord` accepts the whole.
  ///
  /// - Complexity: O(square of the length of the form).
  func word(for form: [UInt8], isWord: ([UInt8]) -> Bool) -> [UInt8]? {
    word(for: form, in: forms, isWord: isWord)
  }

  /// The same of a form with a capital that is another word without one.
  ///
  /// - Complexity: O(square of the length of the form).
  func name(for form: [UInt8], isWord: ([UInt8]) -> Bool) -> [UInt8]? {
    names.isEmpty ? nil : word(for: form, in: names, isWord: isWord)
  }

  private func word(
    for form: [UInt8], in forms: [[UInt8]: [UInt8]], isWord: ([UInt8]) -> Bool
  ) -> [UInt8]? {
    var end = form.count - 1
    var letters = form.scalarCount
    if let word = forms[form] {
      // Two letters are a suffix sooner than a word of two.
      return word.scalarCount >= shortest ? word : nil
    }
    while end > 0 {
      // Cut between letters only.
      if form[end] & 0xC0 != 0x80 {
        letters -= 1
        if letters < shortest { return nil }
        if let stem = forms[Array(form[..<end])] {
          let word = stem + form[end...]
          if isWord(word) { return word }
        }
      }
      end -= 1
    }
    return nil
  }

  /// The word of which a form has a letter for another that the alphabet merges with it, where
  /// `isWord` accepts the whole: suffixes say nothing of the vowels before them, and the vowels that
  /// are read depend on the suffixes.
  ///
  /// - Complexity: O(square of the length of the form).
  func mergedWord(for form: [UInt8], isWord: ([UInt8]) -> Bool) -> [UInt8]? {
    guard !mergedForms.isEmpty else { return nil }
    let scalars = Array(String(decoding: form, as: UTF8.self).unicodeScalars)
    let key = scalars.map { merged[$0] ?? $0 }
    // Shorter forms are suffixes behind numbers sooner than words.
    guard scalars.count > shortest, scalars.count <= 40 else { return nil }
    for length in stride(from: key.count, through: shortest, by: -1) {
      for stem in mergedForms[Array(key[..<length])] ?? [] {
        // The suffixes may have been read as the vowels of the stem were.
        let suffixes = scalars[length...]
        let others = suffixes.map { counterparts[$0] ?? $0 }
        for rest in Array(suffixes) == others ? [others] : [Array(suffixes), others] {
          let word = stem + rest.flatMap { Array(UTF8.encode($0)!) }
          if isWord(word) { return word }
        }
      }
    }
    return nil
  }

  /// The forms that a form may be read as where letters are merged, itself first; itself alone where
  /// there are too many, or where it is short.
  ///
  /// - Complexity: O(length of the form).
  func variants(of form: [UInt8]) -> [[Unicode.Scalar]] {
    let scalars = Array(String(decoding: form, as: UTF8.self).unicodeScalars)
    var variants = [scalars]
    // A few letters say little.
    guard scalars.count > shortest else { return variants }
    for (place, letter) in scalars.enumerated() {
      guard let other = counterparts[letter] else { continue }
      variants += variants.map { variant in
        var variant = variant
        variant[place] = other
        return variant
      }
      if variants.count > Self.mostVariants { return [scalars] }
    }
    return variants
  }
}
