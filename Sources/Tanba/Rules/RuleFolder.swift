import RuleSyntax
import TextModel

/// Reads the files of a rule folder and sums them up in a digest.
final class RuleFolder {
  let path: String
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  private var isFirst = true

  init(path: String) { self.path = path }

  /// A file by its path below the folder.
  func file(_ relative: String) throws(Diagnostic) -> SourceFile {
    let full = path + "/" + relative
    var bytes: [UInt8] = []
    do throws(ByteInput.Failure) {
      bytes = try ByteInput.bytes(ofFile: full)
    } catch {
      throw Diagnostic(error.message, file: full)
    }
    if let invalid = bytes.withUnsafeBufferPointer({ UTF8Validation.firstInvalidOffset(in: $0) }) {
      throw Diagnostic("invalid UTF-8 at byte \(invalid)", file: full)
    }
    for byte in Array(relative.utf8) + [0] + bytes {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return SourceFile(name: full, bytes: bytes)
  }

  /// FNV-1a over the names and contents of all files read so far, in order.
  var digest: String {
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
