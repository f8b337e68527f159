import Tanba

/// A stage for tests: its layers, and what it does.
struct StageStub: Processor {
  var name: String
  var requires: Set<Layer> = []
  var provides: Set<Layer> = []
  var body: @Sendable (inout Document, Worker) throws -> Void = { _, _ in }

  func process(_ document: inout Document, with worker: Worker) throws {
    try body(&document, worker)
  }
}

/// What a stage of a test throws.
struct StageFailure: Error, CustomStringConvertible {
  let description: String
}
