/// Where a document stands in the input.
public struct InputPlace: Hashable, Sendable, CustomStringConvertible {
  /// The input's path as the user gave it.
  public var path: String
  /// The line, from 1; nil where the document is the whole input.
  public var line: Int?

  /// Creates a place.
  public init(path: String, line: Int? = nil) {
    self.path = path
    self.line = line
  }

  /// `PATH` or `PATH:LINE`.
  public var description: String {
    guard let line else { return path }
    var text = path
    text += ":"
    text += String(line)
    return text
  }
}
