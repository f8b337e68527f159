import Glibc

/// An open file or standard input, read in chunks.
package final class ByteInput {
  /// The most bytes that one read gives.
  static let chunkByteCount = 128 << 10

  /// Why an input can't be read, in one line without the path.
  package struct Failure: Error {
    package let message: String

    init(_ message: String) { self.message = message }
    init(code: Int32) { message = String(cString: strerror(code)) }
  }

  /// The size that the file system knows; 0 where it knows none.
  let expectedByteCount: Int
  private let descriptor: Int32
  private let chunk = UnsafeMutableRawBufferPointer.allocate(
    byteCount: chunkByteCount, alignment: 16)

  /// Opens a path; `-` is standard input.
  init(path: String) throws(Failure) {
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      // `deinit` runs when an initialiser throws only once all is set.
      let code = errno
      chunk.deallocate()
      throw Failure(code: code)
    }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    expectedByteCount = isKnown && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    if isKnown, status.st_mode & S_IFMT == S_IFDIR { throw Failure(code: EISDIR) }
  }

  deinit {
    if descriptor > STDERR_FILENO { close(descriptor) }
    chunk.deallocate()
  }

  /// All bytes of a file.
  package static func bytes(ofFile path: String) throws(Failure) -> [UInt8] {
    let input = try ByteInput(path: path)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.expectedByteCount)
    while try input.read(into: &bytes) {}
    return bytes
  }

  /// Whether opening and reading a path never waits for another program.
  static func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return path != "-" && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Appends what is there, waiting for it where nothing is there yet.
  ///
  /// - Returns: false at the end of the input.
  func read(into bytes: inout [UInt8]) throws(Failure) -> Bool {
    while true {
      let count = Glibc.read(descriptor, chunk.baseAddress, chunk.count)
      if count > 0 { bytes.append(contentsOf: chunk[..<count]) }
      if count >= 0 { return count > 0 }
      guard errno == EINTR else { throw Failure(code: errno) }
    }
  }
}
