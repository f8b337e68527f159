/// Cuts an input at its lines, as many at a time as one read has brought.
///
/// What it gives never ends inside a line, and it never reads on while it has a whole line.
final class LineCutter {
  private let input: ByteInput
  private let file: InputFile
  private let lineByteLimit: Int
  private var rest: [UInt8] = []
  private var line = 1
  private var byteOffset = 0
  private var isAtEnd = false
  private var isSkippingLine = false

  /// Opens a file. Lines above the limit come out as failures and take no more memory than it.
  init(file: InputFile, lineByteLimit: Int) throws(ByteInput.Failure) {
    input = try ByteInput(path: file.path)
    self.file = file
    self.lineByteLimit = lineByteLimit
  }

  /// The next lines, or nil behind the last.
  ///
  /// - Complexity: O(number of bytes read).
  func next() throws(ByteInput.Failure) -> InputPiece? {
    while !isAtEnd {
      // No line break stands in the rest: only what is read now is searched.
      var searched = rest.count
      guard try input.read(into: &rest) else {
        isAtEnd = true
        skipByteOrderMark()
        if isSkippingLine || rest.isEmpty { return nil }
        return takePiece()
      }
      if isSkippingLine {
        guard let lineBreak = rest.firstIndex(of: 0x0A) else {
          byteOffset += rest.count
          rest.removeAll(keepingCapacity: true)
          continue
        }
        isSkippingLine = false
        line += 1
        byteOffset += lineBreak + 1
        rest.removeSubrange(...lineBreak)
        searched = 0
      }
      if let lineBreak = rest[searched...].lastIndex(of: 0x0A) {
        let tail = Array(rest[(lineBreak + 1)...])
        rest.removeLast(tail.count)
        skipByteOrderMark()
        defer { rest = tail }
        return takePiece()
      }
      if rest.count > lineByteLimit { return skipLine() }
    }
    return nil
  }

  private func skipByteOrderMark() {
    guard byteOffset == 0, rest.starts(with: InputPiece.byteOrderMark) else { return }
    rest.removeFirst(3)
    byteOffset = 3
  }

  /// Gives the rest away as a piece, without a copy of what may be one long line.
  private func takePiece() -> InputPiece {
    let place = InputPlace(path: file.path, line: line)
    let start = byteOffset
    let lineCount = rest.withUnsafeBufferPointer { $0.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 } }
    line += lineCount
    byteOffset += rest.count
    defer { rest = [] }
    guard lineCount <= 1 else {
      return InputPiece(
        place: place, format: file.format, byteOffset: start, content: .lines(rest))
    }
    if rest.last == 0x0A {
      rest.removeLast()
      if rest.last == 0x0D { rest.removeLast() }
    }
    return InputPiece(
      place: place, format: file.format, byteOffset: start, content: .document(rest))
  }

  private func skipLine() -> InputPiece {
    isSkippingLine = true
    let place = InputPlace(path: file.path, line: line)
    let start = byteOffset
    byteOffset += rest.count
    rest = []
    return InputPiece(
      place: place, format: file.format, byteOffset: start,
      content: .failure("the line is longer than \(lineByteLimit) bytes"))
  }
}
