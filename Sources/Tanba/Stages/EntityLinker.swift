import RuleEngine
import TextModel

/// What a document knows as a whole: which mentions are of one entity, what a surname alone or an
/// abbreviation stands for, and names met again where nothing beside them says what they are.
struct EntityLinker: Processor {
  let rules: RuleSet

  var name: String { "link" }
  var requires: Set<Layer> { [.tokens, .sentences, .wordTypes, .mentions] }
  var provides: Set<Layer> { [] }

  /// - Complexity: O(tokens + mentions log mentions), and for each name the names that share a part
  ///   with it, of which the first few count.
  func process(_ document: inout Document, with worker: Worker) throws {
    guard document.mentions.contains(where: { Self.isName($0) }) else { return }
    let words = try WorkerWords.of(worker, rules)
    let links = EntityLinks(words: words, tokens: document.tokens)
    if document.mentions.contains(where: { $0.confidence < 1 }) {
      links.settleGuesses(in: &document.mentions)
    }
    links.addKnownNames(to: &document)
    if !document.mentions.isInSourceOrder {
      document.mentions.sort { Mention.isBefore($0, $1) }
    }
    QuotedNames(words: words, tokens: document.tokens).add(to: &document)
    if !document.mentions.isInSourceOrder {
      document.mentions.sort { Mention.isBefore($0, $1) }
    }
    links.bindDefinitions(in: &document.mentions)
    links.number(&document.mentions)
  }

  /// Names have a label in capitals and no temporal value.
  static func isName(_ mention: Mention) -> Bool {
    !mention.isTemporal && !mention.isInternal
  }
}
