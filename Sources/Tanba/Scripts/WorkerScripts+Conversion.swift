import ICUText
import TextModel

// What becomes of words that are read in an alphabet.
extension WorkerScripts {
  /// What becomes of a word that is read in an alphabet.
  struct Conversion {
    /// The word type in the alphabet of the rules; the same where it stays as it is.
    var type: WordTypeID
    /// Lexicons know it, in some form.
    var isListed: Bool
    /// It stays in its own letters, but for an ending behind a hyphen.
    var isForeign = false
  }

  private static let longestAcronym = 5
  /// The fewest letters of a listed word that is taken for one of another alphabet than its text's.
  private static let shortestStray = 3
  /// The longest ending that stands behind a foreign word and a hyphen, in UTF-8 bytes.
  private static let longestEnding = 12
  /// The letters of numerals below forty: those with others may be suffixes, «-сі».
  private static let smallNumerals = Set("IVX".utf8)

  /// Notes whether sentences of one alphabet have words of others too: listed ones with letters that
  /// it lacks. Only then is a word that it can write read in another, since lexicons lack many words.
  func noteMixture(of sentences: [TokenSpan], _ tokens: TokenTable, in system: Int) {
    isMixed = sentences.contains { sentence in
      (sentence.start..<sentence.end).contains { token in
        let type = tokens.types[token]
        return wordClass(of: type) == .foreign(systems.all[system].script)
          && !trial(of: type, in: system).fits
          && stray(type, besides: system, fitting: false)?.isListed == true
      }
    }
  }

  /// What a word type is in the alphabet of the rules.
  func converted(_ type: WordTypeID, from system: Int) -> Conversion {
    let key = UInt64(system * 2 + (isMixed ? 1 : 0)) << 32 | UInt64(type)
    if let known = converted[key] { return known }
    let result: Conversion
    if let foreign = withEnding(type, from: system) {
      result = foreign
    } else {
      result = convert(type, from: system)
    }
    converted[key] = result
    return result
  }

  /// The word type of a punctuation mark in the rules' own writing.
  func sign(_ type: WordTypeID, from system: Int) -> WordTypeID {
    let surface = Array(words.types.surface(type))
    guard surface.count > 1 else { return type }
    return reader(system).convert(surface).withUnsafeBufferPointer { words.types.intern($0) }
  }

  private func convert(_ type: WordTypeID, from system: Int) -> Conversion {
    let types = words.types
    let trial = trial(of: type, in: system)
    let kept = Conversion(type: type, isListed: words.matcher.isListed(type, inflected: true))
    guard trial.fits else {
      // Capitals tell no alphabet.
      if !isAcronym(type), let other = stray(type, besides: system, fitting: false) { return other }
      return kept
    }
    if !types.shape(type).isDisjoint(with: [.upper, .capital]),
      words.matcher.isListed(type, inflected: false), isPersonAtMost(type, in: system)
    {
      return kept
    }
    let isLatin = systems.all[system].script == .latin
    if !trial.isListed, isLatin {
      // Numerals, and what the lexicons know in its own letters: NATO. One letter cuts a word short.
      if types.shape(type).contains(.roman) || kept.isListed && trial.letters > 1 { return kept }
    }
    let reader = correctingReader(system)
    let surface = systems.all[system].withWholeCapitals(Array(types.surface(type)))
    var word = reader.convert(surface)
    let isListed = isListed(word)
    if isLatin, isListed, types.shape(type).contains(.capital),
      let name = spellings(of: system).name(
        for: Array(String(decoding: word, as: UTF8.self).lowercased().utf8),
        isWord: self.isListed)
    {
      word = reader.titlecased(name)
    }
    if !isListed, isLatin {
      if isMixed, let other = stray(type, besides: system, fitting: true) { return other }
      if isForeign(type, read: word, in: system) { return kept }
    }
    if !isListed, !hasNativeStart(word),
      let other = systems.all[system].withOtherCapital(surface)
    {
      // A name that no lexicon knows: the letter that begins more of them.
      word = reader.titlecased(reader.convert(other))
    }
    if systems.all[system].isCaseless {
      word = isListed ? capitalised(word) : numeral(word) ?? capitalised(word)
    }
    return Conversion(
      type: word.withUnsafeBufferPointer { types.intern($0) }, isListed: isListed)
  }

