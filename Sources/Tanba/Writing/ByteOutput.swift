import Glibc

/// Where results go: standard output, a device or pipe, or a file that appears only when all of it
/// is written.
///
/// A regular file is written beside its place under a temporary name and renamed by ``finish()``;
/// without that call nothing stays.
public final class ByteOutput {
  private let path: String
  private let descriptor: Int32
  /// The temporary file and the place that it is to take.
  private var temporary: (path: String, target: String)?

  /// The file that is to be renamed; nil where none is.
  public var temporaryPath: String? { temporary?.path }

  /// Opens an output; `-` is standard output.
  public init(path: String) throws(OutputFailure) {
    self.path = path == "-" ? "standard output" : path
    if path == "-" {
      descriptor = STDOUT_FILENO
      return
    }
    var status = stat()
    let exists = stat(path, &status) == 0
    let kind = status.st_mode & S_IFMT
    if exists, kind == S_IFDIR { throw Self.unusable(path, EISDIR) }
    if exists, kind != S_IFREG {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Self.unusable(path, errno) }
      return
    }
    // Of no name a temporary one would be made, which could never take its place.
    if path.isEmpty { throw Self.unusable(path, ENOENT) }
    if exists, access(path, W_OK) != 0 { throw Self.unusable(path, errno) }
    // A link stays a link: what it points to is replaced.
    let target = exists ? Self.resolved(path) : path
    var template = Array((target + ".XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Self.unusable(path, errno) }
    let name = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    temporary = (name, target)
    let mask = umask(0)
    umask(mask)
    fchmod(descriptor, exists ? status.st_mode & 0o7777 : 0o666 & ~mask)
  }

  deinit { discard() }

  /// Writes all bytes now.
  public func write(_ bytes: [UInt8]) throws(OutputFailure) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        written += count
      } else if errno == EPIPE {
        throw .closedPipe
      } else if errno != EINTR {
        throw failed(errno)
      }
    }
  }

  /// Puts the file in its place. Nothing may be written afterwards.
  public func finish() throws(OutputFailure) {
    guard let (name, target) = temporary else { return }
    // Some file systems report a full disk only here.
    guard fsync(descriptor) == 0 || errno == EINVAL, rename(name, target) == 0 else {
      throw failed(errno)
    }
    temporary = nil
    close(descriptor)
  }

  /// Removes what was written of a file that is not finished.
  public func discard() {
    guard let (name, _) = temporary else { return }
    temporary = nil
    close(descriptor)
    unlink(name)
  }

  private func failed(_ code: Int32) -> OutputFailure {
    .failed(path: path, message: String(cString: strerror(code)))
  }

  private static func unusable(_ path: String, _ code: Int32) -> OutputFailure {
    .unusable(path: path, message: String(cString: strerror(code)))
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
