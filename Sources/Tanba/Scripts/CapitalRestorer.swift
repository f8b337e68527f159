import Morphology
import RuleEngine
import TextModel

/// Gives names the capitals that their writing lacks: names that the lexicons know, and words that
/// their endings or the names beside them tell.
struct CapitalRestorer {
  let words: WorkerWords
  let names: CaselessNames
  /// The letters that lack capitals.
  private let letters: LetterScript.WordClass
  let inflectional: FeatureSet
  let kept: FeatureSet
  let possessive: FeatureSet

  /// The fewest letters of a name that its ending tells.
  private static let shortestTold = 5
  /// The fewest letters of an unknown name that its letters tell.
  static let shortestStranger = 4
  /// The share of runs of letters that words of the language have, and foreign names have not.
  static let likenessOfWords = 0.9
  /// The fewest letters of a listed name that is one in any form, and whatever shorter words it may
  /// be a form of.
  private static let shortestSure = 6

  init(
    _ words: WorkerWords, names: CaselessNames, letters: LetterScript.WordClass,
    morphology: Morphology
  ) {
    self.words = words
    self.names = names
    self.letters = letters
    inflectional = morphology.inflectionalFeatures
    kept = morphology.keptFeatures
    possessive = morphology.feature(named: names.ownedFeature) ?? []
  }

  /// What a word is as to names.
  enum Standing {
    /// A name, a person's if need be; by a list or its ending, it is the last of a person's names
    /// and nothing else.
    case name(isPerson: Bool, isLast: Bool = false)
    /// A person's name that is a common word too.
    case maybeName
    /// No lexicon knows it, and its letters are those of a foreign name.
    case stranger
    /// No lexicon knows it; it may be a name beside one.
    case unknown
    /// A word, or no word at all.
    case other

    /// No lexicon knows it.
    var isUnknown: Bool {
      switch self {
      case .unknown, .stranger: true
      case .name, .maybeName, .other: false
      }
    }
  }

  /// - Complexity: O(tokens of the document).
  func restore(_ document: inout Document) {
    var found: Set<[UInt8]> = []
    var standings: [[Standing]] = []
    for sentence in document.sentences {
      let own = (sentence.start..<sentence.end).map {
        standing($0, document.source, document.tokens)
      }
      standings.append(own)
      var isCapital = own.map { if case .name = $0 { true } else { false } }
      markBeginnings(in: sentence, document.source, document.tokens, &isCapital)
      let isFirst = isCapital
      markBeforeKinds(own, sentence, document.tokens, &isCapital)
      markLongNames(in: sentence, document.tokens, &isCapital)
      markBehindPosts(own, sentence, document.tokens, &isCapital)
      markNeighbours(own, sentence, document.tokens, &isCapital)
      markDirections(in: sentence, document.tokens, &isCapital)
      markPhrases(in: sentence, document.tokens, &isCapital)
      markOrgans(in: sentence, document.tokens, &isCapital)
      markPlacesInRows(own, sentence, document.tokens, &isCapital)
      for (index, isCapital) in isCapital.enumerated() where isCapital {
        let token = sentence.start + index
        let type = document.tokens.types[token]
        guard words.types.shape(type).contains(.lower) else { continue }
        if own[index].isUnknown, !isFirst[index] { found.formUnion(bases(type)) }
        document.tokens.setType(of: token, to: capitalised(type))
      }
    }
    guard !found.isEmpty else { return }
    words.describeNewTypes()
    for (sentence, standings) in zip(document.sentences, standings) {
      for (index, standing) in standings.enumerated() where standing.isUnknown {
        let token = sentence.start + index
        let type = document.tokens.types[token]
        guard words.types.shape(type).contains(.lower), !found.isDisjoint(with: bases(type)) else {
          continue
        }
        document.tokens.setType(of: token, to: capitalised(type))
      }
    }
  }

