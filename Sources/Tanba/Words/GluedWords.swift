import RuleEngine
import TextModel

/// Words of two parts that lose what stands between them, a hyphen or a space, when a text is
/// digitised.
struct GluedWords: Sendable {
  /// For a form without what stands between its parts, where that is, in bytes, and what it is.
  private var signs: [[UInt8]: [(offset: Int, sign: UInt8)]] = [:]

  /// Adds the words of a table, in dictionary form and as they should be written.
  ///
  /// - Throws: every finding in the table, among them words of one part.
  mutating func add(_ file: SourceFile) throws(DiagnosticList) {
    var findings: [Diagnostic] = []
    for row in try Lexicon(name: "glued-words", file: file).rows {
      var glued: [UInt8] = []
      var found: [(offset: Int, sign: UInt8)] = []
      for byte in row.form.utf8 {
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ") {
          found.append((glued.count, byte))
        } else {
          glued.append(byte)
        }
      }
      if found.isEmpty {
        findings.append(
          Diagnostic(.error, "no hyphen and no space in this word", in: file, line: row.line))
      }
      signs[glued] = found
    }
    if !findings.isEmpty { throw DiagnosticList(findings) }
  }

  /// A form of a word with what its base has lost; nil where the base is not listed.
  ///
  /// - Complexity: O(length of the form).
  func parted(_ form: [UInt8], base: [UInt8]) -> [UInt8]? {
    guard let signs = signs[base], form.count >= base.count else { return nil }
    var parted = form
    for (offset, sign) in signs.reversed() { parted.insert(sign, at: offset) }
    return parted
  }
}
