import RuleEngine
import TextModel

/// Words of two parts that lose what stands between them, a hyphen or a space, when a text is
/// digitised.
struct GluedWords: Sendable {
  /// What stands between the parts of a word.
  struct Signs: Sendable {
    fileprivate var all: [(offset: Int, sign: UInt8)] = []

    /// A form of the word with what it has lost.
    func parting(_ form: [UInt8]) -> [UInt8] {
      var parted = form
      for (offset, sign) in all.reversed() where offset <= parted.count {
        parted.insert(sign, at: offset)
      }
      return parted
    }
  }

  /// The words without what stands between their parts, and what that is for each, by its id.
  private var bases = BytePool()
  private var signs: [Signs] = []

  /// Adds the words of a table, in dictionary form and as they should be written.
  ///
  /// - Throws: every finding in the table, among them words of one part.
  mutating func add(_ file: SourceFile) throws(DiagnosticList) {
    var findings: [Diagnostic] = []
    for row in try Lexicon(name: "glued-words", file: file).rows {
      var glued: [UInt8] = []
      var found = Signs()
      for byte in row.form.utf8 {
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ") {
          found.all.append((glued.count, byte))
        } else {
          glued.append(byte)
        }
      }
      if found.all.isEmpty {
        findings.append(
          Diagnostic(.error, "no hyphen and no space in this word", in: file, line: row.line))
      }
      let base = Int(bases.intern(glued))
      if base < signs.count { signs[base] = found } else { signs.append(found) }
    }
    if !findings.isEmpty { throw DiagnosticList(findings) }
  }

  /// What the word of a base has lost; nil where the base is not listed.
  ///
  /// - Complexity: O(length of the base).
  func signs(of base: [UInt8]) -> Signs? {
    base.withUnsafeBufferPointer { bases.find($0) }.map { signs[Int($0)] }
  }
}
