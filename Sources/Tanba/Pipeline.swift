/// A chain of stages that fill a document's layers.
///
/// A pipeline holds nothing that changes and may be used from any number of threads, each with a
/// ``Worker`` of its own.
public struct Pipeline: Sendable {
  /// The stages, in the order in which they run.
  public let processors: [any Processor]

  /// Creates a pipeline and checks that each stage finds the layers that it needs.
  ///
  /// - Throws: the first stage that needs a layer which no earlier stage provides.
  public init(_ processors: [any Processor]) throws(PipelineError) {
    var provided: Set<Layer> = [.source]
    for processor in processors {
      let missing = processor.requires.subtracting(provided)
      guard missing.isEmpty else {
        throw PipelineError(
          stage: processor.name, missing: missing.sorted { $0.rawValue < $1.rawValue })
      }
      provided.formUnion(processor.provides)
    }
    self.processors = processors
  }

  /// Takes a document through all stages.
  ///
  /// - Throws: what the first failing stage throws; the document is then half done.
  public func process(_ document: inout Document, with worker: Worker) throws {
    for processor in processors { try processor.process(&document, with: worker) }
  }

  /// Finds what a text names.
  ///
  /// For many texts, pass the same worker each time: what it learns of a word serves all of them.
  ///
  /// - Throws: what a stage throws.
  public func extract(
    _ text: String, id: String = "", referenceDate: Document.ReferenceDate? = nil,
    with worker: Worker = Worker()
  ) throws -> Document {
    var document = Document(id: id, text: text)
    document.referenceDate = referenceDate
    worker.trim()
    try process(&document, with: worker)
    return document
  }
}
