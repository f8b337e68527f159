import Morphology
import RuleEngine
import TextModel

/// Gives names the capitals that their writing lacks: names that the lexicons know, and words that
/// their endings or the names beside them tell.
struct CapitalRestorer {
  private let words: WorkerWords
  private let names: CaselessNames
  private let script: LetterScript
  private let inflectional: FeatureSet
  private let kept: FeatureSet

  /// The longest name of the lexicons that is looked for, in tokens.
  private static let longestName = 8
  /// The fewest letters of a name that its ending tells.
  private static let shortestTold = 5
  /// The fewest letters of a listed name that is one in any form, and whatever shorter words it may
  /// be a form of.
  private static let shortestSure = 6

  init(_ words: WorkerWords, names: CaselessNames, script: LetterScript, morphology: Morphology) {
    self.words = words
    self.names = names
    self.script = script
    inflectional = morphology.inflectionalFeatures
    kept = morphology.keptFeatures
  }

  /// What a word is as to names.
  private enum Standing {
    /// A name, a person's if need be; by its ending, it is the last of a person's names.
    case name(isPerson: Bool, isLast: Bool = false)
    /// A person's name that is a common word too.
    case maybeName
    /// No lexicon knows it; it may be a name beside one.
    case unknown
    /// A word, or no word at all.
    case other
  }

  /// - Complexity: O(tokens of the sentence).
  func restore(_ sentence: TokenSpan, of source: [UInt8], _ tokens: inout TokenTable) {
    var standings: [Standing] = []
    var isCapital = Array(repeating: false, count: sentence.count)
    for token in sentence.start..<sentence.end {
      standings.append(standing(token, source, tokens))
      if case .name = standings[standings.count - 1] { isCapital[standings.count - 1] = true }
    }
    markBeginnings(in: sentence, source, tokens, &isCapital)
    markBeforeKinds(standings, sentence, tokens, &isCapital)
    markLongNames(in: sentence, tokens, &isCapital)
    markNeighbours(standings, sentence, tokens, &isCapital)
    for (index, isCapital) in isCapital.enumerated() where isCapital {
      let token = sentence.start + index
      let type = tokens.types[token]
      guard words.types.shape(type).contains(.lower) else { continue }
      tokens.setType(of: token, to: words.scripts.titlecased(type))
    }
  }

  // MARK: Single words

