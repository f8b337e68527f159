/// Why one document could not be read or processed.
public struct DocumentFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the document stands.
  public var place: InputPlace
  /// The column of the fault in Unicode scalars, from 1, where one is known.
  public var column: Int?
  /// What is wrong, in one line.
  public var message: String

  /// Creates a failure.
  public init(place: InputPlace, column: Int? = nil, message: String) {
    self.place = place
    self.column = column
    self.message = message
  }

  /// Place and message, as compilers print them; the message alone where the place has no name.
  public var description: String {
    if place.path.isEmpty { return message }
    return "\(place)\(column.map { ":\($0)" } ?? ""): \(message)"
  }
}
