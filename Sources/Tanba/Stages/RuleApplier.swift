import RuleEngine
import Temporal
import TextModel

/// Runs the rule set's phases and turns what they find into mentions.
struct RuleApplier: Processor {
  let rules: RuleSet

  var name: String { "match" }
  var requires: Set<Layer> { [.tokens, .sentences, .wordTypes, .repairs] }
  var provides: Set<Layer> { [.names, .mentions] }

  func process(_ document: inout Document, with worker: Worker) throws {
    let words = try WorkerWords.of(worker, rules)
    let tokens = document.tokens
    let context = ValueContext(referenceDate: document.referenceDate)
    let matches = words.matcher.matches(
      in: tokens, sentences: document.sentences, types: words.types, context: context,
      phases: rules.findingPhases,
      canonical: { words.dictionaryForms.form(of: $0, in: tokens, words.types) })
    document.mentions += matches.map { mention($0, tokens, words) }
  }

  private func mention(_ match: RuleMatch, _ tokens: TokenTable, _ words: WorkerWords) -> Mention {
    let rule = rules.program.rules[match.rule]
    let range = TokenSpan(start: match.tokens.lowerBound, end: match.tokens.upperBound)
    var mention = Mention(
      span: tokens.span(of: range), tokens: range, label: rule.label, rule: rule.id)
    mention.confidence = rule.confidence
    if case .opaque(let value)? = match.values["value"], let value = value as? TemporalValue {
      let timex = value.timex
      mention.timex = timex
      if rule.label.first?.isUppercase == true {
        mention.label = timex.isBelowDay ? EntityLabel.time.rawValue : EntityLabel.date.rawValue
      }
      return mention
    }
    if case .text(let text)? = match.values["canonical"] { mention.canonical = text }
    if case .text(let text)? = match.values["ref"] { mention.ref = text }
    if case .text(let text)? = match.values["expansion"] { mention.expansion = text }
    guard rule.label.first?.isUppercase == true else {
      mention.canonical = match.values["value"].map { "\($0)" }
      return mention
    }
    for reference in match.rows {
      let lexicon = rules.program.lexicons[Int(reference.lexicon)]
      let row = lexicon.rows[Int(reference.row)]
      func cell(_ name: String) -> String? {
        lexicon.column(name).map { row.cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
      }
      mention.ref = mention.ref ?? cell("ref")
      mention.expansion = mention.expansion ?? cell("expansion")
    }
    mention.canonical =
      mention.canonical ?? words.dictionaryForms.form(of: match.tokens, in: tokens, words.types)
    return mention
  }
}

extension Timex {
  /// The value is finer than a day: it is called TIME, all else DATE.
  var isBelowDay: Bool {
    if kind == .time { return true }
    guard let value else { return false }
    return value.hasPrefix("PT") || kind == .set && value.contains("T")
  }
}
