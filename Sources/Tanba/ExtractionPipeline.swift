/// The pipeline from text to mentions.
///
/// - Throws: `DiagnosticList` where the rule set does not compile, `UnknownAlphabet` where
///   ``ExtractionOptions/script`` is none of its alphabets.
public func makePipeline(options: ExtractionOptions = ExtractionOptions()) throws -> Pipeline {
  let rules = try RuleSet(folders: RulesLocation.folders(options.rulesDirectories))
  return try makePipeline(rules: rules, options: options)
}

/// The pipeline from text to mentions with a rule set that is loaded already.
///
/// - Throws: `UnknownAlphabet` where ``ExtractionOptions/script`` is none of the rule set's.
public func makePipeline(
  rules: RuleSet, options: ExtractionOptions = ExtractionOptions()
) throws -> Pipeline {
  let script = try ScriptChoice(options.script, among: rules.writingSystems)
  return try Pipeline(
    finding(rules, options, script)
      + [MentionResolver(options: options), ScriptWriter(rules: rules)]
      + (options.reportsRepairs ? [RepairReporter(rules: rules)] : []))
}

/// The pipeline that leaves everything that the rules found, internal labels included: for those
/// who work on rules.
public func makeFindingPipeline(
  rules: RuleSet, convention: ExtractionOptions.Convention = .full
) throws -> Pipeline {
  try Pipeline(
    finding(rules, ExtractionOptions(convention: convention), .found, keepsInternal: true))
}

private func finding(
  _ rules: RuleSet, _ options: ExtractionOptions, _ script: ScriptChoice,
  keepsInternal: Bool = false
) -> [any Processor] {
  [
    Segmenter(rules: rules, usesICUOnly: options.usesReferencePath),
    ScriptFinder(rules: rules, choice: script),
    WordRepairer(rules: rules),
    RuleApplier(rules: rules, options: options, keepsInternal: keepsInternal),
    EntityLinker(rules: rules),
  ]
}
