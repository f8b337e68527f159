import Glibc

/// CPU time of this thread, added up over stretches of work.
struct Stopwatch {
  /// The seconds so far.
  private(set) var seconds = 0.0

  /// Does something and counts its time.
  mutating func time<Result>(_ work: () throws -> Result) rethrows -> Result {
    let start = Self.now
    defer { seconds += Self.now - start }
    return try work()
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
