/// The pipeline from text to mentions.
///
/// - Throws: `DiagnosticList` where the rule set does not compile.
public func makePipeline(options: ExtractionOptions = ExtractionOptions()) throws -> Pipeline {
  let rules = try RuleSet(folders: RulesLocation.folders(options.rulesDirectories))
  return try makePipeline(rules: rules, options: options)
}

/// The pipeline from text to mentions with a rule set that is loaded already.
public func makePipeline(
  rules: RuleSet, options: ExtractionOptions = ExtractionOptions()
) throws -> Pipeline {
  try Pipeline(finding(rules) + [MentionResolver(options: options)])
}

/// The pipeline that leaves everything that the rules found, internal labels included: for those
/// who work on rules.
public func makeFindingPipeline(rules: RuleSet) throws -> Pipeline {
  try Pipeline(finding(rules))
}

private func finding(_ rules: RuleSet) -> [any Processor] {
  [Segmenter(rules: rules), WordRepairer(rules: rules), RuleApplier(rules: rules)]
}
