/// How a report is written.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// Tables for a terminal.
  case text
  /// One JSON object.
  case json
  /// One page that needs nothing else, not even a network.
  case html
}
