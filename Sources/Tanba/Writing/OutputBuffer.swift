/// What an encoder has written of some documents.
public struct OutputBuffer: Sendable {
  /// The bytes, from front to back.
  public var bytes: [UInt8] = []
  /// Where in ``bytes`` files begin, in formats of several files; each goes on to the next.
  public private(set) var files: [File] = []
  /// What the encoder counts for the end of the output, by name.
  public private(set) var counts: [String: Int] = [:]

  /// The beginning of a file.
  public struct File: Hashable, Sendable {
    /// The document that the file belongs to.
    public var id: String
    /// What the file's name ends in, as `ann`.
    public var type: String
    /// The offset of its first byte.
    public var offset: Int
  }

  /// Creates an empty buffer.
  public init() {}

  /// Begins a file of a document; what follows belongs to it.
  public mutating func beginFile(of id: String, type: String) {
    files.append(File(id: id, type: type, offset: bytes.count))
  }

  /// Counts one more.
  public mutating func count(_ name: String) { counts[name, default: 0] += 1 }

  /// Adds text as it stands.
  public mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds a byte.
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Adds text with what means something in XML and HTML escaped. What XML can't hold (control
  /// characters, U+FFFE, U+FFFF) is replaced by U+FFFD.
  mutating func appendEscaped(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case 0x26: append("&amp;")
      case 0x3C: append("&lt;")
      case 0x3E: append("&gt;")
      case 0x22: append("&quot;")
      // A bare carriage return is read back as a line feed.
      case 0x0D: append("&#13;")
      case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20: append("\u{FFFD}")
      case 0xBE, 0xBF:
        bytes.append(byte)
        if bytes.suffix(3).elementsEqual([0xEF, 0xBF, byte]) {
          bytes.removeLast(3)
          append("\u{FFFD}")
        }
      default: bytes.append(byte)
      }
    }
  }

  /// Adds an attribute of an element, if it has a value.
  mutating func appendAttribute(_ name: String, _ value: String?) {
    guard let value else { return }
    append(" \(name)=\"")
    // As references, since a reader takes bare ones for spaces.
    for (index, part) in value.utf8.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x09 }
    ).enumerated() {
      if index > 0 {
        append(value.utf8[value.utf8.index(before: part.startIndex)] == 0x0A ? "&#10;" : "&#9;")
      }
      appendEscaped(part)
    }
    append(0x22)
  }

  /// Adds JSON.
  mutating func appendJSON(_ write: (inout JSONBuffer) -> Void) {
    var json = JSONBuffer()
    json.exchange(&bytes)
    write(&json)
    json.exchange(&bytes)
  }
}
