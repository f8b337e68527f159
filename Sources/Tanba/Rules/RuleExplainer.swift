import RuleEngine
import TextModel

/// Says how a rule set comes to what it finds in a text, and why not to something else.
public struct RuleExplainer {
  private let rules: RuleSet
  private let mostNearMisses = 12

  /// Prepares to explain a rule set.
  public init(rules: RuleSet) { self.rules = rules }

  /// Tokens with their readings, names of the lexicons, what the rules of each phase matched and
  /// what became of it, rules that nearly matched, and what is given out at the end.
  ///
  /// - Throws: what a stage throws.
  public func explain(
    _ text: String, options: ExtractionOptions = ExtractionOptions(),
    referenceDate: Document.ReferenceDate? = nil
  ) throws -> String {
    var document = Document(id: "", text: text)
    document.referenceDate = referenceDate
    let worker = Worker()
    let trace = MatchTrace()
    // Repairs join tokens: what is traced are the phases behind them.
    for stage in try makePipeline(rules: rules, options: options).processors {
      let words = try WorkerWords.of(worker, rules)
      words.matcher.trace = stage is RuleApplier ? trace : nil
      if stage is MentionResolver { break }
      try stage.process(&document, with: worker)
    }
    let words = try WorkerWords.of(worker, rules)
    var lines: [String] = []
    for repair in document.mentions where rules.isRepair(repair.rule) {
      lines.append("repair \(repair.rule): \(quoted(document.text(repair.span)))")
    }
    lines += TokenListing(rules: rules).lines(of: document, with: worker)
    lines += names(document, words)
    lines += phases(trace, document)
    lines += nearMisses(trace, document, words)
    try MentionResolver(options: options).process(&document, with: worker)
    lines += ["", "given out"]
    for mention in document.mentions { lines.append("  " + describe(mention, document)) }
    if document.mentions.isEmpty { lines.append("  nothing") }
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: Sections

  private func names(_ document: Document, _ words: WorkerWords) -> [String] {
    var lines: [String] = []
    for sentence in document.sentences where sentence.count > 0 {
      for name in words.matcher.names(in: sentence.start..<sentence.end, of: document.tokens) {
        let lexicon = rules.program.lexicons[Int(name.row.lexicon)]
        let row = lexicon.rows[Int(name.row.row)]
        let facts = zip(lexicon.columns, row.cells).dropFirst().filter { !$1.isEmpty }
        let features = rules.program.names(of: name.features).map { "." + $0 }.joined()
        lines.append(
          "  \(surface(name.tokens, document))  lexicon(\(lexicon.name)) \(row.form)\(features)"
            + facts.map { " \($0)=\($1)" }.joined())
      }
    }
    return lines.isEmpty ? [] : ["", "names"] + lines
  }

  private func phases(_ trace: MatchTrace, _ document: Document) -> [String] {
    var lines: [String] = []
    var phase: Int?
    for event in trace.events {
      if phase != event.phase {
        phase = event.phase
        lines += ["", "phase \(rules.phases[event.phase])"]
      }
      lines.append(
        "  \(rules.program.rules[event.rule].id)  \(surface(event.tokens, document))  "
          + describe(event, document))
    }
    return lines
  }

  private func nearMisses(
    _ trace: MatchTrace, _ document: Document, _ words: WorkerWords
  ) -> [String] {
    let misses = words.matcher.nearMisses(in: trace).prefix(mostNearMisses)
    guard !misses.isEmpty else { return [] }
    return ["", "near misses"]
      + misses.map { miss in
        let next =
          miss.tokens.upperBound < document.tokens.count
          ? "before \(surface(miss.tokens.upperBound..<miss.tokens.upperBound + 1, document))"
          : "at the end"
        return "  \(rules.program.rules[miss.rule].id)  \(surface(miss.tokens, document))  "
          + "stopped \(next); expected \(miss.expected.prefix(8).joined(separator: " or "))"
          + (miss.expected.count > 8 ? " or …" : "")
      }
  }

  // MARK: Texts

  private func describe(_ event: MatchTrace.Event, _ document: Document) -> String {
    switch event.outcome {
    case .won:
      let mention = document.mentions.first {
        $0.rule == rules.program.rules[event.rule].id && $0.tokens.start == event.tokens.lowerBound
          && $0.tokens.end == event.tokens.upperBound
      }
      return "matches" + (mention.flatMap(\.shownValue).map { " = \($0)" } ?? "")
    case .excepted: return "forbidden by an exception of the rule"
    case .impossible: return "has no possible value; keeps its place and gives nothing"
    case .beaten(let winner, let tokens):
      return "lost to \(rules.program.rules[winner].id) \(surface(tokens, document)): "
        + reason(event, winner, tokens)
    case .blocked(let winner, let tokens):
      return "gives way to \(rules.program.rules[winner].id) \(surface(tokens, document)) of an "
        + "earlier phase, which reaches in and out of it"
    case .absorbed(let winner, let tokens):
      return "taken in by \(rules.program.rules[winner].id) \(surface(tokens, document))"
    }
  }

  private func reason(_ event: MatchTrace.Event, _ winner: Int, _ tokens: Range<Int>) -> String {
    if tokens.lowerBound < event.tokens.lowerBound { return "that begins further left" }
    if tokens.upperBound > event.tokens.upperBound { return "that is longer" }
    let priorities = (
      rules.program.rules[winner].priority, rules.program.rules[event.rule].priority
    )
    if priorities.0 > priorities.1 {
      return "its priority is higher, \(priorities.0) over \(priorities.1)"
    }
    return "it stands first in the rule set"
  }

  private func describe(_ mention: Mention, _ document: Document) -> String {
    "\(mention.label)  \(quoted(document.text(mention.span)))  by \(mention.rule)"
      + (mention.shownValue.map { "  = \($0)" } ?? "")
      + (mention.confidence < 1 ? "  confidence \(mention.confidence)" : "")
  }

  private func surface(_ tokens: Range<Int>, _ document: Document) -> String {
    let span = document.tokens.span(
      of: TokenSpan(start: tokens.lowerBound, end: tokens.upperBound))
    return quoted(document.text(span))
  }

  private func quoted(_ text: String) -> String {
    "«" + text.split(whereSeparator: \.isNewline).joined(separator: "␤") + "»"
  }
}

extension Mention {
  /// The value or the dictionary form, for those who read it.
  fileprivate var shownValue: String? {
    guard let timex else { return canonical }
    return [timex.value, timex.mod, timex.begin.map { "from \($0)" }, timex.end.map { "to \($0)" }]
      .compactMap { $0 }.joined(separator: " ")
  }
}

extension RuleSet {
  /// Whether a rule joins tokens instead of finding something.
  func isRepair(_ id: String) -> Bool {
    program.rules.contains { $0.id == id && repairPhases.contains($0.phase) }
  }
}
