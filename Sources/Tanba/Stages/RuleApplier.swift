import RuleEngine
import Temporal
import TextModel

/// Runs the rule set's phases and turns what they find into mentions.
struct RuleApplier: Processor {
  let rules: RuleSet
  let convention: ExtractionOptions.Convention
  /// Mentions with labels that are the rules' own business are kept.
  let keepsInternal: Bool
  private let phases: [Int]

  init(rules: RuleSet, convention: ExtractionOptions.Convention, keepsInternal: Bool = false) {
    self.rules = rules
    self.convention = convention
    self.keepsInternal = keepsInternal
    phases = rules.findingPhases(convention)
  }

  var name: String { "match" }
  var requires: Set<Layer> { [.tokens, .sentences, .wordTypes, .repairs] }
  var provides: Set<Layer> { [.names, .mentions] }

  func process(_ document: inout Document, with worker: Worker) throws {
    let words = try WorkerWords.of(worker, rules)
    let tokens = document.tokens
    let context = ValueContext(referenceDate: document.referenceDate)
    let matches = words.matcher.matches(
      in: tokens, sentences: document.sentences, types: words.types, context: context,
      phases: phases,
      canonical: { words.dictionaryForms.form(of: $0, in: tokens, words.types) })
    for match in matches where keepsInternal || !match.record.isInternal {
      document.mentions.append(mention(match, tokens, words))
    }
  }

  private func mention(_ match: RuleMatch, _ tokens: TokenTable, _ words: WorkerWords) -> Mention {
    let range = TokenSpan(start: match.tokens.lowerBound, end: match.tokens.upperBound)
    let span = tokens.span(of: range)
    // What is made of a record is made once.
    if let made = match.record.product as? MadeMention {
      return Mention(span: span, tokens: range, like: made.mention)
    }
    let rule = rules.program.rules[match.rule]
    var mention = Mention(span: span, tokens: range, label: rule.label, rule: rule.id)
    describe(&mention, match, rule, tokens, words)
    match.record.product = MadeMention(mention)
    return mention
  }

  private func describe(
    _ mention: inout Mention, _ match: RuleMatch, _ rule: CompiledRule, _ tokens: TokenTable,
    _ words: WorkerWords
  ) {
    mention.confidence = rule.confidence
    if case .opaque(let value)? = match.values["value"], let value = value as? TemporalValue {
      let timex = value.timex
      mention.timex = timex
      if rule.label.first?.isUppercase == true {
        mention.label = timex.isBelowDay ? EntityLabel.time.rawValue : EntityLabel.date.rawValue
      }
      return
    }
    if case .opaque(let value)? = match.values["value"], let measure = value as? Measure {
      mention.value = measure.value
      mention.unit = measure.unit
      return
    }
    if case .text(let text)? = match.values["canonical"] { mention.canonical = text }
    if case .text(let text)? = match.values["ref"] { mention.ref = text }
    if case .text(let text)? = match.values["expansion"] { mention.expansion = text }
    guard rule.label.first?.isUppercase == true else {
      mention.canonical = match.values["value"].map { "\($0)" }
      return
    }
    let facts = LexiconFacts(rows: match.rows, rule: rule, in: rules.program)
    if mention.ref == nil { (mention.ref, mention.candidates) = facts.references }
    mention.expansion = mention.expansion ?? facts.expansion
    mention.canonical =
      mention.canonical ?? words.dictionaryForms.form(of: match.tokens, in: tokens, words.types)
  }
}

/// The mention that was made of a match record.
private final class MadeMention {
  let mention: Mention
  init(_ mention: Mention) { self.mention = mention }
}

extension Timex {
  /// The value is finer than a day: it is called TIME, all else DATE.
  var isBelowDay: Bool {
    if kind == .time { return true }
    guard let value else { return false }
    return value.hasPrefix("PT") || kind == .set && value.contains("T")
  }
}
