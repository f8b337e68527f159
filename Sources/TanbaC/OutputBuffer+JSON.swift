import Tanba

extension OutputBuffer {
  /// Adds a string with its quotes.
  mutating func appendString(_ text: String) {
    var json = JSONBuffer()
    json.append(text)
    bytes += json.bytes
  }

  /// Adds what went wrong as an object.
  mutating func appendReport(status: String, message: String, _ diagnostics: [Diagnostic]) {
    append("{\"status\":")
    appendString(status)
    append(",\"message\":")
    appendString(message)
    if !diagnostics.isEmpty {
      append(",\"diagnostics\":[")
      for (index, diagnostic) in diagnostics.enumerated() {
        if index > 0 { append(",") }
        append(diagnostic)
      }
      append("]")
    }
    append("}")
  }

  private mutating func append(_ diagnostic: Diagnostic) {
    append("{\"severity\":")
    appendString(diagnostic.severity.rawValue)
    append(",\"message\":")
    appendString(diagnostic.message)
    append(",\"file\":")
    appendString(diagnostic.file)
    append(",\"line\":\(diagnostic.line),\"column\":\(diagnostic.column),\"excerpt\":")
    appendString(diagnostic.excerpt)
    append("}")
  }
}
