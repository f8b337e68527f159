/// A finding about a file of a rule set, with its place.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How bad a finding is.
  public enum Severity: String, Sendable {
    /// The rule set can't be used.
    case error
    /// The rule set can be used; something in it is likely wrong.
    case warning
    /// A second place that helps to understand a finding; never stands alone.
    case note
  }

  /// How bad it is.
  public var severity: Severity
  /// What is wrong and what would be right, in one line.
  public var message: String
  /// The file's name; empty where no file is at fault.
  public var file: String
  /// The line, from 1; 0 where the whole file is meant.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int
  /// The number of scalars to underline.
  public var length: Int
  /// The text of the line; of a long one the part around the place.
  public var excerpt: String
  /// The number of scalars of the line that stand before the excerpt.
  private var excerptStart = 0
  /// Other places that explain the finding, as where a name was defined first.
  public var notes: [Diagnostic] = []

  private static let longestExcerpt = 320

  /// Creates a finding about a range of UTF-8 offsets in a file.
  public init(
    _ severity: Severity, _ message: String, in file: SourceFile, at range: Range<Int>
  ) {
    let position = file.position(at: range.lowerBound)
    self.severity = severity
    self.message = message
    self.file = file.name
    line = position.line
    column = position.column
    let covered = range.clamped(to: file.range(ofLine: position.line - 1))
    length = max(1, file.bytes[covered].scalarCount)
    let text = file.text(ofLine: position.line - 1)
    excerpt = text
    if text.utf8.count > Self.longestExcerpt {
      let scalars = text.unicodeScalars
      excerptStart = max(0, column - 1 - Self.longestExcerpt / 4)
      excerpt = String(scalars.dropFirst(excerptStart).prefix(Self.longestExcerpt / 2))
      length = min(length, Self.longestExcerpt / 4)
    }
  }

  /// Creates an error about a range of UTF-8 offsets in a file.
  public init(_ message: String, in file: SourceFile, at range: Range<Int>) {
    self.init(.error, message, in: file, at: range)
  }

  /// Creates a finding about a whole line, counted from 0.
  public init(_ severity: Severity, _ message: String, in file: SourceFile, line index: Int) {
    self.init(severity, message, in: file, at: file.range(ofLine: index))
  }

  /// Creates a finding about a file that can't be read at all.
  public init(_ message: String, file: String) {
    severity = .error
    self.message = message
    self.file = file
    line = 0
    column = 0
    length = 0
    excerpt = ""
  }

  /// The finding with a second place that explains it.
  public func noting(_ message: String, in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    var finding = self
    finding.notes.append(Diagnostic(.note, message, in: file, at: range))
    return finding
  }

  /// The finding as compilers print it: place and message, the line, a caret below it; then its
  /// notes in the same way.
  public var rendered: String { ([ownText] + notes.map(\.ownText)).joined() }

  private var ownText: String {
    var head = file
    if line > 0 { head += ":\(line):\(column)" }
    if !head.isEmpty { head += ": " }
    head += "\(severity.rawValue): \(message)\n"
    guard line > 0 else { return head }
    // Tabs are kept, so that the caret stands below its place whatever a tab's width.
    let lead = excerpt.unicodeScalars.prefix(column - 1 - excerptStart).map {
      $0 == "\t" ? "\t" : " "
    }.joined()
    let tail = String(repeating: "~", count: max(0, length - 1))
    return head + "  \(excerpt)\n  \(lead)^\(tail)\n"
  }
}

/// All findings that stop a rule set from being used.
public struct DiagnosticList: Error, Sendable {
  /// The findings, in file order.
  public var diagnostics: [Diagnostic]

  /// Creates a list.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