  /// A word with its first letter in upper case, or with all of them where lexicons have it so alone.
  private func capitalised(_ type: WordTypeID) -> WordTypeID {
    let forms = words.matcher.rows(ofBase: Array(words.types.normBytes(type))).map {
      words.matcher.lexicon($0).rows[Int($0.row)].form
    }
    let isShort =
      !forms.isEmpty && forms.allSatisfy { $0.count > 1 && $0.allSatisfy(\.isUppercase) }
    return isShort ? words.scripts.uppercased(type) : words.scripts.titlecased(type)
  }

  /// What a name that no lexicon knows may be without its cases.
  private func bases(_ type: WordTypeID) -> [[UInt8]] {
    words.types.readings(type).compactMap { reading in
      guard reading.features.isSubset(of: inflectional), reading.features.isDisjoint(with: kept)
      else { return nil }
      let base = Array(words.types.norms[reading.base])
      return base.scalarCount >= Self.shortestStranger ? base : nil
    }
  }

  // MARK: Single words

  private func standing(_ token: Int, _ source: [UInt8], _ tokens: TokenTable) -> Standing {
    let type = tokens.types[token]
    let shape = words.types.shape(type)
    let span = tokens.span(of: token)
    guard shape.contains(.letters), shape.isDisjoint(with: [.abbreviation, .initial]),
      LetterScript.wordClass(of: source[span.start..<span.end]) == letters,
      !names.plainWords.contains(Array(words.types.normBytes(type))), !isPlain(type)
    else { return .other }
    var isPeopleName = false
    var isLast = false
    var isGiven = false
    var nameBase: [UInt8]?
    var longBase: [UInt8]?
    var isSurelyPeople = false
    var wordBases: [[UInt8]] = []
    var peopleBases: [[UInt8]] = []
    for reading in words.types.readings(type) {
      let base = Array(words.types.norms[reading.base])
      guard words.matcher.isListed(base: base) else { continue }
      if names.sure.contains(base), reading.features.isSubset(of: inflectional),
        reading.features.isDisjoint(with: kept)
      {
        return .name(isPerson: false)
      }
      var isWord = false
      for row in words.matcher.rows(ofBase: base) {
        let lexicon = words.matcher.lexicon(row)
        let cells = lexicon.rows[Int(row.row)].cells
        guard cells[0].first?.isUppercase == true else {
          isWord = true
          continue
        }
        let isPlain =
          reading.features.isSubset(of: inflectional) && reading.features.isDisjoint(with: kept)
        let isSure =
          names.nameLexicons.contains(lexicon.name) && base.scalarCount >= Self.shortestSure
        guard isPlain || isSure else { continue }
        let isPerson = names.peopleLexicons.contains(lexicon.name)
        isPeopleName = isPeopleName || isPerson
        if isPerson { peopleBases.append(base) }
        if names.lastLexicons.contains(lexicon.name) {
          isLast = true
        } else if isPerson {
          isGiven = true
        }
        let isCommon = lexicon.column("common").map { !cells[$0].isEmpty } ?? false
        // «оқу» is a word, whatever it is short for in capitals.
        let isShort = cells[0].unicodeScalars.allSatisfy(\.properties.isUppercase)
        guard !isCommon, !isShort || !words.isCommonWord(base) else { continue }
        isSurelyPeople = isSurelyPeople || isPerson && isPlain
        if names.nameLexicons.contains(lexicon.name) {
          if isPlain { nameBase = base } else { longBase = base }
        }
      }
      if isWord { wordBases.append(base) }
    }
    // A name that is a word as well wins, one that is a form of another word does not: «судан».
    if nameBase == nil, let longBase, !wordBases.contains(longBase) { nameBase = longBase }
    // A long name is no form of a shorter word.
    if let nameBase,
      wordBases.allSatisfy({
        $0 == nameBase || nameBase.scalarCount >= Self.shortestSure && $0.count < nameBase.count
      })
    {
      return .name(isPerson: isPeopleName, isLast: isLast && !isGiven)
    }
    // Names of their kind were told when the word was converted.
    if shape.contains(.capital) || isSurelyPeople && wordBases.isEmpty {
      return .name(isPerson: isPeopleName, isLast: isLast && !isGiven)
    }
    if isPeopleName {
      // «есімді» is a word as it stands, whatever names it may be a form of.
      let norm = Array(words.types.normBytes(type))
      return wordBases.contains(norm) && !peopleBases.contains(norm) ? .other : .maybeName
    }
    if !wordBases.isEmpty || nameBase != nil { return .other }
    let norm = words.types.norms[words.types.norm(type)]
    if names.verbEndings.contains(where: { norm.suffix($0.count).elementsEqual($0) }) {
      return .other
    }
    if endsLikeName(type, names.endings) { return .name(isPerson: true, isLast: true) }
    return looksStrange(type) ? .stranger : .unknown
  }

