import Morphology
import TextModel

// What the words beside a word tell of it.
extension CapitalRestorer {
  func markNeighbours(
    _ standings: [Standing], _ sentence: TokenSpan, _ tokens: TokenTable, _ isCapital: inout [Bool]
  ) {
    func type(_ index: Int) -> WordTypeID { tokens.types[sentence.start + index] }
    // A hyphen stands between names as between the parts of one.
    let members = standings.indices.filter {
      (!tokens.flags[sentence.start + $0].contains(.glued)
        || !words.marks[Int(type($0))].contains(.hyphen))
        && !isParticle($0, standings, sentence, tokens)
    }
    func isHyphened(_ member: Int) -> Bool { members[member + 1] - members[member] > 1 }
    // Backwards, since the surname tells the given name before it.
    for member in members.indices.dropLast().reversed() {
      let (index, next) = (members[member], members[member + 1])
      let isBeforeLast: Bool
      if case .maybeName = standings[index], isPair(index, next, standings, sentence, tokens) {
        isCapital[index] = true
        isCapital[next] = true
      }
      switch standings[next] {
      case .name(isPerson: true, let isLast): isBeforeLast = isLast || isHyphened(member)
      case .maybeName where isCapital[next], .unknown where isCapital[next],
        .stranger where isCapital[next]:
        isBeforeLast = isHyphened(member)
      default: continue
      }
      switch standings[index] {
      case .maybeName:
        // «ақын Тайыр», and «ғалым Дінмұхамед», who has a name of his own.
        isCapital[index] =
          isCapital[index] || !isTitle(type(index)) && (isBeforeLast || !isPost(type(index)))
      case .unknown, .stranger: isCapital[index] = isCapital[index] || isBeforeLast
      case .other where !isHyphened(member):
        isCapital[index] =
          isCapital[index] || isBeforePatronymic(type(index), type(next))
          || isBeforeLast && isWholeName(type(index)) && !isPost(type(index))
            && !isTitle(type(index))
      default: break
      }
    }
    // A name that is a word too, or an unknown one, before one that ends as surnames do.
    for member in members.indices.dropLast() {
      let (index, next) = (members[member], members[member + 1])
      guard standings[next].isUnknown else { continue }
      switch standings[index] {
      case .maybeName: break
      case .unknown where looksForeign(type(index)) || isCapital[index], .stranger: break
      default: continue
      }
      var isPair = endsLikeName(type(next), names.endingsOfPairs)
      if !isPair, standings[index].isUnknown {
        isPair = !isHyphened(member) && looksForeign(type(index)) && looksForeign(type(next))
      }
      if isPair {
        isCapital[index] = true
        isCapital[next] = true
      }
    }
    for index in standings.indices.dropFirst() {
      // What is before a letter is an initial only if a name stands behind it.
      if words.types.shape(type(index - 1)).contains(.initial),
        words.types.shape(type(index)).contains(.lower)
      {
        isCapital[index] = true
      }
    }
    for member in members.indices.dropFirst() {
      let (index, previous) = (members[member], members[member - 1])
      guard case .name(isPerson: true, let isLast) = standings[previous] else { continue }
      if standings[index].isUnknown, looksForeign(type(index)) {
        isCapital[index] = true
        continue
      }
      if isLast {
        // «Ахметов Серік»: the family first.
        if case .maybeName = standings[index],
          isWholeName(type(previous)) || endsLikeName(type(previous), names.endings),
          endsRow(index, sentence, tokens)
        {
          isCapital[index] = true
        }
        continue
      }
      if member > 1, case .name(isPerson: true, _) = standings[members[member - 2]] { continue }
      switch standings[index] {
      case .maybeName: isCapital[index] = true
      case .unknown, .stranger:
        isCapital[index] =
          isCapital[index] || mayBeForeign(type(index))
          || index == previous + 1 && isWholeName(type(previous)) && !endsAsWord(type(index))
          || endsLikeName(type(index), names.endingsBesideNames)
      default: break
      }
    }
  }

  /// Whether a name that is a word too, and is in no case, goes on in another such name or in a
  /// foreign one: «Әмір Темір».
  private func isPair(
    _ index: Int, _ next: Int, _ standings: [Standing], _ sentence: TokenSpan, _ tokens: TokenTable
  ) -> Bool {
    guard next == index + 1 else { return false }
    switch standings[next] {
    case .stranger: return true
    case .maybeName:
      let norm = Array(words.types.normBytes(tokens.types[sentence.start + index]))
      return words.matcher.rows(ofBase: norm).contains { row in
        let lexicon = words.matcher.lexicon(row)
        return names.peopleLexicons.contains(lexicon.name)
          && lexicon.column("common").map { lexicon.rows[Int(row.row)].cells[$0].isEmpty } ?? true
      }
    default: return false
    }
  }

  /// Whether a word ends a sentence or what is set off by a mark or a joiner.
  private func endsRow(_ index: Int, _ sentence: TokenSpan, _ tokens: TokenTable) -> Bool {
    guard sentence.start + index + 1 < sentence.end else { return true }
    let next = tokens.types[sentence.start + index + 1]
    return words.types.shape(next).contains(.punctuation)
      || names.joiners.contains(Array(words.types.normBytes(next)))
  }

  private func isTitle(_ type: WordTypeID) -> Bool {
    names.titles.contains(Array(words.types.normBytes(type)))
  }

