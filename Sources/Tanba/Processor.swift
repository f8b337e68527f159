/// A stage of a pipeline.
///
/// A stage is shared by all workers and holds nothing that changes: what it needs to write to while
/// it works is scratch of the worker (``Worker/scratch(for:make:)``).
public protocol Processor: Sendable {
  /// What error messages and profiles call the stage.
  var name: String { get }
  /// The layers that earlier stages must have filled.
  var requires: Set<Layer> { get }
  /// The layers that this stage fills.
  var provides: Set<Layer> { get }

  /// Adds the stage's layers to a document.
  ///
  /// - Throws: what keeps this one document from being processed; others go on.
  func process(_ document: inout Document, with worker: Worker) throws
}
