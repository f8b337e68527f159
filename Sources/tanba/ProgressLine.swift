import Glibc

/// A line on standard error that is written over while a long run goes on; nothing where standard
/// error is no terminal.
struct ProgressLine {
  private let isShown = isatty(STDERR_FILENO) == 1
  private var last = ContinuousClock.now - .seconds(1)

  /// Shows what is going on, ten times a second at most.
  mutating func show(_ text: @autoclosure () -> String) {
    guard isShown, ContinuousClock.now - last > .milliseconds(100) else { return }
    last = .now
    StandardError.write("\r\u{1B}[K\(text())")
  }

  /// Takes the line away.
  func clear() {
    if isShown { StandardError.write("\r\u{1B}[K") }
  }
}
