import ICUText
import RuleEngine
import TextModel

/// What one worker needs to carry words between alphabets, and what it has found out of its word
/// types.
final class WorkerScripts {
  let systems: WritingSystems
  private let rules: RuleSet
  private unowned let words: WorkerWords
  private var readers: [Int: WordConverter] = [:]
  private var writers: [Int: WordConverter] = [:]
  private var classes: [LetterScript.WordClass] = []
  private var trials: [UInt64: Trial] = [:]
  private var converted: [UInt64: WordTypeID] = [:]

  /// How a word looks when it is read in an alphabet.
  struct Trial {
    /// All its letters belong to the alphabet.
    var fits: Bool
    /// It is a form of a listed word.
    var isListed: Bool
    /// One of its letters speaks for the alphabet.
    var isTelling: Bool
    /// Its number of letters.
    var letters: Int
  }

  private static let longestAcronym = 5

  init(_ rules: RuleSet, words: WorkerWords) {
    self.rules = rules
    self.words = words
    systems = rules.writingSystems
  }

  /// What the letters of each word type are.
  func wordClass(of type: WordTypeID) -> LetterScript.WordClass {
    while classes.count <= Int(type) {
      classes.append(
        LetterScript.wordClass(of: words.types.surface(WordTypeID(classes.count))))
    }
    return classes[Int(type)]
  }

  /// The word type of a word and the mark glued behind it, where an alphabet has such marks.
  func marked(_ token: Int, _ end: Int, _ tokens: TokenTable, in system: Int) -> WordTypeID? {
    let marks = systems.all[system].marks
    guard !marks.isEmpty, token + 1 < end, tokens.flags[token + 1].contains(.glued) else {
      return nil
    }
    let mark = words.types.surface(tokens.types[token + 1])
    let scalars = String(decoding: mark, as: UTF8.self).unicodeScalars
    guard scalars.count == 1, marks.contains(scalars.first!) else { return nil }
    let surface = Array(words.types.surface(tokens.types[token]) + mark)
    let type = surface.withUnsafeBufferPointer { words.types.intern($0) }
    words.describeNewTypes()
    return type
  }

  /// Whether a token is a single letter that belongs to digits beside it: 2021-05-12T09:30.
  func isSign(_ token: Int, _ tokens: TokenTable) -> Bool {
    guard words.types.surface(tokens.types[token]).count == 1, token > 0,
      tokens.flags[token].contains(.glued)
    else { return false }
    return words.types.shape(tokens.types[token - 1]).contains(.digits)
  }

  /// Reads a word type in an alphabet, as a trial.
  func trial(of type: WordTypeID, in system: Int) throws(ICUError) -> Trial {
    let key = UInt64(system) << 32 | UInt64(type)
    if let known = trials[key] { return known }
    let surface = Array(words.types.surface(type))
    let form = CaseMapping.lowercased(surface, locale: systems.all[system].locale)
    let scalars = String(decoding: form, as: UTF8.self).unicodeScalars
    let fits = systems.all[system].fits(Array(scalars))
    var isKnown = false
    if fits {
      let word = systems.all[system].withWholeCapitals(surface)
      isKnown = isListed(try reader(system).convert(word))
    }
    let result = Trial(
      fits: fits, isListed: isKnown,
      isTelling: scalars.contains(where: systems.all[system].telling.contains),
      letters: scalars.count)
    trials[key] = result
    return result
  }

  /// The word type that a word type is in the alphabet of the rules; itself where it stays as it is.
  func converted(_ type: WordTypeID, from system: Int) throws(ICUError) -> WordTypeID {
    let key = UInt64(system) << 32 | UInt64(type)
    if let known = converted[key] { return known }
    let result = try convert(type, from: system)
    converted[key] = result
    return result
  }

  /// The word type of a punctuation mark in the rules' own writing.
  func sign(_ type: WordTypeID, from system: Int) throws(ICUError) -> WordTypeID {
    let surface = Array(words.types.surface(type))
    guard surface.count > 1 else { return type }
    return try reader(system).convert(surface).withUnsafeBufferPointer { words.types.intern($0) }
  }

  private func convert(_ type: WordTypeID, from system: Int) throws(ICUError) -> WordTypeID {
    let types = words.types
    let trial = try trial(of: type, in: system)
    guard trial.fits else { return type }
    if types.shape(type).contains(.upper), !trial.isListed,
      words.matcher.isListed(type, inflected: false)
    {
      return type
    }
    if !trial.isListed, systems.all[system].script == .latin {
      // Numerals, and what the lexicons know in its own letters: NATO.
      let isNumeral = types.shape(type).contains(.roman)
      if isNumeral || words.matcher.isListed(type, inflected: true) { return type }
    }
    let reader = try correctingReader(system)
    let surface = systems.all[system].withWholeCapitals(Array(types.surface(type)))
    var word = reader.convert(surface)
    if !isListed(word), !hasNativeStart(word),
      let other = systems.all[system].withOtherCapital(surface)
    {
      // A name that no lexicon knows: the letter that begins more of them.
      word = reader.titlecased(reader.convert(other))
    }
    if systems.all[system].isCaseless { word = capitalised(word) }
    return word.withUnsafeBufferPointer { types.intern($0) }
  }

