/// Writes documents in one of the formats of ``OutputFormat``.
///
/// An encoder holds nothing that changes: workers encode at the same time, each into a buffer of its
/// own, and what they have written is put together in input order.
public protocol DocumentEncoder: Sendable {
  /// What stands before the first document.
  var prologue: [UInt8] { get }
  /// What stands between two documents.
  var separator: [UInt8] { get }
  /// What stands behind the last document.
  ///
  /// - Parameter counts: what the documents have counted in ``OutputBuffer/counts``, summed.
  func epilogue(counts: [String: Int]) -> [UInt8]

  /// Adds a document.
  ///
  /// - Complexity: O(bytes of the document and of its mentions).
  func encode(_ document: Document, of record: InputRecord, into output: inout OutputBuffer)
  /// Adds what is to be said of a document that failed, if the format has a place for it. Whoever
  /// runs the encoder names it elsewhere in any case.
  func encode(_ failure: DocumentFailure, id: RecordID, into output: inout OutputBuffer)
}

extension DocumentEncoder {
  /// Nothing stands before the first document.
  public var prologue: [UInt8] { [] }
  /// Nothing stands between two documents.
  public var separator: [UInt8] { [] }
  /// Nothing stands behind the last document.
  public func epilogue(counts: [String: Int]) -> [UInt8] { [] }
  /// Nothing is said of a document that failed.
  public func encode(_ failure: DocumentFailure, id: RecordID, into output: inout OutputBuffer) {}

  /// A whole output of one document that no reader has read: what stands before, the document, and
  /// what stands behind.
  public func output(of document: Document) -> [UInt8] {
    let record = InputRecord(
      id: .name(document.id), place: InputPlace(path: document.id), document: .success(document))
    var output = OutputBuffer()
    encode(document, of: record, into: &output)
    return prologue + output.bytes + epilogue(counts: output.counts)
  }
}
