/// An argument that can't be used.
struct ArgumentFailure: Error {
  /// What is wrong and what would be right, in one line.
  let message: String

  init(_ message: String) { self.message = message }
}

/// A handle of no open pipeline.
struct HandleFailure: Error {}
