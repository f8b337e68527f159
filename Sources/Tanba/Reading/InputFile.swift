/// An input and how to read it.
public struct InputFile: Hashable, Sendable {
  /// The path as the user gave it; `-` is standard input.
  public let path: String
  /// How its bytes divide into documents.
  public let format: InputFormat

  /// Creates an input; without a format, a `.jsonl` path is JSON Lines and all else one document.
  public init(path: String, format: InputFormat? = nil) {
    self.path = path
    self.format = format ?? (path.hasSuffix(".jsonl") ? .jsonl : .text)
  }
}
