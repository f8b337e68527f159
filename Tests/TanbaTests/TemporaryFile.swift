import Glibc

/// A file that lives as long as this object.
final class TemporaryFile {
  let path: String

  init(_ bytes: [UInt8], suffix: String = "") throws {
    var template = Array("/tmp/tanba-test-XXXXXX\(suffix)".utf8CString)
    let descriptor = mkstemps(&template, Int32(suffix.utf8.count))
    guard descriptor >= 0 else { throw StageFailure(description: "no temporary file") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw StageFailure(description: "can't write \(path)") }
      written += count
    }
    close(descriptor)
  }

  deinit { unlink(path) }
}
