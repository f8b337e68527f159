import Glibc

/// The peak of resident memory of another process.
///
/// The kernel counts what the parent held when it started the child into the child's peak: to be
/// measured before the parent has grown.
public enum ChildMemory {
  /// Runs a program to its end with standard input from and output to nowhere.
  ///
  /// - Returns: the peak in bytes; nil where the program can't be run or does not end with 0.
  public static func peak(of executable: String, arguments: [String]) -> Int? {
    var actions = posix_spawn_file_actions_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, mode) in [(STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_WRONLY)] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", mode, 0)
    }
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var child = pid_t()
    guard posix_spawn(&child, executable, &actions, nil, words, environ) == 0 else { return nil }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status == 0 ? Int(usage.ru_maxrss) << 10 : nil
  }
}