  /// Whether a name of people stands in no case: it may go on.
  private func isWholeName(_ type: WordTypeID) -> Bool {
    words.matcher.rows(ofBase: Array(words.types.normBytes(type))).contains {
      names.peopleLexicons.contains(words.matcher.lexicon($0).name)
    }
  }

  /// Whether a word in no case may be the given name before a patronymic.
  private func isBeforePatronymic(_ type: WordTypeID, _ next: WordTypeID) -> Bool {
    let norm = words.types.norms[words.types.norm(type)]
    return words.types.shape(type).contains(.letters) && endsLikeName(next, names.patronymics)
      && norm.scalarCount > 2
      && !names.titles.contains(Array(norm)) && !isPost(type)
      && !words.matcher.rows(ofBase: Array(norm)).contains {
        names.plainLexicons.contains(words.matcher.lexicon($0).name)
      }
      && words.types.readings(type).contains {
        $0.features.isEmpty && words.types.norms[$0.base].elementsEqual(norm)
      }
  }

  /// Marks the word for a direction before the name of a land that it makes another of.
  func markDirections(
    in sentence: TokenSpan, _ tokens: TokenTable, _ isCapital: inout [Bool]
  ) {
    for index in isCapital.indices.dropLast() where !isCapital[index] && isCapital[index + 1] {
      let type = tokens.types[sentence.start + index]
      guard names.directions.contains(Array(words.types.normBytes(type))) else { continue }
      isCapital[index] = words.types.readings(tokens.types[sentence.start + index + 1]).contains {
        words.matcher.rows(ofBase: Array(words.types.norms[$0.base])).contains {
          names.landLexicons.contains(words.matcher.lexicon($0).name)
        }
      }
    }
  }

  /// Whether a word stands between a given name and a surname: «Пауло Ди Канио».
  private func isParticle(
    _ index: Int, _ standings: [Standing], _ sentence: TokenSpan, _ tokens: TokenTable
  ) -> Bool {
    guard index > 0, index + 1 < standings.count,
      case .name(isPerson: true, _) = standings[index - 1]
    else { return false }
    return words.matcher.rows(
      ofBase: Array(words.types.normBytes(tokens.types[sentence.start + index]))
    )
    .contains { words.matcher.lexicon($0).name == names.particleLexicon }
  }

  /// Whether a word that no lexicon knows has none of the letters that foreign names lack, but in
  /// what may be its suffixes.
  func mayBeForeign(_ type: WordTypeID) -> Bool {
    words.types.readings(type).contains { reading in
      guard reading.features.isSubset(of: inflectional), reading.features.isDisjoint(with: kept)
      else { return false }
      let base = String(decoding: words.types.norms[reading.base], as: UTF8.self).unicodeScalars
      return base.count > 2 && !base.contains(where: names.nativeLetters.contains)
    }
  }

  /// Whether such a word ends as no word does but a name.
  func looksForeign(_ type: WordTypeID) -> Bool {
    mayBeForeign(type) && !endsAsWord(type)
  }

  func endsAsWord(_ type: WordTypeID) -> Bool {
    let norm = words.types.norms[words.types.norm(type)]
    return names.endingsOfOthers.contains { norm.suffix($0.count).elementsEqual($0) }
  }

  /// Whether the letters of a word that no lexicon knows are those of foreign names, and not those of
  /// the language's words.
  func looksStrange(_ type: WordTypeID) -> Bool {
    guard looksForeign(type) else { return false }
    let form = String(decoding: words.types.norms[words.types.norm(type)], as: UTF8.self)
    let scalars = Array(form.unicodeScalars.filter(\.properties.isAlphabetic))
    return scalars.count >= Self.shortestStranger
      && words.scripts.triples.share(of: scalars) < Self.likenessOfWords
  }

  /// Marks what stands behind the word for somebody's post, and what stands in a row with names.
  func markBehindPosts(
    _ standings: [Standing], _ sentence: TokenSpan, _ tokens: TokenTable, _ isCapital: inout [Bool]
  ) {
    for index in standings.indices.dropFirst() where !isCapital[index] {
      let type = tokens.types[sentence.start + index]
      guard standings[index].isUnknown, looksForeign(type) else { continue }
      if isPost(tokens.types[sentence.start + index - 1]) { isCapital[index] = true }
    }
    // Names stand in a row: «Пинеллас, Манати және Сарасота».
    for index in Array(standings.indices) + standings.indices.reversed() {
      let type = tokens.types[sentence.start + index]
      guard !isCapital[index], standings[index].isUnknown, looksForeign(type) else { continue }
      let isInRow = [index - 2, index + 2].contains { other in
        guard standings.indices.contains(other) else { return false }
        let joiner = tokens.types[sentence.start + (index + other) / 2]
        guard names.joiners.contains(Array(words.types.normBytes(joiner))) else { return false }
        switch (standings[index], standings[other]) {
        case (.stranger, .stranger): return true
        case (.stranger, _): return isCapital[other]
        default: return isCapital[other] && words.types.shape(joiner).contains(.letters)
        }
      }
      if isInRow { isCapital[index] = true }
    }
  }

  /// Whether a word says what somebody is, who is named behind it.
  private func isPost(_ type: WordTypeID) -> Bool {
    words.types.readings(type).contains { reading in
      words.matcher.rows(ofBase: Array(words.types.norms[reading.base])).contains {
        names.postLexicons.contains(words.matcher.lexicon($0).name)
      } && reading.features.isSubset(of: possessive)
    }
  }
}
