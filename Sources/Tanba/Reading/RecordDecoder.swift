import Glibc

/// Turns pieces of input into documents: checks UTF-8, takes JSON Lines apart.
///
/// A decoder holds nothing that changes, so that workers decode what one reader has cut.
public struct RecordDecoder: Sendable {
  /// The field of a JSON object that holds its text.
  public var textField: String
  /// The field of a JSON object that holds its reference date, if one does.
  public var referenceField: String?
  /// The reference date of all documents without one of their own.
  public var referenceDate: Document.ReferenceDate?
  /// The largest document, in UTF-8 bytes.
  public var documentByteLimit: Int

  /// Whether UTF-8 that was read as another encoding is read again as what it was: the document's
  /// text is then the repaired one, and all offsets count in it. Otherwise such a text is told only.
  public var repairsMojibake: Bool

  /// Creates a decoder.
  public init(
    textField: String = "text", referenceField: String? = nil,
    referenceDate: Document.ReferenceDate? = nil,
    documentByteLimit: Int = Document.maximumByteCount, repairsMojibake: Bool = false
  ) {
    self.textField = textField
    self.referenceField = referenceField
    self.referenceDate = referenceDate
    self.documentByteLimit = documentByteLimit
    self.repairsMojibake = repairsMojibake
  }

  /// Calls `body` with each document of a piece, in order, which may take it away.
  ///
  /// - Complexity: O(number of bytes).
  public func decode(_ piece: InputPiece, _ body: (inout InputRecord) -> Void) {
    switch piece.content {
    case .failure(let message):
      give(failure(DocumentFailure(place: piece.place, message: message)), body)
    case .document(let bytes):
      bytes.withUnsafeBufferPointer {
        decode(
          $0, owner: bytes, at: piece.place, piece.byteOffset, as: piece.format, isValid: false,
          body)
      }
    case .lines(let bytes):
      bytes.withUnsafeBufferPointer { decodeLines($0, of: piece, body) }
    }
  }

  private func decodeLines(
    _ bytes: UnsafeBufferPointer<UInt8>, of piece: InputPiece, _ body: (inout InputRecord) -> Void
  ) {
    // One check of all lines is cheaper than one a line, and seldom finds anything.
    let isValid = UTF8Validation.firstInvalidOffset(in: bytes) == nil
    var place = piece.place
    var start = 0
    while start < bytes.count {
      var end = bytes.firstLineBreak(from: start)
      let next = end + 1
      if end < bytes.count, end > start, bytes[end - 1] == 0x0D { end -= 1 }
      decode(
        UnsafeBufferPointer(rebasing: bytes[start..<end]), owner: nil, at: place,
        piece.byteOffset + start, as: piece.format, isValid: isValid, body)
      place.line = place.line.map { $0 + 1 }
      start = next
    }
  }

  /// Decodes one document; `owner` is an array of exactly its bytes, if there is one. The bytes are
  /// checked unless they are known to be valid.
  private func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, owner: [UInt8]?, at place: InputPlace, _ byteOffset: Int,
    as format: InputFormat, isValid: Bool, _ body: (inout InputRecord) -> Void
  ) {
    if !isValid, let offset = UTF8Validation.firstInvalidOffset(in: bytes) {
      let isUTF16 = [[0xFF, 0xFE], [0xFE, 0xFF]].contains { bytes.starts(with: $0) }
      let hint = isUTF16 && byteOffset == 0 ? "; the input looks like UTF-16" : ""
      let message = "invalid UTF-8 at byte \(byteOffset + offset)\(hint)"
      return give(failure(DocumentFailure(place: place, message: message)), body)
    }
    if format == .jsonl { return decodeObject(bytes, at: place, body) }
    guard bytes.count <= documentByteLimit else { return give(tooLong(place), body) }
    let id = RecordID.name(place.description)
    give(record(id, at: place, owner ?? Array(bytes), referenceDate), body)
  }

  private func decodeObject(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: InputPlace, _ body: (inout InputRecord) -> Void
  ) {
    var object = JSONRecord(textField: textField, referenceField: referenceField)
    do throws(JSONScanner.Failure) {
      guard try object.read(bytes) else { return }
    } catch {
      let column = bytes[..<error.offset].reduce(1) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
      let failure = DocumentFailure(place: place, column: column, message: error.message)
      return give(self.failure(failure, id: object.id), body)
    }
    guard let text = object.text else {
      let failure = DocumentFailure(place: place, message: "no field “\(textField)”")
      return give(self.failure(failure, id: object.id), body)
    }
    guard text.count <= documentByteLimit else { return give(tooLong(place, id: object.id), body) }
    let id = object.id ?? .name(place.description)
    var record = record(id, at: place, text, object.referenceDate ?? referenceDate)
    record.fields = object.fields
    body(&record)
  }

  private func give(_ record: consuming InputRecord, _ body: (inout InputRecord) -> Void) {
    body(&record)
  }

  private func record(
    _ id: RecordID, at place: InputPlace, _ text: [UInt8], _ referenceDate: Document.ReferenceDate?
  ) -> InputRecord {
    let mojibake = text.withUnsafeBufferPointer { Mojibake($0) }
    var source = text
    if let mojibake, repairsMojibake {
      source = text.withUnsafeBufferPointer { mojibake.repaired($0) }
    }
    var document = Document(id: id.description, source: source)
    document.referenceDate = referenceDate
    var record = InputRecord(id: id, place: place, document: .success(document))
    guard let encoding = mojibake?.encoding.rawValue else { return record }
    if repairsMojibake {
      record.repairedEncoding = encoding
    } else {
      let message = "warning: the text looks like UTF-8 read as \(encoding)"
      record.warning = DocumentFailure(place: place, message: message)
    }
    return record
  }

  private func tooLong(_ place: InputPlace, id: RecordID? = nil) -> InputRecord {
    let message = "the document is longer than \(documentByteLimit) bytes"
    return failure(DocumentFailure(place: place, message: message), id: id)
  }

  private func failure(_ failure: DocumentFailure, id: RecordID? = nil) -> InputRecord {
    InputRecord(
      id: id ?? .name(failure.place.description), place: failure.place, document: .failure(failure))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first line feed from `start`, or the end.
  fileprivate func firstLineBreak(from start: Int) -> Int {
    guard start < count, let base = baseAddress,
      let found = memchr(base + start, 0x0A, count - start)
    else { return count }
    return UnsafeRawPointer(base).distance(to: found)
  }
}
