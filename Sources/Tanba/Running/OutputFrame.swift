/// What stands before, between and behind the outputs of a run.
struct OutputFrame {
  private let encoder: any DocumentEncoder
  private var counts: [String: Int] = [:]
  private var hasBegun = false
  private var hasDocuments = false

  init(of encoder: any DocumentEncoder) { self.encoder = encoder }

  /// The next output with what stands before it.
  mutating func framed(_ output: Runner.Output) -> Runner.Output {
    for (name, count) in output.buffer.counts { counts[name, default: 0] += count }
    var before: [UInt8] = hasBegun ? [] : encoder.prologue
    hasBegun = true
    if !output.bytes.isEmpty {
      if hasDocuments { before += encoder.separator }
      hasDocuments = true
    }
    guard !before.isEmpty else { return output }
    var framed = output
    framed.buffer.bytes.insert(contentsOf: before, at: 0)
    return framed
  }

  /// What is left to say behind the last output; nil where nothing is.
  func rest() -> Runner.Output? {
    var buffer = OutputBuffer()
    if !hasBegun { buffer.bytes += encoder.prologue }
    buffer.bytes += encoder.epilogue(counts: counts)
    return buffer.bytes.isEmpty ? nil : Runner.Output(buffer: buffer, failures: [], warnings: [])
  }
}
