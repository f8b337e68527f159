/// Takes a stream of documents through a pipeline, on as many threads as wanted.
///
/// Results come out in input order and are the same whatever the number of threads. Only as many
/// documents are held as the threads work on and a few finished ones, however long the stream.
public struct Runner: Sendable {
  /// The stages.
  public let pipeline: Pipeline
  /// The number of threads; with one, the calling thread does everything.
  public let jobs: Int
  /// The bytes that each worker's word types may take.
  public let wordTypeByteLimit: Int

  /// Creates a runner.
  public init(pipeline: Pipeline, jobs: Int = 1, wordTypeByteLimit: Int = 64 << 20) {
    precondition(jobs >= 1, "a runner needs a thread")
    self.pipeline = pipeline
    self.jobs = jobs
    self.wordTypeByteLimit = wordTypeByteLimit
  }

  /// Some documents' output.
  public struct Output: Sendable {
    /// What the encoder has written.
    public internal(set) var buffer: OutputBuffer
    /// The documents among them that failed, in order.
    public let failures: [DocumentFailure]
    /// What is odd about documents that were read, in order.
    public let warnings: [DocumentFailure]

    /// The bytes that the encoder has written.
    public var bytes: [UInt8] { buffer.bytes }
  }

  /// Reads, processes and encodes all documents of a reader.
  ///
  /// A document that fails comes out as the encoder has it, if at all, and is named in
  /// ``Output/failures``; the others go on.
  ///
  /// - Parameter emit: takes the output from front to back, on one thread at a time.
  /// - Throws: what `emit` throws; nothing more is read then.
  public func run(
    _ reader: InputReader, decoder: RecordDecoder, encoder: any DocumentEncoder,
    emit: (Output) throws -> Void
  ) throws {
    let separator = encoder.separator
    var frame = OutputFrame(of: encoder)
    try run(next: { reader.next() }, emit: { try emit(frame.framed($0)) }) { pieces, worker in
      var output = OutputBuffer()
      var failures: [DocumentFailure] = []
      var warnings: [DocumentFailure] = []
      for piece in pieces {
        decoder.decode(piece) { record in
          if let warning = record.warning { warnings.append(warning) }
          let start = output.bytes.count
          if start > 0 { output.bytes.append(contentsOf: separator) }
          let written = output.bytes.count
          do throws(DocumentFailure) {
            var document = try record.takeDocument()
            try process(&document, at: record.place, with: worker)
            encoder.encode(document, of: record, into: &output)
          } catch {
            failures.append(error)
            encoder.encode(error, id: record.id, into: &output)
          }
          // A separator stands before something only.
          if output.bytes.count == written { output.bytes.removeLast(written - start) }
        }
      }
      return Output(buffer: output, failures: failures, warnings: warnings)
    }
    if let rest = frame.rest() { try emit(rest) }
  }

  /// Processes documents and gives them back in order, or what kept them from being processed.
  ///
  /// The word types that their tokens name stay with the workers: what is given back is for its
  /// sentences' and mentions' sake.
  ///
  /// - Throws: what `emit` throws; nothing more is processed then.
  public func run(
    _ documents: some Sequence<Document>,
    emit: (Result<Document, any Error>) throws -> Void
  ) throws {
    var iterator = documents.makeIterator()
    try run(
      next: { () -> [Document]? in
        var batch: [Document] = []
        var byteCount = 0
        while byteCount < 64 << 10, batch.count < 64, let document = iterator.next() {
          byteCount += document.source.count
          batch.append(document)
        }
        return batch.isEmpty ? nil : batch
      },
      emit: { (results: [Result<Document, any Error>]) in
        for result in results { try emit(result) }
      },
      work: { batch, worker in
        batch.map { document in
          Result {
            var document = document
            worker.trim()
            try pipeline.process(&document, with: worker)
            return document
          }
        }
      })
  }

  private func process(
    _ document: inout Document, at place: InputPlace, with worker: Worker
  ) throws(DocumentFailure) {
    worker.trim()
    do {
      try pipeline.process(&document, with: worker)
    } catch {
      throw DocumentFailure(place: place, message: "\(error)")
    }
  }

  private func run<Batch: Sendable, Done: Sendable>(
    next: () -> Batch?, emit: (Done) throws -> Void,
    work: @escaping @Sendable (Batch, Worker) -> Done
  ) throws {
    let wordTypeByteLimit = wordTypeByteLimit
    // All threads have ended when `run` returns, so neither closure outlives this call.
    try withoutActuallyEscaping(next) { next in
      try withoutActuallyEscaping(emit) { emit in
        let run = OrderedWork(
          jobs: jobs, makeWorker: { Worker(wordTypeByteLimit: wordTypeByteLimit) }, next: next,
          work: work, emit: emit)
        try jobs == 1 ? run.runAlone() : run.run(jobs: jobs)
      }
    }
  }
}
