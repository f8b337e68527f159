import Tanba

/// The documents that the stages work on, and a worker that knows all of their words.
struct HotTexts {
  /// The documents of the file, untouched.
  let documents: [Document]
  /// All different words of the documents, as one document with a blank between them.
  let words: Document
  let byteCount: Int
  let tokenCount: Int
  let wordCount: Int
  private let pipeline: Pipeline
  private let worker = Worker()
  private let encoder = JSONLinesEncoder()

  /// Documents that are made ready at once, so that a stage finds them in the processor's cache as
  /// it does in a pipeline.
  private static let batchCount = 32

  /// Reads a file of one document a line, and lets the worker meet all of it.
  ///
  /// - Throws: what a stage throws.
  init(path: String, pipeline: Pipeline) throws {
    self.pipeline = pipeline
    let reader = InputReader([InputFile(path: path, format: .lines)])
    let decoder = RecordDecoder()
    var documents: [Document] = []
    while let pieces = reader.next() {
      for piece in pieces {
        decoder.decode(piece) { record in
          if let document = try? record.document.get() { documents.append(document) }
        }
      }
    }
    self.documents = documents
    byteCount = documents.reduce(0) { $0 + $1.source.count }
    let blank = UInt8(ascii: " ")
    let words = Set(documents.flatMap { $0.source.split(separator: blank) })
    wordCount = words.count
    self.words = Document(
      id: "words", source: Array(words.map(Array.init).joined(separator: [blank])))
    var tokenCount = 0
    for document in documents + [self.words] {
      var document = document
      try pipeline.process(&document, with: worker)
      if document.id != self.words.id { tokenCount += document.tokens.count }
    }
    self.tokenCount = tokenCount
  }

  /// The stages' names, in order.
  var stageNames: [String] { pipeline.processors.map(\.name) }

  /// The seconds that one stage takes for all documents.
  func stage(_ name: String) throws -> Double {
    let index = pipeline.processors.firstIndex { $0.name == name }!
    return try time(after: pipeline.processors[..<index]) { document in
      try pipeline.processors[index].process(&document, with: worker)
    }
  }

  /// The seconds that all stages take.
  func allStages() throws -> Double {
    try time(after: []) { try pipeline.process(&$0, with: worker) }
  }

  /// The seconds that encoding takes.
  func encode() throws -> Double {
    try time(after: pipeline.processors[...]) { Self.keep(encoder.encode($0)) }
  }

  /// The seconds that decoding takes, of what was encoded.
  func decode() throws -> Double {
    let lines = Array(
      try documents.map { document in
        var document = document
        try pipeline.process(&document, with: worker)
        return encoder.encode(document)
      }.joined())
    let piece = InputPiece(
      place: InputPlace(path: "lines"), format: .jsonl, content: .lines(lines))
    let decoder = RecordDecoder()
    var watch = Stopwatch()
    watch.time { decoder.decode(piece) { Self.keep($0) } }
    return watch.seconds
  }

  /// The seconds that the different words take to be described: what segmentation takes longer when
  /// it meets them first.
  func description() throws -> Double {
    let segmenter = pipeline.processors.first { $0.name == "segment" }!
    let fresh = Worker()
    // What a worker makes for itself belongs to no word.
    var first = Document(id: "first", text: "1")
    try segmenter.process(&first, with: fresh)
    return try [worker, fresh].map { worker in
      var watch = Stopwatch()
      var document = words
      try watch.time { try segmenter.process(&document, with: worker) }
      return watch.seconds
    }.reduce(0) { $1 - $0 }
  }

  private func time(
    after stages: ArraySlice<any Processor>, _ work: (inout Document) throws -> Void
  ) throws -> Double {
    var watch = Stopwatch()
    var start = 0
    while start < documents.count {
      let end = min(documents.count, start + Self.batchCount)
      var batch = Array(documents[start..<end])
      for index in batch.indices {
        for stage in stages { try stage.process(&batch[index], with: worker) }
      }
      try watch.time { for index in batch.indices { try work(&batch[index]) } }
      start = end
    }
    return watch.seconds
  }

  /// Takes what was made, so that making it can't be left out.
  @inline(never)
  private static func keep<Value>(_ value: Value) {}
}
