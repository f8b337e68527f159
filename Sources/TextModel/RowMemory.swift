import Glibc

/// The memory of ``PlainRow``: allocated, or a file that is mapped.
@usableFromInline final class RowMemory: @unchecked Sendable {
  /// All of it; never empty, so that there is an address.
  let bytes: UnsafeMutableRawBufferPointer
  /// The bytes that are used.
  let byteCount: Int
  private let isMapped: Bool

  init(byteCount: Int, alignment: Int) {
    bytes = .allocate(byteCount: max(byteCount, 1), alignment: max(alignment, 16))
    self.byteCount = byteCount
    isMapped = false
  }

  /// Maps a file, which must not be changed in place as long as it is mapped: to be replaced by
  /// renaming only. Nil where it can't be mapped or is empty.
  init?(mapping path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0
    else { return nil }
    byteCount = Int(status.st_size)
    guard let start = mmap(nil, byteCount, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0),
      start != MAP_FAILED
    else { return nil }
    bytes = UnsafeMutableRawBufferPointer(start: start, count: byteCount)
    isMapped = true
  }

  deinit {
    if isMapped { munmap(bytes.baseAddress!, byteCount) } else { bytes.deallocate() }
  }
}

extension PlainRow where Element == UInt8 {
  /// The bytes of a file, mapped: read as they are asked for. Nothing may change the file in place
  /// meanwhile.
  ///
  /// - Returns: nil where the file can't be mapped, or is empty.
  public init?(mapping path: String) {
    guard let memory = RowMemory(mapping: path) else { return nil }
    self.init(memory: memory)
  }
}
