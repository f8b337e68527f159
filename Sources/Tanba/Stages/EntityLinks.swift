import ICUText
import RuleEngine
import TextModel

/// The names of one document, by what they have in common.
struct EntityLinks {
  let words: WorkerWords
  let tokens: TokenTable
  let keys: NameKeys

  /// Names found again carry this in place of a rule's id.
  static let rule = "document.known"
  /// A name is compared with no more than so many that share a part with it.
  private static let bound = 8

  init(words: WorkerWords, tokens: TokenTable) {
    self.words = words
    self.tokens = tokens
    keys = words.nameKeys
    keys.beginDocument()
  }

  private static let person = EntityLabel.person.rawValue
  private static let organisation = EntityLabel.organisation.rawValue
  /// Kinds that are met again under the same name, in running text.
  private static let recurring: Set<String> = [
    person, EntityLabel.gpe.rawValue, EntityLabel.location.rawValue, organisation,
  ]

  /// A rule without full confidence guesses from the shape of a word.
  private func isGuess(_ mention: Mention) -> Bool { mention.confidence < 1 }

  static func key(_ name: some StringProtocol) -> String {
    String(decoding: CaseMapping.lowercased(Array(name.utf8)), as: UTF8.self)
  }

  static func parts(of name: String) -> [String] {
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
    let open = openCapitals(in: document)
    guard !open.isEmpty else { return }
    keys.begin()
    var labels: [String] = []
    for mention in document.mentions where EntityLinker.isName(mention) {
      for key in keys.known(mention).alone where keys.note(of: key) == nil {
        keys.note(labels.count, of: key)
        labels.append(mention.label)
      }
    }
    guard !labels.isEmpty else { return }
    for (token, sentence) in open {
      if let mention = knownName(at: token, in: sentence, labels) {
        document.mentions.append(mention)
      }
    }
  }

  /// The capital words within sentences that no name covers.
  private func openCapitals(in document: Document) -> [(token: Int, sentence: TokenSpan)] {
    var open: [(Int, TokenSpan)] = []
    // Names are in order and do not overlap each other.
    let mentions = document.mentions
    var next = 0
    var named = 0
    for sentence in document.sentences where sentence.count > 1 {
      for token in sentence.start..<sentence.end
      where words.marks[Int(tokens.types[token])].contains(.capital) {
        while next < mentions.count {
          if EntityLinker.isName(mentions[next]) {
            guard mentions[next].tokens.start <= token else { break }
            named = mentions[next].tokens.end
          }
          next += 1
        }
        if token >= named { open.append((token, sentence)) }
      }
    }
    return open
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

  private func knownName(
    at token: Int, in sentence: TokenSpan, _ labels: [String]
  ) -> Mention? {
    let type = tokens.types[token]
    let shape = words.types.shape(type)
    guard shape.contains(.capital), shape.contains(.letters), !shape.contains(.initial),
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
      guard reading.features.isSubset(of: words.inflectionalFeatures),
        reading.features.isDisjoint(with: words.keptFeatures)
      else { continue }
      guard let label = keys.note(of: keys.key(of: reading.base, words.types)).map({ labels[$0] })
      else { continue }
      // In capitals a word is an abbreviation again, or it is shouted.
      guard !shape.contains(.upper) || label == Self.organisation else { continue }
      let range = TokenSpan(start: token, end: token + 1)
      var mention = Mention(
        span: tokens.span(of: range), tokens: range, label: label, rule: Self.rule)
      mention.canonical = words.dictionaryForms.form(of: token..<token + 1, in: tokens, words.types)
      return mention
    }
    return nil
  }

  // MARK: Definitions

  /// Binds an abbreviation to the name that it stands beside in brackets, wherever it stands.
  func bindDefinitions(in mentions: inout [Mention]) {
    var last: Int?
    var defined: [String: String] = [:]
    for right in mentions.indices where EntityLinker.isName(mentions[right]) {
      defer { last = right }
      guard let left = last, mentions[left].tokens.end + 1 == mentions[right].tokens.start,
        mentions[right].tokens.end < tokens.count, isText("(", mentions[left].tokens.end),
        // The closing bracket may be lost.
        isText(")", mentions[right].tokens.end) || isText(".", mentions[right].tokens.end),
        mentions[left].label == mentions[right].label
      else { continue }
      bind(mentions[left].canonical, to: &mentions[right], &defined)
      bind(mentions[right].canonical, to: &mentions[left], &defined)
    }
    guard !defined.isEmpty else { return }
    for index in mentions.indices where mentions[index].label == Self.organisation {
      if let long = mentions[index].canonical.flatMap({ defined[$0] }) {
        mentions[index].expansion = long
      }
    }
  }

