import Glibc
import Tanba

/// Removes a half-written output when the process is told to end.
enum InterruptCleanup {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Opens an output whose temporary file goes if SIGINT, SIGTERM or SIGHUP ends the process.
  static func openOutput(path: String) throws(OutputFailure) -> ByteOutput {
    // A signal that comes meanwhile waits until the file's name is known. Some launchers start
    // programs with these signals blocked: from here on they count.
    var mask = sigset_t()
    sigemptyset(&mask)
    for number in signals { sigaddset(&mask, number) }
    pthread_sigmask(SIG_BLOCK, &mask, nil)
    defer { pthread_sigmask(SIG_UNBLOCK, &mask, nil) }
    let output = try ByteOutput(path: path)
    if let file = output.temporaryPath {
      fileToRemove = strdup(file)
      for number in signals { install(number) }
    }
    return output
  }

  private static func install(_ number: Int32) {
    let before = signal(number, removeAndEnd)
    // What `nohup` has the process ignore, it goes on ignoring.
    if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
      signal(number, SIG_IGN)
    }
  }
}

/// Set before the handlers are installed and never freed: a handler may read it at any time. Once
/// the file has its own name, none of this name is there to remove.
nonisolated(unsafe) private var fileToRemove: UnsafeMutablePointer<CChar>?

/// Calls nothing but what a signal handler may call.
private func removeAndEnd(_ number: Int32) {
  if let fileToRemove { unlink(fileToRemove) }
  signal(number, SIG_DFL)
  raise(number)
}
