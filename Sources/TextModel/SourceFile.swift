import Synchronization

/// A text file of a rule set: its name, its bytes and its lines.
public struct SourceFile: Sendable {
  /// The path as users should see it.
  public let name: String
  /// The bytes, valid UTF-8.
  public let bytes: [UInt8]
  private let lines: LineIndex

  /// Creates a file over valid UTF-8.
  ///
  /// - Complexity: O(1); the first question about lines takes O(number of bytes).
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    lines = LineIndex(bytes: bytes)
  }

  private var lineStarts: [Int] { lines.starts }

  /// Creates a file over a string.
  public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// The number of lines; a file that ends in a line break has an empty last line.
  public var lineCount: Int { lineStarts.count }

  /// The line of a UTF-8 offset, counted from 0.
  ///
  /// - Complexity: O(log of the number of lines).
  public func line(at offset: Int) -> Int {
    let lineStarts = lineStarts
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line without its line break, `line` counted from 0.
  public func range(ofLine line: Int) -> Range<Int> {
    let lineStarts = lineStarts
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// A line's text without its line break, `line` counted from 0.
  public func text(ofLine line: Int) -> String {
    String(decoding: bytes[range(ofLine: line)], as: UTF8.self)
  }

  /// Line and column of a UTF-8 offset, both counted from 1, columns in Unicode scalars.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    let line = line(at: offset)
    let prefix = bytes[lineStarts[line]..<max(lineStarts[line], min(offset, bytes.count))]
    return (line + 1, prefix.reduce(into: 1) { if $1 & 0xC0 != 0x80 { $0 += 1 } })
  }
}

/// Where the lines of a file begin, found when first asked for: most files of a rule set are never
/// asked.
private final class LineIndex: Sendable {
  private let bytes: [UInt8]
  private let known = Mutex<[Int]?>(nil)

  init(bytes: [UInt8]) { self.bytes = bytes }

  var starts: [Int] {
    known.withLock { known in
      if let known { return known }
      var starts = [0]
      bytes.withUnsafeBufferPointer { bytes in
        for index in bytes.indices where bytes[index] == 0x0A { starts.append(index + 1) }
      }
      known = starts
      return starts
    }
  }
}
