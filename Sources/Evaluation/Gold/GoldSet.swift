public import Tanba

/// A corpus with its annotation.
public struct GoldSet: Sendable {
  /// How the annotation is written.
  public enum Format: String, Sendable {
    /// A token and its tag a line.
    case iob = "IOB2"
    /// JSON objects with spans.
    case jsonLines = "JSON Lines"
  }

  /// The file that it was read from.
  public var name: String
  /// How it was written.
  public var format: Format
  /// The documents in file order.
  public var documents: [GoldDocument]
  /// What was read other than written, with its line.
  public var warnings: [Diagnostic] = []

  /// Creates a corpus.
  public init(name: String, format: Format, documents: [GoldDocument]) {
    self.name = name
    self.format = format
    self.documents = documents
  }

  /// The convention that such annotation follows.
  public var convention: ExtractionOptions.Convention { format == .iob ? .kaznerd : .full }

  /// The layers that are annotated.
  public var layers: [GoldLayer] {
    GoldLayer.allCases.filter { layer in documents.contains { $0.layers[layer] != nil } }
  }

  /// Reads a gold file: JSON Lines where it begins with a brace, else IOB2.
  ///
  /// - Parameter textPath: the text of a gold file whose lines are mentions of one document.
  /// - Throws: all findings with file, line and column.
  /// - Complexity: O(number of bytes).
  public init(path: String, textPath: String? = nil) throws(GoldError) {
    let file = try Self.file(path)
    let text = try textPath.map { path throws(GoldError) in try Self.file(path) }
    try self.init(file: file, text: text)
  }

  /// Reads the content of a gold file.
  ///
  /// - Throws: all findings with file, line and column.
  public init(file: SourceFile, text: SourceFile? = nil) throws(GoldError) {
    let first = file.bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    if first == UInt8(ascii: "{") {
      var reader = JSONGoldReader(file: file, text: text)
      self = try reader.read()
    } else {
      var reader = IOBReader(file: file)
      self = try reader.read()
    }
    guard documents.isEmpty else { return }
    throw GoldError([Diagnostic("nothing is annotated in this file", file: file.name)])
  }

  private static func file(_ path: String) throws(GoldError) -> SourceFile {
    var bytes: [UInt8]
    do throws(ByteInput.Failure) {
      bytes = try ByteInput.bytes(ofFile: path)
    } catch {
      throw GoldError([Diagnostic("can't be read: \(error.message)", file: path)])
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let name = path == "-" ? "standard input" : path
    if let offset = bytes.withUnsafeBufferPointer({ UTF8Validation.firstInvalidOffset(in: $0) }) {
      let file = SourceFile(name: name, bytes: Array(String(decoding: bytes, as: UTF8.self).utf8))
      // The bytes before the fault are the same in both.
      throw GoldError([Diagnostic("invalid UTF-8", in: file, at: offset..<offset + 1)])
    }
    return SourceFile(name: name, bytes: bytes)
  }
}
