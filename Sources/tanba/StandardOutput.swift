import Glibc
import Tanba

/// Where results go that are no documents.
enum StandardOutput {
  /// Writes text as it stands, now.
  ///
  /// - Throws: what keeps it from being written: results that are lost are no success.
  static func write(_ text: String) throws(OutputFailure) {
    try ByteOutput(path: "-").write(Array(text.utf8))
  }

  /// Keeps files that are opened later from taking the place of a standard stream that the caller
  /// has closed: a file of rules would be read for standard input. What is opened in its stead fails
  /// as a closed stream does.
  static func holdClosedStreams() {
    for (stream, mode) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ] where fcntl(stream, F_GETFD) == -1 {
      // The lowest free descriptor is this one: those below are open by now.
      _ = open("/dev/null", mode)
    }
  }
}
