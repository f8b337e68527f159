import TextModel

/// An expression that makes a value out of what a rule captured.
public indirect enum ValueExpression: Hashable, Sendable {
  /// A whole number.
  case integer(Int)
  /// A quoted text.
  case text(String)
  /// A captured part, or nothing where it was not met.
  case capture(name: String, at: Place)
  /// A column of the lexicon row that a captured part stands for.
  case column(capture: String, column: String, at: Place)
  /// A function applied to arguments.
  case call(function: String, arguments: [ValueExpression], at: Place)

  /// Where the expression stands, if it has a place of its own.
  public var place: Place? {
    switch self {
    case .integer, .text: nil
    case .capture(_, let place), .column(_, _, let place), .call(_, _, let place): place
    }
  }
}
