public import Tanba

/// Documents that are measured on, all of them in memory.
public struct BenchmarkCorpus: Sendable {
  /// What reports call it.
  public var name: String
  /// The documents in input order.
  public var documents: [Document]
  /// Documents that could not be read.
  public var failures: [DocumentFailure] = []

  /// The size of all texts in UTF-8 bytes.
  public var byteCount: Int { documents.reduce(0) { $0 + $1.source.count } }

  /// Creates a corpus.
  public init(name: String, documents: [Document]) {
    self.name = name
    self.documents = documents
  }

  /// Reads a corpus as `tanba extract` would.
  ///
  /// - Complexity: O(number of bytes).
  public init(_ files: [InputFile], decoder: RecordDecoder) {
    self.init(name: files.map(\.path).joined(separator: ", "), documents: [])
    let reader = InputReader(files)
    while let pieces = reader.next() {
      for piece in pieces {
        decoder.decode(piece) { record in
          switch record.document {
          case .success(let document): documents.append(document)
          case .failure(let failure): failures.append(failure)
          }
        }
      }
    }
  }
}
