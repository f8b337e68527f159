/// HTML that is XML as well, written from front to back. All text is escaped.
struct Markup {
  private(set) var text = ""

  /// Text as it is to be read.
  mutating func add(_ content: String) { text += Self.escaped(content) }

  /// An element with other content.
  mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], _ content: (inout Markup) -> Void
  ) {
    text += "<\(name)\(Self.written(attributes))>"
    content(&self)
    text += "</\(name)>"
  }

  /// An element with text.
  mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], text content: String
  ) {
    element(name, attributes) { $0.add(content) }
  }

  /// An element without content.
  mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    text += "<\(name)\(Self.written(attributes))/>"
  }

  /// Adds a constant of this module that is markup already.
  mutating func addRaw(_ constant: String) { text += constant }

  /// Adds what was written elsewhere.
  mutating func add(_ other: Markup) { text += other.text }

  private static func written(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
  }

  /// Text with all that means something in markup escaped, and without the control characters that
  /// XML can't hold.
  static func escaped(_ content: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in content.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case "\t", "\n": result.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}",
        // Marks that would turn the text around them.
        "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
