import RuleEngine
public import Tanba

/// What the rules of a set do on a corpus: what they find, what they cost, what they lose to.
public struct RuleProfile: Sendable {
  /// One rule.
  public struct Row: Sendable {
    /// The rule's id.
    public var rule: String
    /// Its label.
    public var label: String
    /// The phase that it runs in.
    public var phase: String
    /// The matches of its pattern.
    public var candidates = 0
    /// Those that got their place and have a value.
    public var won = 0
    /// Those that a later phase took in.
    public var absorbed = 0
    /// Those that lost their place to another match.
    public var beaten = 0
    /// Those that an exception forbids.
    public var excepted = 0
    /// Those whose value is impossible.
    public var impossible = 0
    /// The rules that took the place of its matches, or took them in, with how often.
    public var beatenBy: [String: Int] = [:]
    /// The seconds that captures and values of its matches took.
    public var seconds = 0.0

    /// What stays of its matches at the end of the last phase.
    public var kept: Int { won - absorbed }
  }

  /// One phase.
  public struct Phase: Sendable {
    /// Its name.
    public var name: String
    /// The number of its rules.
    public var ruleCount = 0
    /// The seconds that its matching took, captures and values among it.
    public var seconds = 0.0
  }

  /// What reports call the corpus.
  public let corpusName: String
  /// The rule folder.
  public let place: String
  /// The number of documents.
  public let documentCount: Int
  /// The bytes of all texts.
  public let byteCount: Int
  /// The seconds that all stages took together, the noting of matches among it.
  public private(set) var seconds = 0.0
  /// Every rule, in file order.
  public private(set) var rows: [Row]
  /// Every phase, in order.
  public private(set) var phases: [Phase]
  /// The number of documents that a stage failed on.
  public private(set) var failures = 0

  /// The seconds of all phases together.
  public var matchingSeconds: Double { phases.reduce(0) { $0 + $1.seconds } }

  /// Runs a rule set over a corpus and notes what becomes of every match.
  ///
  /// - Throws: what keeps a pipeline from being made.
  /// - Complexity: O(bytes of the corpus + matches).
  public init(
    corpus: BenchmarkCorpus, rules: RuleSet, progress: (Int) -> Void = { _ in }
  ) throws {
    corpusName = corpus.name
    place = rules.place
    documentCount = corpus.documents.count
    byteCount = corpus.byteCount
    phases = rules.phases.map { Phase(name: $0) }
    rows = rules.program.rules.map { Row(rule: $0.id, label: $0.label, phase: "") }
    let pipeline = try makeFindingPipeline(rules: rules)
    // The first pass learns the words; the second is measured.
    let worker = Worker()
    let trace = MatchTrace(takesTimes: true)
    for isMeasured in [false, true] {
      let start = ContinuousClock.now
      for (index, document) in corpus.documents.enumerated() {
        var document = document
        worker.trim()
        try worker.note(isMeasured ? trace : nil, of: rules)
        do {
          try pipeline.process(&document, with: worker)
        } catch {
          failures += isMeasured ? 1 : 0
        }
        if isMeasured { take(trace) }
        progress(index + (isMeasured ? corpus.documents.count : 0))
      }
      seconds = (ContinuousClock.now - start).seconds
    }
    for (phase, time) in trace.phaseTimes { phases[phase].seconds = time.seconds }
    for (rule, time) in trace.ruleTimes { rows[rule].seconds = time.seconds }
    let phaseOfRule = Dictionary(
      rules.source.rules.map { ($0.id, $0.phase) }, uniquingKeysWith: { first, _ in first })
    for index in rows.indices {
      guard let phase = phaseOfRule[rows[index].rule] else { continue }
      rows[index].phase = phases[phase].name
      phases[phase].ruleCount += 1
    }
  }

  private mutating func take(_ trace: MatchTrace) {
    for event in trace.events {
      if case .absorbed = event.outcome {} else { rows[event.rule].candidates += 1 }
      switch event.outcome {
      case .won: rows[event.rule].won += 1
      case .excepted: rows[event.rule].excepted += 1
      case .impossible: rows[event.rule].impossible += 1
      case .beaten(let winner, _), .blocked(let winner, _):
        rows[event.rule].beaten += 1
        rows[event.rule].beatenBy[rows[winner].rule, default: 0] += 1
      case .absorbed(let winner, _):
        rows[event.rule].absorbed += 1
        rows[event.rule].beatenBy[rows[winner].rule, default: 0] += 1
      }
    }
    trace.removeEvents()
  }
}