  /// Whether a word is capitals that tell nothing of an alphabet: few, or known as they stand.
  func isAcronym(_ type: WordTypeID) -> Bool {
    guard words.types.shape(type).contains(.upper) else { return false }
    return words.types.surface(type).count <= Self.longestAcronym
      || words.matcher.isListed(type, inflected: false)
  }

  /// The word type with its first letter in upper case.
  func titlecased(_ type: WordTypeID) -> WordTypeID {
    let surface = Array(words.types.surface(type))
    let form = String(decoding: surface, as: UTF8.self)
    guard let first = form.unicodeScalars.first else { return type }
    let title = Array(first.properties.titlecaseMapping.utf8) + surface[UTF8.width(first)...]
    return title.withUnsafeBufferPointer { words.types.intern($0) }
  }

  private func isListed(_ word: [UInt8]) -> Bool {
    words.describer.describe(word).readings.contains { words.matcher.isListed(base: $0.base) }
  }

  /// Whether one of the first letters of a word, but the very first, is in no foreign name.
  private func hasNativeStart(_ word: [UInt8]) -> Bool {
    let letters = rules.words.caselessNames?.nativeLetters ?? []
    return String(decoding: word, as: UTF8.self).unicodeScalars.dropFirst().prefix(4)
      .contains(where: letters.contains)
  }

  /// Whether a form is that of a listed word whose suffixes sound as they should behind it.
  private func isRegular(_ form: [UInt8]) -> Bool {
    for reading in words.describer.describe(form).readings {
      if words.matcher.isListed(base: reading.base) { return true }
      if reading.base == form { return false }
    }
    return false
  }

  /// A form with the capitals of the name that it is, if lexicons know it as nothing else.
  private func capitalised(_ form: [UInt8]) -> [UInt8] {
    for reading in words.describer.describe(form).readings {
      // «Айтас» in «айтасың»: a name has cases, and nothing else.
      guard words.describer.isNominalCase(reading.features) else { continue }
      var name: [UInt8]?
      for row in words.matcher.rows(ofBase: reading.base) {
        let lexicon = words.matcher.lexicon(row)
        let cells = lexicon.rows[Int(row.row)].cells
        if cells[0].first?.isUppercase != true { return form }
        if let common = lexicon.column("common"), !cells[common].isEmpty { return form }
        name = Array(cells[0].utf8)
      }
      guard let name else { continue }
      let lower = Array(String(decoding: name, as: UTF8.self).lowercased().utf8)
      return form.starts(with: lower) ? name + form[lower.count...] : form
    }
    return form
  }

  // MARK: Converters

  private func reader(_ system: Int) throws(ICUError) -> WordConverter {
    if let made = readers[system] { return made }
    let made = WordConverter(
      systems.all[system].read, from: systems.all[system].locale, to: "")
    readers[system] = made
    return made
  }

  /// Carries words from the alphabet of the rules to another.
  func writer(_ system: Int) throws(ICUError) -> WordConverter {
    if let made = writers[system] { return made }
    let files = rules.words.folding.map(\.source) + systems.all[system].write
    let made = WordConverter(files, from: "", to: systems.all[system].locale)
    writers[system] = made
    return made
  }

  /// The reader of an alphabet that restores what the lexicons know.
  private func correctingReader(_ system: Int) throws(ICUError) -> WordConverter {
    let reader = try reader(system)
    guard reader.correct == nil else { return reader }
    let writer = try writer(system)
    let index = try systems.spellings(of: system) { () throws(ICUError) in
      let locale = systems.all[system].locale
      let variants = systems.all[system].variants
      return SpellingIndex(
        lexicons: rules.program.lexicons, losing: systems.all[system].lossy,
        merging: systems.all[system].merged, write: writer,
        variants: variants.isEmpty ? nil : WordConverter(variants, from: locale, to: locale),
        read: reader)
    }
    let isMerging = !systems.all[system].merged.isEmpty
    reader.correct = { [unowned self] form in
      if isMerging ? isRegular(form) : isListed(form) { return form }
      if isMerging, let word = index.mergedWord(for: form, isWord: isRegular) { return word }
      if isListed(form) { return form }
      return index.word(for: form, isWord: isListed) ?? form
    }
    return reader
  }
}
