import Glibc

/// The user's folder for what can be made anew at any time.
struct CacheFolder {
  /// The folder's path, with a slash behind it.
  let path: String

  /// The most files that are kept: rule sets that nobody uses any more are not there for ever.
  static let mostFiles = 64

  /// `$XDG_CACHE_HOME/tanba`, else `~/.cache/tanba`; nil where neither is known.
  init?() {
    if let home = getenv("XDG_CACHE_HOME"), home.pointee == UInt8(ascii: "/") {
      path = String(cString: home) + "/tanba/"
    } else if let home = getenv("HOME") {
      path = String(cString: home) + "/.cache/tanba/"
    } else {
      return nil
    }
  }

  /// Writes a file whole or not at all, then drops the oldest files beyond ``mostFiles``.
  func write(_ bytes: [UInt8], to name: String) {
    for (index, character) in path.utf8.enumerated()
    where character == UInt8(ascii: "/") && index > 0 {
      mkdir(String(decoding: path.utf8.prefix(index), as: UTF8.self), 0o700)
    }
    // Under another name first: a run beside this one never reads half a file.
    let temporary = path + name + ".\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let isWritten = Self.write(bytes, to: descriptor)
    guard close(descriptor) == 0, isWritten, rename(temporary, path + name) == 0 else {
      unlink(temporary)
      return
    }
    dropOldest(sparing: name)
  }

  private func dropOldest(sparing newest: String) {
    guard let folder = opendir(path) else { return }
    defer { closedir(folder) }
    var files: [(time: Int, name: String)] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var status = stat()
      guard name != newest, stat(path + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG
      else { continue }
      files.append((status.st_mtim.tv_sec, name))
    }
    guard files.count >= Self.mostFiles else { return }
    files.sort { $0 < $1 }
    for file in files.dropLast(Self.mostFiles - 1) { unlink(path + file.name) }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest.removeFirst(count)
    }
    return true
  }
}
