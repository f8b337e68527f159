public import Tanba

/// An evaluation with all that a report says of how it came about.
public struct EvaluationRun: Sendable {
  /// The gold file.
  public var goldName: String
  /// How the gold file is written.
  public var goldFormat: GoldSet.Format
  /// The rule folder and the digest of its files.
  public var rules: (place: String, digest: String)
  /// Where spans end.
  public var convention: ExtractionOptions.Convention
  /// The labels that were scored; nil for all.
  public var labels: [String]?
  /// The result.
  public var result: EvaluationResult
}

extension EvaluationRun {
  /// Runs a rule set over a gold file and compares.
  ///
  /// - Parameter convention: where spans end; nil for what the gold's format goes with.
  /// - Throws: what a stage throws about the first document that fails.
  public init(
    gold: GoldSet, rules: RuleSet, convention: ExtractionOptions.Convention? = nil,
    labels: Set<String>? = nil, referenceDate: Document.ReferenceDate? = nil, jobs: Int = 1,
    progress: (Int) -> Void = { _ in }
  ) throws {
    goldName = gold.name
    goldFormat = gold.format
    self.rules = (rules.place, rules.digest)
    self.convention = convention ?? gold.convention
    self.labels = labels?.sorted()
    let pipeline = try makePipeline(
      rules: rules, options: ExtractionOptions(convention: self.convention))
    let predictor = Predictor(pipeline: pipeline, referenceDate: referenceDate, jobs: jobs)
    let found = try predictor.predict(gold, progress: progress)
    let folder = WordFolder(rules: rules)
    var scorer = Scorer(labels: labels, fold: folder.fold)
    result = scorer.score(gold, found)
  }
}
