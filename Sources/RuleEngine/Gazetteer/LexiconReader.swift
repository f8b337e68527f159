import RuleSyntax
import TextModel

/// Reads the rows of a lexicon's file.
struct LexiconReader {
  private let file: SourceFile
  private(set) var findings: [Diagnostic] = []
  private var columns: [String] = []
  private var lines: [UInt32] = []
  private var bounds: [UInt32] = []
  /// The first line of each row's text, by its hash.
  private var firstLines: [UInt64: UInt32] = [:]

  private static let mostFindings = 100

  private let findsWarnings: Bool

  init(file: SourceFile, findsWarnings: Bool) {
    self.file = file
    self.findsWarnings = findsWarnings
  }

  /// The table.
  ///
  /// - Complexity: O(number of bytes).
  /// - Throws: every finding in the file, if one of them is an error.
  mutating func read() throws(DiagnosticList) -> LexiconTable {
    for line in 0..<file.lineCount {
      let range = file.range(ofLine: line)
      if range.isEmpty || file.bytes[range.lowerBound] == UInt8(ascii: "#") { continue }
      if columns.isEmpty { readHead(range, line) } else { readRow(range, line) }
      if findings.count >= Self.mostFindings { break }
    }
    if findings.contains(where: { $0.severity == .error }) { throw DiagnosticList(findings) }
    return LexiconTable(
      columns: columns, bytes: file.bytes, lines: PlainRow(lines), bounds: PlainRow(bounds))
  }

  private mutating func report(
    _ message: String, _ line: Int, as severity: Diagnostic.Severity = .error
  ) {
    findings.append(Diagnostic(severity, message, in: file, line: line))
  }

  private mutating func readHead(_ range: Range<Int>, _ line: Int) {
    columns = file.text(ofLine: line).split(separator: "\t", omittingEmptySubsequences: false)
      .map(String.init)
    if columns[0] != "form" { report("the first column of a lexicon is \"form\"", line) }
    for (place, column) in columns.enumerated() where columns[..<place].contains(column) {
      report("a second column \"\(column)\"", line)
    }
  }

  private mutating func readRow(_ range: Range<Int>, _ line: Int) {
    let first = bounds.count
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var isASCII = true
    bounds.append(UInt32(range.lowerBound))
    file.bytes.withUnsafeBufferPointer { bytes in
      for offset in range {
        let byte = bytes[offset]
        if findsWarnings { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        if byte == 0x09 {
          bounds.append(UInt32(offset + 1))
        } else if byte >= 0x80 {
          isASCII = false
        }
      }
    }
    bounds.append(UInt32(range.upperBound + 1))
    let count = bounds.count - first - 1
    guard count <= columns.count else {
      bounds.removeLast(bounds.count - first)
      return report("\(count) cells where the head names \(columns.count) columns", line)
    }
    for _ in count..<columns.count { bounds.append(UInt32(range.upperBound + 1)) }
    let form = Int(bounds[first])..<Int(bounds[first + 1]) - 1
    guard file.bytes[form].contains(where: { $0 != 0x20 }) else {
      bounds.removeLast(bounds.count - first)
      return report("a row without a form", line)
    }
    lines.append(UInt32(line))
    guard findsWarnings else { return }
    if count < columns.count {
      let cells = count == 1 ? "1 cell" : "\(count) cells"
      report("\(cells) where the head names \(columns.count) columns", line, as: .warning)
    }
    if let earlier = firstLines[hash],
      file.bytes[file.range(ofLine: Int(earlier))].elementsEqual(file.bytes[range])
    {
      findings.append(
        Diagnostic(.warning, "this row stands in the file already", in: file, line: line)
          .noting("first here", in: file, at: file.range(ofLine: Int(earlier))))
      return
    }
    firstLines[hash] = UInt32(line)
    if !isASCII, let word = MixedScript.firstWord(in: file.bytes[form]) {
      report(MixedScript.message(word), line, as: .warning)
    }
  }
}
