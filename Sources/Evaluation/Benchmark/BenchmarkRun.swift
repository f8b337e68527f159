import Glibc
public import Tanba

/// Measures one rule set, or two beside each other, on a corpus.
///
/// A first pass over the corpus warms up and gives what is compared. Then come rounds that take
/// turns, each side first in every other: every round starts with a worker that knows no words,
/// takes all documents through the pipeline on one thread, and encodes them as JSON Lines. A last
/// pass takes the time of each stage, for some documents at once, so that the clock costs nothing.
public struct BenchmarkRun {
  /// What to measure with and how.
  public struct Options: Sendable {
    /// The number of rounds.
    public var rounds = 5
    /// Where spans end.
    public var convention: ExtractionOptions.Convention = .full
    /// The day of gold documents that bring none.
    public var referenceDate: Document.ReferenceDate?
    /// Changes to keep of each kind and rule.
    public var examples = 5

    /// Creates the options of a usual run.
    public init() {}
  }

  /// What reports call the corpus.
  public private(set) var corpusName: String
  /// The number of documents.
  public private(set) var documentCount: Int
  /// The bytes of all texts.
  public private(set) var byteCount: Int
  /// The gold file, where there is one.
  public private(set) var goldName: String?
  /// What was measured how.
  public let options: Options
  /// The rule sets, one or two.
  public private(set) var sides: [BenchmarkSide] = []
  /// How what they find differs; nil with one rule set.
  public private(set) var changes: MentionChanges?

  private let documents: [Document]
  private var pipelines: [Pipeline] = []
  private let encoder = JSONLinesEncoder()

  /// Documents that are taken through a stage at once when stages are timed.
  private static let batchCount = 64

  /// Runs the whole benchmark.
  ///
  /// - Parameter rules: one or two rule sets, each with the seconds that it took to load.
  /// - Parameter progress: is told what is going on.
  /// - Throws: what a stage throws about a gold document, or what keeps a pipeline from being made.
  public init(
    corpus: BenchmarkCorpus, gold: GoldSet? = nil, rules: [(RuleSet, loadSeconds: Double)],
    options: Options = Options(), progress: (String) -> Void = { _ in }
  ) throws {
    precondition((1...2).contains(rules.count), "one rule set, or two")
    corpusName = corpus.name
    documentCount = corpus.documents.count
    byteCount = corpus.byteCount
    documents = corpus.documents
    goldName = gold?.name
    self.options = options
    for (index, (rules, loadSeconds)) in rules.enumerated() {
      pipelines.append(
        try makePipeline(rules: rules, options: ExtractionOptions(convention: options.convention)))
      sides.append(
        BenchmarkSide(
          name: index == 0 ? "A" : "B", place: rules.place, digest: rules.digest,
          ruleCount: rules.source.rules.count, loadSeconds: loadSeconds))
    }
    let found = try sides.indices.map { side in
      progress("\(sides[side].name): first pass")
      return try findMentions(side)
    }
    if found.count == 2 { compare(found[0], found[1]) }
    for round in 0..<options.rounds {
      let order = round.isMultiple(of: 2) ? Array(sides.indices) : sides.indices.reversed()
      for side in order {
        progress("\(sides[side].name): round \(round + 1) of \(options.rounds)")
        let (elapsed, processor) = timeRound(side)
        sides[side].seconds.values.append(elapsed)
        sides[side].processorSeconds.values.append(processor)
      }
    }
    for side in sides.indices {
      progress("\(sides[side].name): stages")
      timeStages(side)
    }
    guard let gold else { return }
    for (side, (rules, _)) in rules.enumerated() {
      progress("\(sides[side].name): gold")
      sides[side].evaluation =
        try EvaluationRun(
          gold: gold, rules: rules, convention: gold.convention,
          referenceDate: options.referenceDate
        ).result
    }
  }

  /// Notes the memory that processes of their own took, in the order of the sides.
  public mutating func setMemory(_ memory: [(extraction: Int?, idle: Int?)]) {
    for (index, memory) in memory.enumerated() where index < sides.count {
      sides[index].memory = memory
    }
  }

  private mutating func findMentions(
    _ side: Int
  ) throws -> [[GoldLayer: [PredictedMention]]] {
    let worker = Worker()
    var found: [[GoldLayer: [PredictedMention]]] = []
    found.reserveCapacity(documents.count)
    for document in documents {
      var document = document
      worker.trim()
      do {
        try pipelines[side].process(&document, with: worker)
      } catch {
        sides[side].failures += 1
        document.mentions = []
      }
      sides[side].mentionCount += document.mentions.count
      for mention in document.mentions {
        sides[side].mentionsByRule[mention.rule, default: 0] += 1
      }
      found.append(Predictor.mentions(of: document, layered: true))
    }
    return found
  }

  private mutating func compare(
    _ first: [[GoldLayer: [PredictedMention]]], _ second: [[GoldLayer: [PredictedMention]]]
  ) {
    var changes = MentionChanges(examplesPerRule: options.examples)
    for (index, document) in documents.enumerated() {
      changes.compare(
        first[index], second[index], id: document.id,
        text: first[index] == second[index]
          ? "" : String(decoding: document.source, as: UTF8.self))
    }
    self.changes = changes
  }

  /// The seconds that one pass over the corpus takes, and how many of them on the processor.
  private func timeRound(_ side: Int) -> (elapsed: Double, processor: Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let processorStart = Self.processorSeconds
    let worker = Worker()
    for document in documents {
      var document = document
      worker.trim()
      // What fails was counted in the first pass.
      try? pipelines[side].process(&document, with: worker)
      keep(encoder.encode(document))
    }
    return ((clock.now - start).seconds, Self.processorSeconds - processorStart)
  }

  /// The processor seconds of this thread so far.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private mutating func timeStages(_ side: Int) {
    let clock = ContinuousClock()
    let processors = pipelines[side].processors
    var times = Array(repeating: 0.0, count: processors.count + 1)
    let worker = Worker()
    var start = 0
    while start < documents.count {
      let end = min(documents.count, start + Self.batchCount)
      var batch = Array(documents[start..<end])
      start = end
      worker.trim()
      var last = clock.now
      for (stage, processor) in processors.enumerated() {
        for index in batch.indices { try? processor.process(&batch[index], with: worker) }
        let now = clock.now
        times[stage] += (now - last).seconds
        last = now
      }
      for document in batch { keep(encoder.encode(document)) }
      times[processors.count] += (clock.now - last).seconds
    }
    sides[side].stages = Array(zip(processors.map(\.name) + ["encode"], times)).map { ($0, $1) }
  }

  /// Takes what was made, so that making it can't be left out.
  @inline(never)
  private func keep(_ bytes: [UInt8]) {}
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
