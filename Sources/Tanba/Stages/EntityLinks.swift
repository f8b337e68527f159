import RuleEngine
import TextModel

/// The names of one document, by what they have in common.
struct EntityLinks {
  let rules: RuleSet
  let words: WorkerWords
  let tokens: TokenTable

  /// Names found again carry this in place of a rule's id.
  static let rule = "document.known"
  /// A name is compared with no more than so many that share a part with it.
  private static let bound = 8

  init(rules: RuleSet, words: WorkerWords, tokens: TokenTable) {
    self.rules = rules
    self.words = words
    self.tokens = tokens
  }

  private static let person = EntityLabel.person.rawValue
  private static let organisation = EntityLabel.organisation.rawValue
  /// Kinds that are met again under the same name, in running text.
  private static let recurring: Set<String> = [
    person, EntityLabel.gpe.rawValue, EntityLabel.location.rawValue, organisation,
  ]

  /// A rule without full confidence guesses from the shape of a word.
  private func isGuess(_ mention: Mention) -> Bool { mention.confidence < 1 }

  private static func key(_ name: some StringProtocol) -> String { name.lowercased() }

  private static func parts(of name: String) -> [String] {
    name.split { $0 == " " || $0 == "." }.map { key($0) }
  }

  /// The folded bases that a token may be a form of.
  private func bases(of token: Int) -> [String] {
    words.types.readings(tokens.types[token]).map {
      String(decoding: words.types.norms[$0.base], as: UTF8.self)
    }
  }

  // MARK: One kind through the document

  /// Gives what was guessed the kind that the document shows elsewhere with certainty.
  func settleGuesses(in mentions: inout [Mention]) {
    var kinds: [String: String] = [:]
    for mention in mentions where Self.recurring.contains(mention.label) && !isGuess(mention) {
      guard let canonical = mention.canonical else { continue }
      let names =
        mention.label == Self.person
        ? [Self.key(canonical)] + Self.parts(of: canonical)
        : [Self.key(canonical)]
      for name in names where kinds[name] == nil { kinds[name] = mention.label }
      if mention.label == Self.organisation, mention.tokens.count > 1 {
        for head in bases(of: mention.tokens.end - 1) where kinds[head] == nil {
          kinds[head] = mention.label
        }
      }
    }
    for index in mentions.indices
    where Self.recurring.contains(mentions[index].label) && isGuess(mentions[index]) {
      if let kind = mentions[index].canonical.flatMap({ kinds[Self.key($0)] }) {
        mentions[index].label = kind
        mentions[index].confidence = 1
      }
    }
  }

  /// Marks names of one word that stand elsewhere in the document, where the capital is not due to
  /// the sentence's start or the word is no other.
  func addKnownNames(to document: inout Document) {
    // Nothing to find where every capital has its mention.
    var isTaken = Array(repeating: false, count: tokens.count)
    for mention in document.mentions where EntityLinker.isName(mention) {
      for token in mention.tokens.start..<mention.tokens.end { isTaken[token] = true }
    }
    let hasMore = document.sentences.contains { sentence in
      (sentence.start..<sentence.end).contains {
        !isTaken[$0] && words.marks[Int(tokens.types[$0])].contains(.capital)
      }
    }
    guard hasMore else { return }
    let known = knownNames(in: document.mentions)
    guard !known.isEmpty else { return }
    for sentence in document.sentences where sentence.count > 1 {
      for token in sentence.start..<sentence.end where !isTaken[token] {
        if let mention = knownName(at: token, in: sentence, known) {
          document.mentions.append(mention)
        }
      }
    }
  }

  /// The labels of the names that are met alone, by their folded forms.
  private func knownNames(in mentions: [Mention]) -> [String: String] {
    var known: [String: String] = [:]
    for mention in mentions
    where Self.recurring.contains(mention.label) && mention.label != Self.organisation {
      guard let canonical = mention.canonical else { continue }
      let parts = mention.label == Self.person ? Self.parts(of: canonical) : [Self.key(canonical)]
      guard parts.count == 1 || mention.label == Self.person else { continue }
      // Of a person's names, the first and the last are used alone.
      for part in [parts.first, parts.last] {
        guard let part, part.count > 2, !part.contains(" ") else { continue }
        known[part] = known[part] ?? mention.label
      }
    }
    return known
  }

  /// Only marks stand before the token in its sentence.
  private func startsText(_ token: Int, in sentence: TokenSpan) -> Bool {
    token < sentence.start + 4
      && (sentence.start..<token).allSatisfy {
        words.types.shape(tokens.types[$0]).contains(.punctuation)
      }
  }

  /// A lexicon lists the word in small letters.
  private func isCommonWord(_ token: Int) -> Bool {
    words.matcher.rows(of: token..<token + 1, in: tokens).contains {
      let form = words.matcher.lexicon($0.row).rows[Int($0.row.row)].form
      return form.first?.isLowercase == true
    }
  }

