/// Reads inputs one after the other and gives their documents in batches, undecoded.
///
/// A batch holds what is there without waiting, up to a bound: from a pipe, the lines that one read
/// has brought; of small files, several. Memory is bounded by the longest document.
public final class InputReader {
  private let files: [InputFile]
  private let documentByteLimit: Int
  private var index = 0
  private var cutter: LineCutter?

  private static let batchByteCount = 256 << 10

  /// Creates a reader. Documents above the limit come out as failures.
  public init(_ files: [InputFile], documentByteLimit: Int = Document.maximumByteCount) {
    self.files = files
    self.documentByteLimit = documentByteLimit
  }

  /// The next documents in input order, or nil behind the last. An input that can't be read comes
  /// out as a failure in its place.
  public func next() -> [InputPiece]? {
    while true {
      if let cutter {
        do {
          if let piece = try cutter.next() { return [piece] }
          self.cutter = nil
        } catch {
          self.cutter = nil
          return [failure(error.message, of: files[index - 1])]
        }
      }
      guard index < files.count else { return nil }
      let file = files[index]
      if file.format == .text { return nextFiles() }
      index += 1
      do {
        cutter = try LineCutter(file: file, lineByteLimit: documentByteLimit)
      } catch {
        return [failure(error.message, of: file)]
      }
    }
  }

  /// One whole file, and those behind it that are there and fit in.
  private func nextFiles() -> [InputPiece] {
    var pieces: [InputPiece] = []
    var byteCount = 0
    repeat {
      let piece = wholeFile(files[index])
      if case .document(let bytes) = piece.content { byteCount += bytes.count }
      pieces.append(piece)
      index += 1
    } while index < files.count && files[index].format == .text
      && byteCount < Self.batchByteCount && ByteInput.isRegularFile(files[index].path)
    return pieces
  }

  private func wholeFile(_ file: InputFile) -> InputPiece {
    do {
      let input = try ByteInput(path: file.path)
      var bytes: [UInt8] = []
      bytes.reserveCapacity(min(input.expectedByteCount, documentByteLimit))
      while try input.read(into: &bytes) {
        guard bytes.count <= documentByteLimit else {
          return failure("the file is longer than \(documentByteLimit) bytes", of: file)
        }
      }
      let hasMark = bytes.starts(with: InputPiece.byteOrderMark)
      if hasMark { bytes.removeFirst(3) }
      return InputPiece(
        place: InputPlace(path: file.path), format: .text, byteOffset: hasMark ? 3 : 0,
        content: .document(bytes))
    } catch {
      return failure(error.message, of: file)
    }
  }

  private func failure(_ message: String, of file: InputFile) -> InputPiece {
    InputPiece(
      place: InputPlace(path: file.path), format: file.format, content: .failure(message))
  }
}