  private func standing(_ token: Int, _ source: [UInt8], _ tokens: TokenTable) -> Standing {
    let type = tokens.types[token]
    let shape = words.types.shape(type)
    let span = tokens.span(of: token)
    guard shape.contains(.letters), shape.isDisjoint(with: [.abbreviation, .initial]),
      LetterScript.wordClass(of: source[span.start..<span.end]) == .foreign(script)
    else { return .other }
    var isPeopleName = false
    var isLast = false
    var nameBase: [UInt8]?
    var longBase: [UInt8]?
    var isSurelyPeople = false
    var wordBases: [[UInt8]] = []
    for reading in words.types.readings(type) {
      let base = Array(words.types.norms[reading.base])
      guard words.matcher.isListed(base: base) else { continue }
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
          names.nameLexicons.contains(lexicon.name) && letters(base) >= Self.shortestSure
        guard isPlain || isSure else { continue }
        let isPerson = names.peopleLexicons.contains(lexicon.name)
        isPeopleName = isPeopleName || isPerson
        isLast = isLast || names.lastLexicons.contains(lexicon.name)
        let isCommon = lexicon.column("common").map { !cells[$0].isEmpty } ?? false
        guard !isCommon else { continue }
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
        $0 == nameBase || letters(nameBase) >= Self.shortestSure && $0.count < nameBase.count
      })
    {
      return .name(isPerson: isPeopleName, isLast: isLast)
    }
    // Names of their kind were told when the word was converted.
    if shape.contains(.capital) || isSurelyPeople && wordBases.isEmpty {
      return .name(isPerson: isPeopleName, isLast: isLast)
    }
    if isPeopleName { return .maybeName }
    if !wordBases.isEmpty || nameBase != nil { return .other }
    if endsLikeName(type, names.endings) { return .name(isPerson: true, isLast: true) }
    return .unknown
  }

  private func letters(_ base: [UInt8]) -> Int { base.count { $0 & 0xC0 != 0x80 } }

  private func endsLikeName(_ type: WordTypeID, _ endings: [[UInt8]]) -> Bool {
    words.types.readings(type).contains { reading in
      guard reading.features.isSubset(of: inflectional), reading.features.isDisjoint(with: kept)
      else { return false }
      let base = words.types.norms[reading.base]
      return base.count { $0 & 0xC0 != 0x80 } >= Self.shortestTold
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
            && LetterScript.wordClass(of: source[span.start..<span.end]) == .foreign(script)
        isBeginning = false
      } else {
        isBeginning =
          names.openings.contains(Array(words.types.surface(type)))
          || isBeginning && words.types.shape(type).contains(.punctuation)
      }
    }
  }

  /// Marks names before a word that says what kind of place they are of, or whose.
  private func markBeforeKinds(
    _ standings: [Standing], _ sentence: TokenSpan, _ tokens: TokenTable, _ isCapital: inout [Bool]
  ) {
    for index in standings.indices.dropLast() where !isCapital[index] {
      let type = tokens.types[sentence.start + index]
      let next = tokens.types[sentence.start + index + 1]
      let norm = words.types.norms[words.types.norm(next)]
      let isPlace = names.placeKinds.contains { norm.starts(with: $0) }
      let isTitle = words.types.readings(next).contains {
        names.titles.contains(Array(words.types.norms[$0.base]))
      }
      guard isPlace || isTitle else { continue }
      switch standings[index] {
      case .unknown: isCapital[index] = isPlace || looksForeign(type)
      case .name, .maybeName: isCapital[index] = true
      case .other: isCapital[index] = isNameAsItStands(type)
      }
    }
  }

  /// Whether some lexicon has a name of the letters of a word.
  private func isNameAsItStands(_ type: WordTypeID) -> Bool {
    guard words.types.shape(type).contains(.letters) else { return false }
    return words.matcher.rows(ofBase: Array(words.types.norms[words.types.norm(type)])).contains {
      words.matcher.lexicon($0).rows[Int($0.row)].cells[0].first?.isUppercase == true
    }
  }

  // MARK: Names of several words

  private func markLongNames(
    in sentence: TokenSpan, _ tokens: TokenTable, _ isCapital: inout [Bool]
  ) {
    var token = sentence.start
    while token + 1 < sentence.end {
      var next = token + 1
      for length in stride(from: min(Self.longestName, sentence.end - token), to: 1, by: -1) {
        guard let form = longName(token..<token + length, tokens) else { continue }
        let parts = form.split { $0 == " " || $0 == "-" }
        var part = 0
        for member in token..<token + length
        where !words.types.shape(tokens.types[member]).contains(.punctuation) && part < parts.count
        {
          if parts[part].first?.isUppercase == true { isCapital[member - sentence.start] = true }
          part += 1
        }
        next = token + length
        break
      }
      token = next
    }
  }

  /// The form of a name of the lexicons that a run of tokens is, in some case.
  private func longName(_ range: Range<Int>, _ tokens: TokenTable) -> String? {
    for row in words.matcher.rows(of: range, in: tokens)
    where row.features.isSubset(of: inflectional) {
      let lexicon = words.matcher.lexicon(row.row)
      guard
        names.nameLexicons.contains(lexicon.name) || names.longLexicons.contains(lexicon.name)
      else { continue }
      let cells = lexicon.rows[Int(row.row.row)].cells
      if let common = lexicon.column("common"), !cells[common].isEmpty { continue }
      if cells[0].first?.isUppercase == true { return cells[0] }
    }
    return nil
  }

  // MARK: Neighbours

  private func markNeighbours(
    _ standings: [Standing], _ sentence: TokenSpan, _ tokens: TokenTable, _ isCapital: inout [Bool]
  ) {
    func type(_ index: Int) -> WordTypeID { tokens.types[sentence.start + index] }
    // A hyphen stands between names as between the parts of one.
    let members = standings.indices.filter {
      !tokens.flags[sentence.start + $0].contains(.glued)
        || !words.marks[Int(type($0))].contains(.hyphen)
    }
    func isHyphened(_ member: Int) -> Bool { members[member + 1] - members[member] > 1 }
    // Backwards, since the surname tells the given name before it.
    for member in members.indices.dropLast().reversed() {
      let (index, next) = (members[member], members[member + 1])
      let isBeforeLast: Bool
      switch standings[next] {
      case .name(isPerson: true, let isLast): isBeforeLast = isLast || isHyphened(member)
      case .maybeName where isCapital[next], .unknown where isCapital[next]:
        isBeforeLast = isHyphened(member)
      default: continue
      }
      switch standings[index] {
      case .maybeName: isCapital[index] = true
      case .unknown: isCapital[index] = isCapital[index] || isBeforeLast
      default: break
      }
    }
    // A name that is a word too, or an unknown one, before one that ends as surnames do.
    for member in members.indices.dropLast() {
      let (index, next) = (members[member], members[member + 1])
      guard case .unknown = standings[next] else { continue }
      switch standings[index] {
      case .maybeName: break
      case .unknown where mayBeForeign(type(index)) || isCapital[index]: break
      default: continue
      }
      var isPair = endsLikeName(type(next), names.endingsOfPairs)
      if !isPair, case .unknown = standings[index] {
        isPair = !isHyphened(member) && looksForeign(type(index)) && looksForeign(type(next))
      }
      if isPair {
        isCapital[index] = true
        isCapital[next] = true
      }
    }
    for index in standings.indices.dropFirst() {
      guard case .unknown = standings[index],
        words.types.shape(type(index - 1)).contains(.initial)
      else { continue }
      isCapital[index] = isCapital[index] || words.scripts.isPersonsName(type(index))
    }
    for member in members.indices.dropFirst() {
      let (index, previous) = (members[member], members[member - 1])
      guard case .name(isPerson: true, let isLast) = standings[previous] else { continue }
      if case .unknown = standings[index], looksForeign(type(index)) {
        isCapital[index] = true
        continue
      }
      if isLast { continue }
      if member > 1, case .name(isPerson: true, _) = standings[members[member - 2]] { continue }
      switch standings[index] {
      case .maybeName: isCapital[index] = true
      case .unknown:
        isCapital[index] =
          isCapital[index] || mayBeForeign(type(index))
          || endsLikeName(type(index), names.endingsBesideNames)
      default: break
      }
    }
  }

  /// Whether a word that no lexicon knows has none of the letters that foreign names lack, but in
  /// what may be its suffixes.
  private func mayBeForeign(_ type: WordTypeID) -> Bool {
    words.types.readings(type).contains { reading in
      guard reading.features.isSubset(of: inflectional), reading.features.isDisjoint(with: kept)
      else { return false }
      let base = String(decoding: words.types.norms[reading.base], as: UTF8.self).unicodeScalars
      return base.count > 2 && !base.contains(where: names.nativeLetters.contains)
    }
  }

  /// Whether such a word ends as no word does but a name.
  private func looksForeign(_ type: WordTypeID) -> Bool {
    let norm = words.types.norms[words.types.norm(type)]
    return mayBeForeign(type)
      && !names.endingsOfOthers.contains { norm.suffix($0.count).elementsEqual($0) }
  }
}