  /// Whether a word is of a lexicon whose words are no names.
  private func isPlain(_ type: WordTypeID) -> Bool {
    words.matcher.rows(ofBase: Array(words.types.normBytes(type))).contains {
      names.plainLexicons.contains(words.matcher.lexicon($0).name)
    }
  }

  func endsLikeName(_ type: WordTypeID, _ endings: [[UInt8]]) -> Bool {
    words.types.readings(type).contains { reading in
      guard reading.features.isSubset(of: inflectional), reading.features.isDisjoint(with: kept)
      else { return false }
      let base = words.types.norms[reading.base]
      return base.scalarCount >= Self.shortestTold
        && endings.contains { base.suffix($0.count).elementsEqual($0) }
    }
  }

  // MARK: Places in the sentence

  /// Gives the first word of a sentence, and the first behind an opening quotation mark, the capital
  /// that it has in other writings.
  private func markBeginnings(
    in sentence: TokenSpan, _ source: [UInt8], _ tokens: TokenTable, _ isCapital: inout [Bool]
  ) {
    // One word is no sentence.
    var isBeginning =
      (sentence.start..<sentence.end).count(where: {
        words.types.shape(tokens.types[$0]).contains(.letters)
      }) > 1
    for token in sentence.start..<sentence.end {
      let type = tokens.types[token]
      if words.types.shape(type).contains(.letters) {
        let span = tokens.span(of: token)
        isCapital[token - sentence.start] =
          isCapital[token - sentence.start]
          || isBeginning && words.types.shape(type).isDisjoint(with: [.abbreviation, .initial])
            && LetterScript.wordClass(of: source[span.start..<span.end]) == letters
        isBeginning = false
      } else {
        isBeginning =
          isOpening(token, sentence, tokens)
          || isBeginning && words.types.shape(type).contains(.punctuation)
      }
    }
  }

  /// Whether a token is a mark that opens a title: the word behind is glued to it, and it is glued to
  /// no word before, since one mark may open and close.
  private func isOpening(_ token: Int, _ sentence: TokenSpan, _ tokens: TokenTable) -> Bool {
    guard names.openings.contains(Array(words.types.surface(tokens.types[token]))),
      token + 1 < sentence.end, tokens.flags[token + 1].contains(.glued)
    else { return false }
    return token == 0 || !tokens.flags[token].contains(.glued)
      || words.types.shape(tokens.types[token - 1]).isDisjoint(with: [.letters, .digits])
  }

