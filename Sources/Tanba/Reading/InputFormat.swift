/// How the bytes of an input divide into documents.
public enum InputFormat: String, CaseIterable, Sendable {
  /// The whole input is one document.
  case text
  /// Each line is a document, an empty one too, so that line n of the output belongs to line n.
  case lines
  /// Each line is a JSON object that holds a document; blank lines are skipped.
  case jsonl
}
