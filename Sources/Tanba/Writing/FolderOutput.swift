import Glibc

/// A folder that takes the files of a format of several files.
///
/// A file is named after its document: the last part of the id, without a `.txt` at its end and with
/// what no file name can hold replaced. A name that is taken already has a number behind it. Each
/// file appears when it is complete.
public final class FolderOutput {
  private let path: String
  /// The names given out, by document within the output.
  private var names: Set<String> = []
  private var current: (id: String, name: String)?
  private var types: Set<String> = []

  /// Opens a folder, made where there is none.
  ///
  /// - Throws: ``OutputFailure/unusable(path:message:)``.
  public init(path: String) throws(OutputFailure) {
    self.path = path
    guard mkdir(path, 0o777) != 0 else { return }
    let code = errno
    var status = stat()
    let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    guard !isFolder else { return }
    throw .unusable(path: path, message: String(cString: strerror(code == EEXIST ? ENOTDIR : code)))
  }

  /// Writes the files of some documents.
  public func write(_ output: OutputBuffer) throws(OutputFailure) {
    for (index, file) in output.files.enumerated() {
      let next =
        index + 1 < output.files.count ? output.files[index + 1].offset : output.bytes.count
      let target = try ByteOutput(path: "\(path)/\(name(for: file)).\(file.type)")
      try target.write(Array(output.bytes[file.offset..<next]))
      try target.finish()
    }
  }

  /// The name of a file without its type. A type that comes again begins the next document, should
  /// two of them have one id.
  private func name(for file: OutputBuffer.File) -> String {
    if let current, current.id == file.id, types.insert(file.type).inserted { return current.name }
    let base = Self.fileName(file.id)
    var name = base
    var number = 1
    while !names.insert(name).inserted {
      number += 1
      name = "\(base)-\(number)"
    }
    current = (file.id, name)
    types = [file.type]
    return name
  }

  /// What an id gives as the name of a file.
  static func fileName(_ id: String) -> String {
    var name = String(id.split(separator: "/").last ?? "")
    if name.hasSuffix(".txt") { name.removeLast(4) }
    let kept = name.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "_" : String($0) }
    // Two hundred bytes leave room for a number, a type and a temporary name.
    var short = ""
    for scalar in kept {
      guard short.utf8.count + scalar.utf8.count <= 200 else { break }
      short += scalar
    }
    if short.isEmpty || short.allSatisfy({ $0 == "." }) || short == "-" { return "document" }
    return short.hasPrefix(".") ? "_" + short : short
  }
}
