/// What a document is known by in input and output.
public enum RecordID: Hashable, Sendable, CustomStringConvertible {
  /// A name: the input's own, or its place.
  case name(String)
  /// A JSON number, as the input writes it.
  case number(String)

  /// The id as plain text.
  public var description: String {
    switch self {
    case .name(let text), .number(let text): text
    }
  }
}
