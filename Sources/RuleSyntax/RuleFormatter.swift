import TextModel

/// Lays a rule file out in the one canonical way.
///
/// A statement begins at the margin and its other lines two blanks further in; a rule's pattern
/// stands on lines of its own, with one blank line before the next rule; neighbouring definitions
/// and files are aligned. Line breaks inside patterns and all comments stay. Formatting twice is
/// formatting once.
public struct RuleFormatter {
  private let file: SourceFile
  private var lines: [Line] = []
  private var current: Line?

  /// One line of the result.
  private struct Line {
    var isIndented: Bool
    var text: String
    var comment: String?
    /// A blank line stands before it.
    var isSeparated: Bool
    /// The keyword of the statement that begins here.
    var keyword: String?
    /// What stands before the unit that is aligned with the neighbours.
    var head: String?
  }

  private init(file: SourceFile) { self.file = file }

  /// The file in canonical layout.
  ///
  /// - Complexity: O(number of bytes).
  /// - Throws: what keeps the file from being cut into units.
  public static func format(_ file: SourceFile) throws(DiagnosticList) -> [UInt8] {
    let (tokens, findings) = RuleLexer.tokens(of: file)
    guard findings.isEmpty else { throw DiagnosticList(findings) }
    var formatter = RuleFormatter(file: file)
    formatter.run(tokens)
    let result = formatter.rendered
    // A layout that reads differently would be a fault of this type, not of the file.
    let again = RuleLexer.tokens(of: SourceFile(name: file.name, bytes: result)).0
    let isSame = again.elementsEqual(tokens) { $0.kind == $1.kind && $0.text == $1.text }
    guard isSame else {
      throw DiagnosticList([
        Diagnostic("can't be laid out without changing what it means", file: file.name)
      ])
    }
    return result
  }

  // MARK: Lines

  private mutating func run(_ tokens: [SyntaxToken]) {
    var end = 0
    var context = Context()
    for (index, token) in tokens.enumerated() {
      let isSeparated = takeGap(end..<token.range.lowerBound)
      end = token.range.upperBound
      if token.kind == .end { break }
      let previous = index > 0 ? tokens[index - 1] : nil
      if token.isFirst || current == nil {
        flush()
        let isStatement = !token.isIndented
        current = Line(
          isIndented: token.isIndented, text: "", isSeparated: isSeparated,
          keyword: isStatement ? token.text : nil)
        context.beginLine(isStatement ? token.text : nil)
      } else if context.breaksLine(before: token) {
        flush()
        current = Line(isIndented: true, text: "", isSeparated: false)
        context.beginLine(nil)
      } else if let previous, context.isSpaced(previous, token) {
        current?.text += " "
      }
      if context.isAligned(token) {
        let head = current?.text
        current?.head = head
      }
      context.pass(token)
      current?.text += String(decoding: file.bytes[token.range], as: UTF8.self)
    }
    flush()
  }

  private mutating func flush() {
    if let current { lines.append(current) }
    current = nil
  }

  /// Takes the comments between two units.
  ///
  /// - Returns: whether a blank line stands before what follows.
  private mutating func takeGap(_ range: Range<Int>) -> Bool {
    var lineBreaks = 0
    var isIndented = false
    var offset = range.lowerBound
    while offset < range.upperBound {
      switch file.bytes[offset] {
      case 0x0A:
        lineBreaks += 1
        isIndented = false
        offset += 1
      case UInt8(ascii: "#"):
        let start = offset
        while offset < range.upperBound, file.bytes[offset] != 0x0A { offset += 1 }
        add(comment: comment(start..<offset), lineBreaks, isIndented)
        lineBreaks = 0
      default:
        isIndented = true
        offset += 1
      }
    }
    return lineBreaks > 1
  }

  private func comment(_ range: Range<Int>) -> String {
    var text = file.bytes[range]
    while let last = text.last, [0x20, 0x09, 0x0D].contains(last) { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func add(comment: String, _ lineBreaks: Int, _ isIndented: Bool) {
    if lineBreaks == 0, current != nil {
      current?.comment = comment
      return flush()
    }
    flush()
    lines.append(
      Line(isIndented: isIndented, text: comment, isSeparated: lineBreaks > 1, keyword: "#"))
  }

  // MARK: Text

  private var rendered: [UInt8] {
    var lines = lines
    align(&lines)
    separateRules(&lines)
    var text = ""
    for (index, line) in lines.enumerated() {
      if line.isSeparated, index > 0 { text += "\n" }
      text += (line.isIndented ? "  " : "") + line.text
      if let comment = line.comment { text += "  " + comment }
      text += "\n"
    }
    return Array(text.utf8)
  }

  /// Neighbouring lines of one keyword stand in columns.
  private func align(_ lines: inout [Line]) {
    var start = 0
    while start < lines.count {
      var end = start + 1
      guard lines[start].head != nil else {
        start = end
        continue
      }
      while end < lines.count, lines[end].head != nil, !lines[end].isSeparated,
        lines[end].keyword == lines[start].keyword
      {
        end += 1
      }
      let width = lines[start..<end].map { $0.head!.unicodeScalars.count }.max()!
      for index in start..<end {
        let head = lines[index].head!
        let padding = String(repeating: " ", count: width - head.unicodeScalars.count)
        lines[index].text = head + padding + lines[index].text.dropFirst(head.count)
      }
      start = end
    }
  }

  /// What follows a rule stands behind a blank line, its comments included.
  private func separateRules(_ lines: inout [Line]) {
    var isInRule = false
    for index in lines.indices where !lines[index].isIndented {
      if isInRule { lines[index].isSeparated = true }
      isInRule = lines[index].keyword == "rule"
    }
  }
}
