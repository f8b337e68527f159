import Glibc
import RuleSyntax
import TextModel

/// Reads the files of a rule folder, and none outside it.
final class RuleFolder {
  let path: String
  /// The folder without symbolic links; nil where there is no such folder.
  private let realPath: String?
  /// All files read so far, for the digest of the rule set.
  let digest: RuleDigest

  init(path: String, digest: RuleDigest = RuleDigest()) {
    self.path = path
    self.digest = digest
    realPath = Self.realPath(of: path)
  }

  /// What a parser reads files with.
  var reader: RuleParser.Loader {
    func read(_ relative: String) throws(Diagnostic) -> SourceFile { try file(relative) }
    return read
  }

  /// A file by its path below the folder.
  func file(_ relative: String) throws(Diagnostic) -> SourceFile {
    let full = path + "/" + relative
    // A symbolic link may lead out of the folder; what it leads to is none of the rule set's.
    if let realPath, let target = Self.realPath(of: full), !target.hasPrefix(realPath + "/") {
      throw Diagnostic("a symbolic link that leads out of the rule folder", file: full)
    }
    var bytes: [UInt8] = []
    do throws(ByteInput.Failure) {
      bytes = try ByteInput.bytes(ofFile: full)
    } catch {
      throw Diagnostic(error.message, file: full)
    }
    if let invalid = bytes.withUnsafeBufferPointer({ UTF8Validation.firstInvalidOffset(in: $0) }) {
      throw Diagnostic("invalid UTF-8 at byte \(invalid)", file: full)
    }
    digest.add(Array(relative.utf8) + [0])
    digest.add(bytes)
    return SourceFile(name: full, bytes: bytes)
  }

  private static func realPath(of path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
