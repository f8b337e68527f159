/// A document as it was read, with what its output repeats.
public struct InputRecord: Sendable {
  /// What it is known by.
  public var id: RecordID
  /// Where it stands.
  public var place: InputPlace
  /// The input's other fields: members of a JSON object, each after a comma, in their own bytes.
  public var fields: [UInt8]
  /// The document, or why there is none.
  public var document: Result<Document, DocumentFailure>

  /// The encoding that the text had been taken for, where that was undone.
  public var repairedEncoding: String?
  /// What is odd about the document, though it can be read.
  public var warning: DocumentFailure?

  /// Creates a record.
  public init(
    id: RecordID, place: InputPlace, fields: [UInt8] = [],
    document: Result<Document, DocumentFailure>
  ) {
    self.id = id
    self.place = place
    self.fields = fields
    self.document = document
  }

  /// The document, which is moved out: what stays behind is none.
  ///
  /// - Throws: why there is none.
  mutating func takeDocument() throws(DocumentFailure) -> Document {
    var taken = Result<Document, DocumentFailure>.failure(
      DocumentFailure(place: place, message: "the document was taken away"))
    swap(&taken, &document)
    return try taken.get()
  }
}
