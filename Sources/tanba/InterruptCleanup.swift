import Glibc

/// Removes a half-written output when the process is told to end.
enum InterruptCleanup {
  /// Names the file to remove on SIGINT, SIGTERM and SIGHUP; nil when there is none any more.
  static func remove(_ path: String?) {
    fileToRemove = path.flatMap { strdup($0) }
    let action: (@convention(c) (Int32) -> Void)? = path == nil ? SIG_DFL : removeAndEnd
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, action) }
  }
}

/// Set before the handler is installed and never freed: a handler may read it at any time.
nonisolated(unsafe) private var fileToRemove: UnsafeMutablePointer<CChar>?

/// Calls nothing but what a signal handler may call.
private func removeAndEnd(_ number: Int32) {
  if let fileToRemove { unlink(fileToRemove) }
  signal(number, SIG_DFL)
  raise(number)
}
