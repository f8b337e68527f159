public import Tanba

/// All that is wrong with a gold file.
public struct GoldError: Error, Sendable {
  /// The findings in file order, each with line and column.
  public var diagnostics: [Diagnostic]

  /// Creates an error.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