  /// Whether a word is read as nothing that lexicons know but a name of people or one that is a
  /// common word: «Tesla» is no Тесла where they have it in its own letters.
  private func isPersonAtMost(_ type: WordTypeID, in system: Int) -> Bool {
    guard trial(of: type, in: system).isListed else { return true }
    guard systems.all[system].script == .latin, !words.types.shape(type).contains(.upper) else {
      return false
    }
    let surface = systems.all[system].withWholeCapitals(Array(words.types.surface(type)))
    return isPersonAtMost(reader(system).convert(surface))
  }

  private func isPersonAtMost(_ word: [UInt8]) -> Bool {
    let people = rules.words.caselessNames?.peopleLexicons ?? []
    return words.describer.describe(word).readings.allSatisfy {
      words.matcher.rows(ofBase: $0.base).allSatisfy { row in
        let lexicon = words.matcher.lexicon(row)
        if people.contains(lexicon.name) { return true }
        return lexicon.column("common").map { !lexicon.rows[Int(row.row)].cells[$0].isEmpty }
          ?? false
      }
    }
  }

  /// Whether a word is one that companies are called by, in letters of its own.
  func isCompanyWord(_ type: WordTypeID) -> Bool {
    let lexicon = rules.words.caselessNames?.companyLexicon
    return words.matcher.rows(ofBase: Array(words.types.normBytes(type))).contains {
      words.matcher.lexicon($0).name == lexicon
    }
  }

  /// A word read in another alphabet of its script than the text's, since texts mix them: one that
  /// lexicons know so, or that only the other alphabet has the letters of.
  private func stray(
    _ type: WordTypeID, besides system: Int, fitting fits: Bool
  ) -> Conversion? {
    let script = systems.all[system].script
    var best: (number: Int, isListed: Bool)?
    for (number, other) in systems.all.enumerated()
    where number != system && other.script == script && !other.read.isEmpty {
      let trial = trial(of: type, in: number)
      guard trial.fits else { continue }
      if trial.isListed, !fits || trial.listedLetters >= Self.shortestStray {
        best = (number, true)
        break
      }
      let isCapital = words.types.shape(type).contains(.capital)
      if best == nil, !fits, trial.isTelling || !isCapital { best = (number, false) }
    }
    guard let best else { return nil }
    let surface = Array(words.types.surface(type))
    let word = reader(best.number).convert(systems.all[best.number].withWholeCapitals(surface))
    return Conversion(
      type: word.withUnsafeBufferPointer { words.types.intern($0) }, isListed: best.isListed)
  }

  /// A foreign word and its ending behind a hyphen, which alone is carried over: «Google-diń».
  private func withEnding(
    _ type: WordTypeID, from system: Int
  ) -> Conversion? {
    let surface = Array(words.types.surface(type))
    guard systems.all[system].script == .latin,
      let hyphen = surface.lastIndex(of: UInt8(ascii: "-")),
      hyphen > 0, hyphen + 1 < surface.count, surface.count - hyphen <= Self.longestEnding,
      String(decoding: surface[(hyphen + 1)...], as: UTF8.self).unicodeScalars
        .allSatisfy(\.properties.isLowercase),
      !trial(of: type, in: system).isListed
    else { return nil }
    let head = surface[..<hyphen].withUnsafeBufferPointer { words.types.intern($0) }
    words.describeNewTypes()
    let conversion = converted(head, from: system)
    guard conversion.type == head else { return nil }
    let word = surface[...hyphen] + (reader(system).convert(Array(surface[(hyphen + 1)...])))
    return Conversion(
      type: Array(word).withUnsafeBufferPointer { words.types.intern($0) },
      isListed: conversion.isListed, isForeign: true)
  }