  /// Marks names before a word that says what kind of place they are of, or whose.
  private func markBeforeKinds(
    _ standings: [Standing], _ sentence: TokenSpan, _ tokens: TokenTable, _ isCapital: inout [Bool]
  ) {
    for index in standings.indices.dropLast() {
      let type = tokens.types[sentence.start + index]
      let next = tokens.types[sentence.start + index + 1]
      if isBetween(type) { continue }
      var kind = sentence.start + index + 1
      while kind + 1 < sentence.end, isBetween(tokens.types[kind]) { kind += 1 }
      let norm = words.types.norms[words.types.norm(tokens.types[kind])]
      let isPlace = names.isPlaceKind(norm)
      defer { if isPlace { markRow(endingAt: index, standings, sentence, tokens, &isCapital) } }
      if isCapital[index] { continue }
      let isTitle = words.types.readings(next).contains {
        names.titles.contains(Array(words.types.norms[$0.base]))
      }
      guard isPlace || isTitle else { continue }
      switch standings[index] {
      case .unknown, .stranger:
        let form = words.types.normBytes(type)
        let isAttribute = names.attributeEndings.contains {
          form.suffix($0.count).elementsEqual($0)
        }
        isCapital[index] =
          isPlace && !isAttribute || !endsAsWord(type) || isNameAsItStands(type, inLists: true)
      case .name, .maybeName: isCapital[index] = true
      case .other:
        let isTown = names.isPlaceKind(norm, towns: true)
        // Whatever word stands before «ауылдық округі» is its name.
        let isSure = isPlace && kind > sentence.start + index + 1 && isWordAsItStands(type)
        isCapital[index] = isSure || isNameAsItStands(type, inLists: isTown)
      }
    }
  }

  /// Whether a word stands in no case and is none that says which place it is.
  private func isWordAsItStands(_ type: WordTypeID) -> Bool {
    let form = words.types.normBytes(type)
    return words.types.shape(type).contains(.letters) && !isPlain(type)
      && !names.attributeEndings.contains { form.suffix($0.count).elementsEqual($0) }
      && words.types.readings(type).contains {
        $0.features.isEmpty && words.types.norms[$0.base].elementsEqual(form)
      }
  }

  private func isBetween(_ type: WordTypeID) -> Bool {
    names.betweens.contains(Array(words.types.normBytes(type)))
  }

  /// Marks the names that stand in a row with the last of them, before a word for what they are:
  /// «Жамбыл, Абай және Шу аудандары».
  private func markRow(
    endingAt last: Int, _ standings: [Standing], _ sentence: TokenSpan, _ tokens: TokenTable,
    _ isCapital: inout [Bool]
  ) {
    var index = last
    while index >= 2, isCapital[index],
      names.joiners.contains(
        Array(words.types.normBytes(tokens.types[sentence.start + index - 1]))),
      isCapital[index - 2]
        || isNameAsItStands(tokens.types[sentence.start + index - 2], inLists: false)
        || standings[index - 2].isUnknown && !endsAsWord(tokens.types[sentence.start + index - 2])
    {
      index -= 2
      isCapital[index] = true
    }
  }

  /// Marks a place that is called by a word, beside another place in a row: «Торғай және Ырғыз».
  private func markPlacesInRows(
    _ standings: [Standing], _ sentence: TokenSpan, _ tokens: TokenTable, _ isCapital: inout [Bool]
  ) {
    for index in standings.indices where isCapital[index] {
      guard case .name(isPerson: false, _) = standings[index] else { continue }
      for other in [index - 2, index + 2] where standings.indices.contains(other) {
        let joiner = tokens.types[sentence.start + (index + other) / 2]
        guard !isCapital[other],
          names.joiners.contains(Array(words.types.normBytes(joiner))),
          isNameAsItStands(tokens.types[sentence.start + other], inLists: true)
        else { continue }
        isCapital[other] = true
      }
    }
  }

  /// Whether some lexicon has a name of the letters of a word, or one of the lexicons of names.
  private func isNameAsItStands(_ type: WordTypeID, inLists: Bool) -> Bool {
    guard words.types.shape(type).contains(.letters),
      !names.plainWords.contains(Array(words.types.normBytes(type)))
    else { return false }
    return words.matcher.rows(ofBase: Array(words.types.norms[words.types.norm(type)])).contains {
      let lexicon = words.matcher.lexicon($0)
      let name = lexicon.rows[Int($0.row)].cells[0].unicodeScalars
      return name.first?.properties.isUppercase == true
        && !name.allSatisfy(\.properties.isUppercase)
        && (!inLists || names.nameLexicons.contains(lexicon.name))
    }
  }
}
