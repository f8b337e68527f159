import RuleEngine
import TextModel

/// Names that a document has put into quotes once and puts into quotes again, where nothing beside
/// them says what they are.
struct QuotedNames {
  let words: WorkerWords
  let tokens: TokenTable

  /// What is longer than so many tokens is a quotation and no name.
  private static let longest = 12

  /// Marks quoted names that are known under the same form from elsewhere in the document.
  ///
  /// - Complexity: O(tokens + mentions), and for each quotation the length of a name.
  func add(to document: inout Document) {
    var labels: [String: String] = [:]
    for mention in document.mentions where EntityLinker.isName(mention) {
      guard let name = mention.canonical, isQuoted(mention.tokens) else { continue }
      let key = EntityLinks.key(name)
      if labels[key] == nil { labels[key] = mention.label }
    }
    guard !labels.isEmpty else { return }
    let names = document.mentions.filter { EntityLinker.isName($0) }
    var found: [Mention] = []
    for range in quotations(in: document) {
      let behind = names.firstSorted { $0.tokens.start >= range.end }
      guard behind == 0 || names[behind - 1].tokens.end <= range.start else { continue }
      let form = words.dictionaryForms.form(
        of: range.start..<range.end, in: tokens, words.types)
      guard let label = labels[EntityLinks.key(form)] else { continue }
      var mention = Mention(
        span: tokens.span(of: range), tokens: range, label: label, rule: EntityLinks.rule)
      mention.canonical = form
      found.append(mention)
    }
    document.mentions += found
  }

  /// What stands between two marks of one sentence with no mark in it.
  private func quotations(in document: Document) -> [TokenSpan] {
    var ranges: [TokenSpan] = []
    for sentence in document.sentences {
      var open: Int?
      for token in sentence.start..<sentence.end where isMark(token) {
        if let open, token - open > 1, token - open - 1 <= Self.longest {
          ranges.append(TokenSpan(start: open + 1, end: token))
        }
        open = token
      }
    }
    return ranges
  }

  private func isQuoted(_ range: TokenSpan) -> Bool {
    range.start > 0 && range.end < tokens.count && isMark(range.start - 1) && isMark(range.end)
  }

  private func isMark(_ token: Int) -> Bool {
    words.marks[Int(tokens.types[token])].contains(.quotation)
  }
}