  /// Whether a word that lexicons don't know has a run of letters that no word of the alphabet has.
  private func isForeign(
    _ type: WordTypeID, read word: [UInt8], in system: Int
  ) -> Bool {
    let files = systems.all[system].foreign
    let shape = words.types.shape(type)
    guard !files.isEmpty, shape.contains(.capital), !shape.contains(.upper) else { return false }
    if foreignTests[system] == nil {
      let locale = systems.all[system].locale
      foreignTests[system] = WordConverter(files, from: locale, to: locale)
    }
    let surface = Array(words.types.surface(type))
    guard foreignTests[system]!.convert(surface) != surface else { return false }
    // A name that is made as those of people are.
    let endings = rules.words.caselessNames?.endings ?? []
    let bases = words.describer.describe(word).readings.map(\.base)
    return !bases.contains { base in endings.contains { base.suffix($0.count).elementsEqual($0) } }
  }

  /// Whether a word is capitals that tell nothing of an alphabet: few, or known as they stand.
  func isAcronym(_ type: WordTypeID) -> Bool {
    guard words.types.shape(type).contains(.upper) else { return false }
    return words.types.surface(type).count <= Self.longestAcronym
      || words.matcher.isListed(type, inflected: false)
  }

  /// Whether a word is listed as a name of people, or ends as such names do.
  func isPersonsName(_ type: WordTypeID) -> Bool {
    guard let names = rules.words.caselessNames else { return false }
    return words.types.readings(type).contains { reading in
      let base = words.types.norms[reading.base]
      return words.matcher.rows(ofBase: Array(base)).contains {
        names.peopleLexicons.contains(words.matcher.lexicon($0).name)
      }
        || (names.endings + names.endingsBesideNames + names.endingsOfPairs).contains {
          base.count > $0.count && base.suffix($0.count).elementsEqual($0)
        }
    }
  }

  /// Whether one of the first letters of a word, but the very first, is in no foreign name.
  private func hasNativeStart(_ word: [UInt8]) -> Bool {
    let letters = rules.words.caselessNames?.nativeLetters ?? []
    return String(decoding: word, as: UTF8.self).unicodeScalars.dropFirst().prefix(4)
      .contains(where: letters.contains)
  }

  /// Whether a form is that of a listed word whose suffixes sound as they should behind it.
  func isRegular(_ form: [UInt8]) -> Bool {
    for reading in words.describer.describe(form).readings {
      if words.matcher.isListed(base: reading.base) { return true }
      if reading.base == form { return false }
    }
    return false
  }

  /// A word in capitals if these are a numeral: «حح», ХХ.
  private func numeral(_ form: [UInt8]) -> [UInt8]? {
    guard form.count > 2, form.count < Self.longestEnding else { return nil }
    let capitals = Array(String(decoding: form, as: UTF8.self).uppercased().utf8)
    guard let latin = words.describer.romanForm(of: capitals),
      latin.allSatisfy(Self.smallNumerals.contains)
    else { return nil }
    return capitals
  }

  /// A form with the capitals of the name that it is, if lexicons know it as nothing else.
  private func capitalised(_ form: [UInt8]) -> [UInt8] {
    // «жаңалығы» is a word as it stands, whatever village it may be a form of; a letter is no name.
    guard form.scalarCount > 1, !words.isCommonWord(form),
      rules.words.caselessNames?.plainWords.contains(form) != true
    else { return form }
    let long = rules.words.caselessNames?.longLexicons ?? []
    for reading in words.describer.describe(form).readings {
      // «Айтас» in «айтасың»: a name has cases, and nothing else.
      guard words.describer.isNominalCase(reading.features) else { continue }
      var name: [UInt8]?
      for row in words.matcher.rows(ofBase: reading.base) {
        let lexicon = words.matcher.lexicon(row)
        let cells = lexicon.rows[Int(row.row)].cells
        if cells[0].first?.isUppercase != true { return form }
        if let common = lexicon.column("common"), !cells[common].isEmpty { return form }
        // Villages are called by words of all kinds.
        if long.contains(lexicon.name) { continue }
        name = Array(cells[0].utf8)
      }
      guard let name else { continue }
      let lower = Array(String(decoding: name, as: UTF8.self).lowercased().utf8)
      return form.starts(with: lower) ? name + form[lower.count...] : form
    }
    return form
  }
}