  private func knownName(at token: Int, in sentence: TokenSpan, _ known: [String: String])
    -> Mention?
  {
    let type = tokens.types[token]
    let shape = words.types.shape(type)
    guard shape.contains(.capital), shape.contains(.letters), !shape.contains(.upper),
      !shape.contains(.initial),
      !tokens.flags[token].contains(.glued) || token == sentence.start,
      !startsText(token, in: sentence) || !isCommonWord(token)
    else { return nil }
    // A part of a longer name that no rule knows is left alone.
    func isCapital(_ neighbour: Int) -> Bool {
      neighbour >= sentence.start && neighbour < sentence.end
        && !startsText(neighbour, in: sentence)
        && words.types.shape(tokens.types[neighbour]).contains(.capital)
    }
    guard !isCapital(token + 1), !isCapital(token - 1) else { return nil }
    for reading in words.types.readings(type) {
      guard reading.features.isSubset(of: rules.words.morphology.inflectionalFeatures),
        reading.features.isDisjoint(with: rules.words.morphology.keptFeatures)
      else { continue }
      let base = String(decoding: words.types.norms[reading.base], as: UTF8.self)
      guard let label = known[base] else { continue }
      let range = TokenSpan(start: token, end: token + 1)
      var mention = Mention(
        span: tokens.span(of: range), tokens: range, label: label, rule: Self.rule)
      mention.canonical = words.dictionaryForms.form(of: token..<token + 1, in: tokens, words.types)
      return mention
    }
    return nil
  }

  // MARK: Definitions

  /// Binds an abbreviation to the name that it stands beside in brackets.
  func bindDefinitions(in mentions: inout [Mention]) {
    let names = mentions.indices.filter { EntityLinker.isName(mentions[$0]) }
    for (left, right) in zip(names, names.dropFirst()) {
      let between =
        mentions[left].tokens
        .end..<max(
          mentions[left].tokens.end, mentions[right].tokens.start)
      guard between.count == 1, mentions[right].tokens.end < tokens.count,
        isText("(", between.lowerBound), isText(")", mentions[right].tokens.end),
        mentions[left].label == mentions[right].label
      else { continue }
      bind(mentions[left].canonical, to: &mentions[right])
      bind(mentions[right].canonical, to: &mentions[left])
    }
  }

  private func bind(_ long: String?, to short: inout Mention) {
    guard let long, let name = short.canonical, name.count > 1, name.allSatisfy(\.isUppercase),
      Self.parts(of: long).count >= 2, long.first == name.first
    else { return }
    short.expansion = long
  }

  private func isText(_ text: String, _ token: Int) -> Bool {
    words.types.surface(tokens.types[token]).elementsEqual(text.utf8)
  }

  // MARK: Entities

  /// Numbers the entities in the order in which they are met, and says in full what a part of a
  /// name stands for.
  func number(_ mentions: inout [Mention]) {
    var numbers: [String: Int] = [:]
    var people: [String: [Int]] = [:]
    var bodies: [String: [Int]] = [:]
    collect(mentions, &people, &bodies)
    for index in mentions.indices where EntityLinker.isName(mentions[index]) {
      guard let canonical = mentions[index].canonical else { continue }
      var full = mentions[index].expansion ?? canonical
      if mentions[index].label == Self.person {
        let parts = Self.parts(of: canonical)
        let fulls = fullNames(of: parts, people, mentions, before: index)
        if fulls.count == 1, Self.key(fulls[0]) != Self.key(canonical) {
          mentions[index].expansion = fulls[0]
          full = fulls[0]
        } else if fulls.count > 1 {
          mentions[index].candidates = fulls
        }
      } else if mentions[index].label == Self.organisation, mentions[index].expansion == nil,
        let long = longName(of: mentions[index], bodies, mentions, before: index)
      {
        mentions[index].expansion = long
        full = long
      }
      let key = mentions[index].ref ?? mentions[index].label + " " + Self.key(full)
      let number = numbers[key] ?? numbers.count + 1
      numbers[key] = number
      mentions[index].entity = number
    }
  }

  private func collect(
    _ mentions: [Mention], _ people: inout [String: [Int]], _ bodies: inout [String: [Int]]
  ) {
    for (index, mention) in mentions.enumerated() {
      guard let canonical = mention.canonical else { continue }
      if mention.label == Self.person {
        let parts = Self.parts(of: canonical)
        guard parts.count > 1, parts.allSatisfy({ $0.count > 1 }) else { continue }
        for part in [parts[0], parts[parts.count - 1]]
        where people[part, default: []].count < Self.bound {
          people[part, default: []].append(index)
        }
      } else if mention.label == Self.organisation, mention.tokens.count > 1 {
        // A head is met alone without its possessive.
        for base in bases(of: mention.tokens.end - 1)
        where bodies[base, default: []].count < Self.bound {
          bodies[base, default: []].append(index)
        }
      }
    }
  }

  /// The full names that a part of a name, or one with initials, may stand for.
  private func fullNames(
    of parts: [String], _ people: [String: [Int]], _ mentions: [Mention], before index: Int
  ) -> [String] {
    guard let last = parts.last, parts.count == 1 || parts[0].count == 1 else { return [] }
    var names: [String] = []
    for other in people[last] ?? [] {
      guard let full = mentions[other].canonical else { continue }
      let fullParts = Self.parts(of: full)
      if parts.count > 1 {
        guard fullParts.last == last, fullParts[0].first == parts[0].first else { continue }
      }
      if !names.contains(where: { Self.key($0) == Self.key(full) }) { names.append(full) }
    }
    return names
  }

  /// The long name, met before, of which a short one is the head.
  private func longName(
    of mention: Mention, _ bodies: [String: [Int]], _ mentions: [Mention], before index: Int
  ) -> String? {
    guard mention.tokens.count == 1, let canonical = mention.canonical else { return nil }
    return (bodies[Self.key(canonical)] ?? []).last { $0 < index }.flatMap {
      mentions[$0].canonical
    }
  }
}
