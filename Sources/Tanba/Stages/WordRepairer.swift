import RuleEngine
import TextModel

/// Joins tokens that are one word: suffixes that a hyphen or a digit cut off, and words that
/// digitisation split.
///
/// A repair needs evidence: a split is joined when a part is no word and the whole is one, as far
/// as the lexicons and the morphology know. Joined tokens keep the source range of all they hold.
struct WordRepairer: Processor {
  let rules: RuleSet
  private let phases: [Int]

  init(rules: RuleSet) {
    self.rules = rules
    phases = rules.repairPhases
  }

  var name: String { "repair" }
  var requires: Set<Layer> { [.tokens, .sentences, .wordTypes] }
  var provides: Set<Layer> { [.repairs] }

  func process(_ document: inout Document, with worker: Worker) throws {
    let words = try WorkerWords.of(worker, rules)
    var pass = RepairPass(words: words, source: document.source)
    join(in: &document, &pass, words)
    // Letters behind splits: a part of a word may look like another word without its letters.
    restoreLetters(in: &document, words)
    guard !phases.isEmpty,
      words.matcher.trace != nil
        || words.matcher.mayMatch(in: document.tokens, types: words.types, phases: phases)
    else { return }
    let context = ValueContext(referenceDate: nil)
    let matches = words.matcher.matches(
      in: document.tokens, sentences: document.sentences, types: words.types, context: context,
      phases: phases, canonical: { _ in "" })
    var mentions: [Mention] = []
    for match in matches where match.tokens.count > 1 {
      guard match.tokens.lowerBound >= pass.joins.last?.tokens.end ?? 0 else { continue }
      pass.join(match.tokens, document.tokens)
      let rule = rules.program.rules[match.rule]
      let tokens = TokenSpan(start: match.tokens.lowerBound, end: match.tokens.upperBound)
      mentions.append(
        Mention(
          span: document.tokens.span(of: tokens), tokens: tokens, label: rule.label, rule: rule.id))
    }
    document.mentions = mentions
    apply(pass.takeJoins(), to: &document, words)
  }

  /// The steps in their order. Suffixes before splits: what they hang on is then one word.
  private static let steps:
    [(step: RepairPass.Steps, join: @Sendable (inout RepairPass, TokenSpan, TokenTable) -> Void)] =
      [
        (.digits, { $0.joinDigits(in: $1, $2) }),
        (.footnotes, { $0.dropFootnotes(in: $1, $2) }),
        (.suffixes, { $0.joinSuffixes(in: $1, $2) }),
        (.splits, { $0.joinSplits(in: $1, $2) }),
      ]

  private func join(in document: inout Document, _ pass: inout RepairPass, _ words: WorkerWords) {
    var wanted = document.sentences.reduce(into: RepairPass.Steps()) {
      $0.formUnion(pass.steps(for: $1, document.tokens))
    }
    guard !wanted.isEmpty else { return }
    for (step, join) in Self.steps where wanted.contains(step) {
      for sentence in document.sentences { join(&pass, sentence, document.tokens) }
      let joins = pass.takeJoins()
      guard !joins.isEmpty else { continue }
      apply(joins, to: &document, words)
      // Whatever was joined, any later step may find more then.
      wanted = .all
    }
  }

  /// Gives words the type of what they were typed for.
  private func restoreLetters(in document: inout Document, _ words: WorkerWords) {
    for sentence in document.sentences {
      // Quotes and dashes may stand before the first word.
      let first = (sentence.start..<sentence.end).first {
        !words.types.shape(document.tokens.types[$0]).contains(.punctuation)
      }
      for token in sentence.start..<sentence.end {
        let type = document.tokens.types[token]
        let restored = token == first ? words.restoredInitial(type) : words.restored(type)
        guard restored != type, !isConverted(token, document) else { continue }
        document.tokens.repair(token, as: restored)
      }
    }
    words.describeNewTypes()
  }

  /// Whether a word was read from another alphabet, which no keyboard lacked the letters of.
  private func isConverted(_ token: Int, _ document: Document) -> Bool {
    let span = document.tokens.span(of: token)
    if case .foreign = LetterScript.wordClass(of: document.source[span.start..<span.end]) {
      return true
    }
    return false
  }

  private func apply(_ joins: [TokenTable.Join], to document: inout Document, _ words: WorkerWords)
  {
    guard !joins.isEmpty else { return }
    let newRows = document.tokens.join(joins)
    document.sentences = document.sentences.map {
      TokenSpan(start: newRows[$0.start], end: newRows[$0.end])
    }
    words.describeNewTypes()
  }
}
