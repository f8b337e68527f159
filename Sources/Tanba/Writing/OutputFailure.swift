/// Why results can't be written.
public enum OutputFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Whoever read the output has stopped reading.
  case closedPipe
  /// The output can't be opened: an argument that can't be used.
  case unusable(path: String, message: String)
  /// Writing failed half-way, as on a full disk.
  case failed(path: String, message: String)

  /// What is wrong, in one line.
  public var description: String {
    switch self {
    case .closedPipe: "the output was closed"
    case .unusable("", let message): "can't write to “”: \(message)"
    case .unusable(let path, let message): "can't write to \(path): \(message)"
    case .failed(let path, let message): "writing to \(path) failed: \(message)"
    }
  }
}