  private func bind(
    _ long: String?, to short: inout Mention, _ defined: inout [String: String]
  ) {
    guard let long, let name = short.canonical, name.count > 1, name.allSatisfy(\.isUppercase),
      Self.parts(of: long).count >= 2, long.first == name.first
    else { return }
    short.expansion = long
    if defined[name] == nil { defined[name] = long }
  }

  private func isText(_ text: String, _ token: Int) -> Bool {
    words.types.surface(tokens.types[token]).elementsEqual(text.utf8)
  }

  // MARK: Entities

  /// Numbers the entities in the order in which they are met, and says in full what a part of a
  /// name stands for.
  func number(_ mentions: inout [Mention]) {
    let names = mentions.map { EntityLinker.isName($0) ? keys.known($0) : nil }
    let people = fullNames(names)
    let bodies = longNames(names, mentions)
    keys.begin()
    var count = 0
    for (index, name) in names.enumerated() {
      guard let name, let canonical = name.canonical else { continue }
      var entity = name.entity
      if name.kind == .person, !people.isEmpty, name.isShort {
        let fulls = fullNames(of: name, people, names)
        if fulls.count == 1, Self.key(fulls[0]) != Self.key(canonical) {
          mentions[index].expansion = fulls[0]
          entity = keys.entity(
            ref: mentions[index].ref, label: mentions[index].label, name: fulls[0])
        } else if fulls.count > 1 {
          mentions[index].candidates = fulls
        }
      } else if name.kind == .organisation, mentions[index].tokens.count == 1,
        mentions[index].expansion == nil,
        let long = (bodies[name.key] ?? []).last(where: { $0 < index }).flatMap({
          mentions[$0].canonical
        })
      {
        mentions[index].expansion = long
        entity = keys.entity(ref: mentions[index].ref, label: mentions[index].label, name: long)
      }
      if keys.note(of: entity) == nil {
        count += 1
        keys.note(count, of: entity)
      }
      mentions[index].entity = keys.note(of: entity)
    }
  }

  /// The full names of people by their first and last parts, if any name is short.
  private func fullNames(_ names: [NameKeys.Known?]) -> [Int32: [Int]] {
    var people: [Int32: [Int]] = [:]
    guard names.contains(where: { $0?.isShort == true }) else { return people }
    for (index, name) in names.enumerated() {
      guard let name, name.isFull else { continue }
      for part in [name.parts[0].key, name.parts[name.parts.count - 1].key]
      where people[part, default: []].count < Self.bound {
        people[part, default: []].append(index)
      }
    }
    return people
  }

  /// The organisations of several words by their heads, if any organisation is of one word.
  private func longNames(_ names: [NameKeys.Known?], _ mentions: [Mention]) -> [Int32: [Int]] {
    var bodies: [Int32: [Int]] = [:]
    let isBody = names.map { $0?.kind == .organisation && $0?.canonical != nil }
    guard zip(isBody, mentions).contains(where: { $0 && $1.tokens.count == 1 }) else {
      return bodies
    }
    for (index, mention) in mentions.enumerated() where isBody[index] && mention.tokens.count > 1 {
      // A head is met alone without its possessive.
      for base in bases(of: mention.tokens.end - 1) {
        let key = keys.id(base)
        if bodies[key, default: []].count < Self.bound { bodies[key, default: []].append(index) }
      }
    }
    return bodies
  }

  /// The full names that a part of a name, or one with initials, may stand for.
  private func fullNames(
    of name: NameKeys.Known, _ people: [Int32: [Int]], _ names: [NameKeys.Known?]
  ) -> [String] {
    guard let last = name.parts.last?.key else { return [] }
    var found: [String] = []
    for other in people[last] ?? [] {
      guard let full = names[other], let canonical = full.canonical else { continue }
      if name.parts.count > 1 {
        guard full.parts.last?.key == last, full.firstLetter == name.firstLetter else { continue }
      }
      if !found.contains(where: { Self.key($0) == Self.key(canonical) }) { found.append(canonical) }
    }
    return found
  }
}
