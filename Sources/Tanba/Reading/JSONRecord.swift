/// One line of JSON Lines, taken apart into what Tanba reads and what it passes through.
struct JSONRecord {
  /// The fields of the output, which no field of the input may take.
  static let reservedFields = [
    "id", "text", "entities", "offsets", "error", "script", "scriptConfidence", "repairs",
    "repairedEncoding",
  ]

  let textField: String
  let referenceField: String?
  private(set) var id: RecordID?
  private(set) var text: [UInt8]?
  private(set) var referenceDate: Document.ReferenceDate?
  /// The other members, each after a comma, in their own bytes.
  private(set) var fields: [UInt8] = []
  private var hasID = false
  private var hasReferenceDate = false

  init(textField: String, referenceField: String?) {
    self.textField = textField
    self.referenceField = referenceField
  }

  /// Reads a line. What was read before a failure stays, so that a failure can name its document.
  ///
  /// - Returns: false where the line is blank.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONScanner.Failure) -> Bool {
    var scanner = JSONScanner(bytes)
    if scanner.isAtEnd() { return false }
    try scanner.scanMembers { (scanner, key, hasEscapes) throws(JSONScanner.Failure) in
      try readMember(&scanner, key: key, hasEscapes: hasEscapes)
    }
    guard scanner.isAtEnd() else { throw scanner.failure("the end of the line behind the object") }
    return true
  }

  private mutating func readMember(
    _ scanner: inout JSONScanner, key: Range<Int>, hasEscapes: Bool
  ) throws(JSONScanner.Failure) {
    let start = scanner.offset
    let kind = try scanner.scanValue()
    let value = start..<scanner.offset
    let bytes = scanner.bytes
    // A key that no UTF-8 can say is none that Tanba reads.
    if hasEscapes, let decoded = try? JSONText.decode(key, hasEscapes: true, in: bytes) {
      try decoded.withUnsafeBufferPointer { name throws(JSONScanner.Failure) in
        try readMember(named: name, kind, key: key, value: value, in: bytes)
      }
    } else {
      let name = UnsafeBufferPointer(rebasing: bytes[key])
      try readMember(named: name, kind, key: key, value: value, in: bytes)
    }
  }

  private mutating func readMember(
    named name: UnsafeBufferPointer<UInt8>, _ kind: JSONScanner.Kind, key: Range<Int>,
    value: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) throws(JSONScanner.Failure) {
    let start = value.lowerBound
    if name.elementsEqual("id".utf8) {
      try Self.markSeen(&hasID, name, key)
      try readID(kind, bytes, value)
    }
    if let referenceField, name.elementsEqual(referenceField.utf8) {
      try Self.markSeen(&hasReferenceDate, name, key)
      try readReferenceDate(kind, bytes, start)
    }
    if name.elementsEqual(textField.utf8) {
      var hasText = text != nil
      try Self.markSeen(&hasText, name, key)
      guard case .string(let range, let hasEscapes) = kind else {
        throw .init(offset: start, message: "the field “\(textField)” is not a string")
      }
      text = try JSONText.decode(range, hasEscapes: hasEscapes, in: bytes)
      return
    }
    guard !Self.reservedFields.contains(where: { name.elementsEqual($0.utf8) }) else { return }
    fields.append(0x2C)
    fields.append(contentsOf: bytes[key.lowerBound - 1..<key.upperBound + 1])
    fields.append(0x3A)
    fields.append(contentsOf: bytes[value])
  }

  private static func markSeen(
    _ isSeen: inout Bool, _ name: UnsafeBufferPointer<UInt8>, _ key: Range<Int>
  ) throws(JSONScanner.Failure) {
    guard !isSeen else {
      let name = String(decoding: name, as: UTF8.self)
      throw .init(offset: key.lowerBound - 1, message: "the field “\(name)” stands here again")
    }
    isSeen = true
  }

  private mutating func readID(
    _ kind: JSONScanner.Kind, _ bytes: UnsafeBufferPointer<UInt8>, _ value: Range<Int>
  ) throws(JSONScanner.Failure) {
    switch kind {
    case .string(let range, let hasEscapes):
      let name = try JSONText.decode(range, hasEscapes: hasEscapes, in: bytes)
      id = .name(String(decoding: name, as: UTF8.self))
    case .number: id = .number(String(decoding: bytes[value], as: UTF8.self))
    case .literal, .object, .array: break
    }
  }

  private mutating func readReferenceDate(
    _ kind: JSONScanner.Kind, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) throws(JSONScanner.Failure) {
    if case .literal = kind, bytes[start] == UInt8(ascii: "n") { return }
    guard case .string(let range, let hasEscapes) = kind,
      let date = Document.ReferenceDate(
        timeStamp: String(
          decoding: try JSONText.decode(range, hasEscapes: hasEscapes, in: bytes), as: UTF8.self))
    else {
      let message = "no day of the calendar written as YYYY-MM-DD, alone or before a time"
      throw .init(offset: start, message: message)
    }
    referenceDate = date
  }
}
