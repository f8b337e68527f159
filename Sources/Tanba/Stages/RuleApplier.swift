import RuleEngine
import Temporal
import TextModel

/// Runs the rule set's phases and turns what they find into mentions.
struct RuleApplier: Processor {
  let rules: RuleSet
  let options: ExtractionOptions
  private let phases: [Int]
  /// For each rule whether its mentions are kept; those with labels that are the rules' own business
  /// are not, but for what later stages ask for.
  private let isKept: [Bool]

  /// The internal label by which rules say when a holiday is.
  static let eventDateLabel = "time-event"

  /// - Parameter keepsInternal: Mentions of all labels are kept.
  init(rules: RuleSet, options: ExtractionOptions, keepsInternal: Bool = false) {
    self.rules = rules
    self.options = options
    phases = rules.findingPhases(options.convention)
    isKept = rules.program.rules.map {
      keepsInternal || $0.label.first?.isUppercase == true || $0.label == Self.eventDateLabel
    }
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
      phases: phases, kept: isKept,
      canonical: { words.dictionaryForms.form(of: $0, in: tokens, words.types) })
    guard !matches.isEmpty else { return }
    var times = TimeResolver(document, options)
    var mentions = document.mentions
    for match in matches {
      mentions.append(mention(match, tokens, words, &times))
    }
    document.mentions = mentions
  }

  private func mention(
    _ match: RuleMatch, _ tokens: TokenTable, _ words: WorkerWords, _ times: inout TimeResolver
  ) -> Mention {
    let range = TokenSpan(start: match.tokens.lowerBound, end: match.tokens.upperBound)
    let span = tokens.span(of: range)
    // What is made of a record is made once.
    let made: MadeMention
    if let known = match.record.product as? MadeMention, known.isFor(options) {
      made = known
    } else {
      let rule = rules.program.rules[match.rule]
      var mention = Mention(span: span, tokens: range, label: rule.label, rule: rule.id)
      let time = describe(&mention, match, rule, tokens, words, times)
      made = MadeMention(mention, time, options)
      match.record.product = made
    }
    var mention = Mention(span: span, tokens: range, like: made.mention)
    // What was named before may say more.
    if let time = made.time, let timex = times.timex(of: time, at: range) { mention.timex = timex }
    return mention
  }

  private func describe(
    _ mention: inout Mention, _ match: RuleMatch, _ rule: CompiledRule, _ tokens: TokenTable,
    _ words: WorkerWords, _ times: TimeResolver
  ) -> KnownTime? {
    mention.confidence = rule.confidence
    if let reading = match.values["value"]?.reading {
      guard rule.label.first?.isUppercase == true else {
        mention.timex = reading.timex
        return nil
      }
      let time = times.known(reading)
      mention.timex = time.timex
      mention.label =
        time.timex.isBelowDay ? EntityLabel.time.rawValue : EntityLabel.date.rawValue
      return time
    }
    if case .opaque(let value)? = match.values["value"], let measure = value as? Measure {
      mention.value = measure.value
      mention.unit = measure.unit
      return nil
    }
    if case .text(let text)? = match.values["canonical"] { mention.canonical = text }
    if case .text(let text)? = match.values["ref"] { mention.ref = text }
    if case .text(let text)? = match.values["expansion"] { mention.expansion = text }
    guard rule.label.first?.isUppercase == true else {
      mention.canonical = match.values["value"].map { "\($0)" }
      return nil
    }
    let facts = LexiconFacts(rows: match.rows, rule: rule, in: rules.program)
    if mention.ref == nil { (mention.ref, mention.candidates) = facts.references }
    mention.expansion = mention.expansion ?? facts.expansion
    mention.canonical =
      mention.canonical ?? words.dictionaryForms.form(of: match.tokens, in: tokens, words.types)
    return nil
  }
}

/// The mention that was made of a match record.
private final class MadeMention {
  let mention: Mention
  let time: KnownTime?
  private let preference: TemporalPreference?
  private let format: ExtractionOptions.DateFormat

  init(_ mention: Mention, _ time: KnownTime?, _ options: ExtractionOptions) {
    self.mention = mention
    self.time = time
    preference = options.preference
    format = options.dateFormat
  }

  /// Whether it was made as these options want it.
  func isFor(_ options: ExtractionOptions) -> Bool {
    options.preference == preference && options.dateFormat == format
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
