/// The pipeline from text to mentions.
///
/// - Throws: `DiagnosticList` where the rule set does not compile.
public func makePipeline(options: ExtractionOptions = ExtractionOptions()) throws -> Pipeline {
  try Pipeline([])
}
