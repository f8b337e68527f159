import RuleSyntax
import TextModel

/// A table of forms with facts about each, read from tab-separated text.
///
/// Lines that begin with `#` are comments. The first other line names the columns; the first column
/// is `form`, a dictionary form of one or more words. Empty cells are no value.
public struct Lexicon: Sendable {
  /// The name that rules use.
  public let name: String
  /// The names of the columns; the first is `form`.
  public var columns: [String] { table.columns }
  /// The rows in file order.
  public var rows: Rows { Rows(table: table) }
  /// What is likely wrong in the file: rows that stand twice or lack a cell, letters of two
  /// alphabets in a word.
  public let warnings: [Diagnostic]

  /// The file that the lexicon was read from.
  let file: SourceFile
  private let table: LexiconTable

  /// One form and its facts.
  public struct Row: Sendable {
    /// The cells, one a column.
    public var cells: Cells
    /// The line in the file, from 0.
    public var line: Int { Int(cells.table.lines[cells.row]) }
    /// The dictionary form.
    public var form: String { cells[0] }
  }

  /// The rows of a lexicon.
  public struct Rows: RandomAccessCollection, Sendable {
    fileprivate let table: LexiconTable
    /// 0.
    public var startIndex: Int { 0 }
    /// The number of rows.
    public var endIndex: Int { table.lines.count }
    /// A row by its index.
    public subscript(index: Int) -> Row { Row(cells: Cells(table: table, row: index)) }
  }

  /// The cells of a row, made into strings when asked for.
  public struct Cells: RandomAccessCollection, Sendable {
    fileprivate let table: LexiconTable
    fileprivate let row: Int
    /// 0.
    public var startIndex: Int { 0 }
    /// The number of columns.
    public var endIndex: Int { table.columns.count }
    /// A cell by its column.
    public subscript(column: Int) -> String {
      String(decoding: table.cell(row, column), as: UTF8.self)
    }
  }

  /// Reads a table.
  ///
  /// - Parameter findsWarnings: look for rows that stand twice and for mixed alphabets as well.
  /// - Throws: every finding in the file, if one of them is an error.
  public init(
    name: String, file: SourceFile, findsWarnings: Bool = true
  ) throws(DiagnosticList) {
    self.name = name
    self.file = file
    var reader = LexiconReader(file: file, findsWarnings: findsWarnings)
    table = try reader.read()
    warnings = reader.findings
  }

  func write(to writer: inout ByteWriter) {
    writer.add(name)
    writer.add(each: columns) { $0.add($1) }
    writer.add(row: table.lines)
    writer.add(row: table.bounds)
  }

  /// Takes what was found in the file when it was read as a whole; the file is the same.
  init(from reader: inout ByteReader, file: SourceFile) throws(ByteRecordFailure) {
    name = try reader.text()
    self.file = file
    let columns = try reader.each { (reader) throws(ByteRecordFailure) in try reader.text() }
    table = LexiconTable(
      columns: columns, bytes: file.bytes, lines: try reader.row(of: UInt32.self),
      bounds: try reader.row(of: UInt32.self))
    warnings = []
    guard table.bounds.count == table.lines.count * (columns.count + 1) else {
      throw ByteRecordFailure()
    }
  }

  /// The bytes of a row's form.
  public func formBytes(_ row: Int) -> ArraySlice<UInt8> { table.cell(row, 0) }

  /// Whether a row's form begins with a capital.
  public func isCapital(_ row: Int) -> Bool {
    let bytes = formBytes(row)
    guard let first = bytes.first else { return false }
    if first < 0x80 { return (0x41...0x5A).contains(first) }
    var scalars = bytes.prefix(4).makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&scalars) else { return false }
    return scalar.properties.isUppercase
  }

  /// The index of a column.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// Whether a row passes all filters; an unknown column lets nothing pass.
  func passes(_ row: Int, _ filters: [Item.Filter]) -> Bool {
    filters.allSatisfy { filter in
      column(filter.column).map { table.cell(row, $0).elementsEqual(filter.value.utf8) } ?? false
    }
  }
}

/// The cells of a lexicon as places in its file.
final class LexiconTable: Sendable {
  let columns: [String]
  let bytes: [UInt8]
  /// The line of each row, from 0.
  let lines: PlainRow<UInt32>
  /// For each row the start of each cell and behind them the end of the last; a cell ends one byte
  /// before the next begins.
  let bounds: PlainRow<UInt32>

  init(
    columns: [String], bytes: [UInt8], lines: PlainRow<UInt32>, bounds: PlainRow<UInt32>
  ) {
    self.columns = columns
    self.bytes = bytes
    self.lines = lines
    self.bounds = bounds
  }

  func cell(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    let first = row * (columns.count + 1) + column
    let start = Int(bounds[first])
    return bytes[start..<max(start, Int(bounds[first + 1]) - 1)]
  }
}
