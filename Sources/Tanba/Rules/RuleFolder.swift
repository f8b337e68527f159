import Glibc
import RuleSyntax
import TextModel

/// Reads the files of a rule folder, each once, and none outside it.
final class RuleFolder {
  let path: String
  /// The folder without symbolic links; nil where there is no such folder.
  private let realPath: String?
  /// All files read so far, by their path below the folder.
  private(set) var files: [String: SourceFile] = [:]
  /// Their paths in the order in which they were read.
  private(set) var paths: [String] = []
  /// The digest of all names and contents read so far, in that order.
  let digest = RuleDigest()

  init(path: String) {
    self.path = path
    realPath = Self.realPath(of: path)
  }

  /// What a parser reads files with.
  var reader: RuleParser.Loader {
    func read(_ relative: String) throws(Diagnostic) -> SourceFile { try file(relative) }
    return read
  }

  /// A file by its path below the folder.
  func file(_ relative: String) throws(Diagnostic) -> SourceFile {
    if let known = files[relative] { return known }
    let (full, bytes) = try bytes(of: relative)
    if let invalid = bytes.withUnsafeBufferPointer({ UTF8Validation.firstInvalidOffset(in: $0) }) {
      throw Diagnostic("invalid UTF-8 at byte \(invalid)", file: full)
    }
    return keep(bytes, full, relative)
  }

  /// Reads files that were read before, in the same order, to see by the digest whether all are as
  /// they were; until then nothing is known of their contents.
  func readAgain(_ paths: [String]) throws(Diagnostic) {
    for relative in paths {
      let (full, bytes) = try bytes(of: relative)
      _ = keep(bytes, full, relative)
    }
  }

  private func keep(_ bytes: [UInt8], _ full: String, _ relative: String) -> SourceFile {
    digest.add(Array(relative.utf8) + [0])
    digest.add(bytes)
    let file = SourceFile(name: full, bytes: bytes)
    files[relative] = file
    paths.append(relative)
    return file
  }

  private func bytes(of relative: String) throws(Diagnostic) -> (path: String, bytes: [UInt8]) {
    let full = path + "/" + relative
    // A symbolic link may lead out of the folder; what it leads to is none of the rule set's.
    if let realPath, let target = Self.realPath(of: full), !target.hasPrefix(realPath + "/") {
      throw Diagnostic("a symbolic link that leads out of the rule folder", file: full)
    }
    do throws(ByteInput.Failure) {
      return (full, try ByteInput.bytes(ofFile: full))
    } catch {
      throw Diagnostic(error.message, file: full)
    }
  }

  private static func realPath(of path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
