import Glibc

/// Where all goes that is no result.
enum StandardError {
  /// Writes text as it stands. A standard error that can't be written is nobody's concern.
  static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes.removeFirst(count)
    }
  }

  /// Writes a line under the command's name.
  static func report(_ message: String) { write("tanba: \(message)\n") }
}
