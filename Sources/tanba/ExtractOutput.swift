import Tanba

/// Where the results of an extraction go: one output, or the files of a folder.
enum ExtractOutput {
  case single(ByteOutput)
  case folder(FolderOutput)

  /// Opens what `--output` names.
  init(path: String, format: OutputFormat) throws {
    if format.isFolder {
      self = .folder(try FolderOutput(path: path))
    } else {
      self = .single(try InterruptCleanup.openOutput(path: path))
    }
  }

  /// Writes some results now.
  func write(_ buffer: OutputBuffer) throws(OutputFailure) {
    switch self {
    case .single(let output): try output.write(buffer.bytes)
    case .folder(let output): try output.write(buffer)
    }
  }

  /// Puts the results in their place. Nothing may be written afterwards.
  func finish() throws(OutputFailure) {
    if case .single(let output) = self { try output.finish() }
  }

  /// Removes what was written of an output that is not finished.
  func discard() {
    if case .single(let output) = self { output.discard() }
  }
}
