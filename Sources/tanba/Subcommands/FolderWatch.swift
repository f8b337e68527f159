import Glibc
import Tanba

/// Does something now and again whenever a file in one of several folders changes.
struct FolderWatch {
  let folders: [String]

  private static let interval: UInt32 = 300_000

  /// Never returns unless `action` fails for a reason that has nothing to do with the files.
  func run(_ action: () throws -> Void) throws {
    while true {
      let before = signature
      do {
        try action()
      } catch let list as DiagnosticList {
        for diagnostic in list.diagnostics { StandardError.write(diagnostic.rendered) }
      } catch ExitStatus.unusableRules {
        // What is wrong is said already; the next change may mend it.
      }
      while signature == before { usleep(Self.interval) }
      StandardError.write("\n")
    }
  }

  /// Names, sizes and times of all files.
  private var signature: [String] { folders.flatMap { Self.signature(of: $0, depth: 0) } }

  private static func signature(of folder: String, depth: Int) -> [String] {
    guard depth < 16, let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var signature: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      let path = folder + "/" + name
      var status = stat()
      guard stat(path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        signature += Self.signature(of: path, depth: depth + 1)
      } else {
        signature.append(
          "\(path) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)")
      }
    }
    return signature.sorted()
  }
}
