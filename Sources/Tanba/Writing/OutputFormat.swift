/// How results are written.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// One JSON object a line, as ``JSONLinesEncoder`` says.
  case jsonl
}
