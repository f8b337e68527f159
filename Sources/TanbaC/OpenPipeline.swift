import Tanba

/// A pipeline behind a handle, with the workers that its calls take turns with.
final class OpenPipeline: @unchecked Sendable {
  /// The rule folders and the digest of their files.
  let rules: (place: String, digest: String)
  private let pipeline: Pipeline
  private let encoder: JSONLinesEncoder
  private let textLimit: Int
  private let referenceDate: Document.ReferenceDate?
  private let lock = Lock()
  /// Workers that no call uses at the moment: as many as calls were ever under way at once.
  private var idle: [Worker] = []

  /// Reads and compiles the rules.
  ///
  /// - Throws: `DiagnosticList`, or what is wrong with the options.
  init(_ options: PipelineOptions) throws {
    let folders = RulesLocation.folders(options.extraction.rulesDirectories)
    let set = try RuleSet(folders: folders)
    rules = (set.place, set.digest)
    pipeline = try makePipeline(rules: set, options: options.extraction)
    encoder = JSONLinesEncoder(offsets: options.offsets, includesText: options.includesText)
    textLimit = options.textLimit
    referenceDate = options.referenceDate
  }

  /// Calls `body` with a worker that is its own meanwhile.
  func withWorker<Result>(_ body: (Worker) throws -> Result) rethrows -> Result {
    let worker = lock.withLock { idle.popLast() } ?? Worker()
    defer { lock.withLock { idle.append(worker) } }
    return try body(worker)
  }

  /// Adds the line of a text.
  ///
  /// - Throws: why the text can't be used; nothing is added then.
  func extract(
    _ text: UnsafeBufferPointer<UInt8>, id: RecordID, referenceDate: Document.ReferenceDate?,
    with worker: Worker, into output: inout OutputBuffer
  ) throws(DocumentFailure) {
    let name = id.description
    let place = InputPlace(path: name)
    guard text.count <= textLimit else {
      let message = "the document is longer than \(textLimit) bytes"
      throw DocumentFailure(place: place, message: message)
    }
    if let offset = UTF8Validation.firstInvalidOffset(in: text) {
      throw DocumentFailure(place: place, message: "invalid UTF-8 at byte \(offset)")
    }
    var document = Document(id: name, source: Array(text))
    document.referenceDate = referenceDate ?? self.referenceDate
    worker.trim()
    do {
      try pipeline.process(&document, with: worker)
    } catch {
      throw DocumentFailure(place: place, message: "\(error)")
    }
    let record = InputRecord(id: id, place: place, document: .success(document))
    encoder.encode(document, of: record, into: &output)
  }

  /// Adds the line of a text that failed.
  func encode(_ failure: DocumentFailure, id: RecordID, into output: inout OutputBuffer) {
    encoder.encode(failure, id: id, into: &output)
  }
}
