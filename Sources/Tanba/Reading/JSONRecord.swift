/// One line of JSON Lines, taken apart into what Tanba reads and what it passes through.
struct JSONRecord {
  /// The fields of the output, which no field of the input may take.
  static let reservedFields = ["id", "text", "entities", "offsets", "error"]

  let textField: String
  let referenceField: String?
  private(set) var id: RecordID?
  private(set) var text: [UInt8]?
  private(set) var referenceDate: Document.ReferenceDate?
  /// The other members, each after a comma, in their own bytes.
  private(set) var fields: [UInt8] = []
  private var seen: Set<String> = []

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
    var record = self
    defer { self = record }
    try scanner.scanMembers { (scanner, key, hasEscapes) throws(JSONScanner.Failure) in
      try record.readMember(&scanner, key: key, hasEscapes: hasEscapes)
    }
    guard scanner.isAtEnd() else { throw scanner.failure("the end of the line behind the object") }
    return true
  }

  private mutating func readMember(
    _ scanner: inout JSONScanner, key: Range<Int>, hasEscapes: Bool
  ) throws(JSONScanner.Failure) {
    let start = scanner.offset
    let kind = try scanner.scanValue()
    let end = scanner.offset
    let bytes = scanner.bytes
    let decoded = try? JSONText.decode(key, hasEscapes: hasEscapes, in: bytes)
    let name = decoded.map { String(decoding: $0, as: UTF8.self) } ?? ""
    if name == textField || name == "id" || name == referenceField {
      guard seen.insert(name).inserted else {
        throw .init(offset: key.lowerBound - 1, message: "the field “\(name)” stands here again")
      }
    }
    if name == "id" { try readID(kind, bytes, start..<end) }
    if name == referenceField { try readReferenceDate(kind, bytes, start) }
    if name == textField {
      guard case .string(let range, let hasEscapes) = kind else {
        throw .init(offset: start, message: "the field “\(name)” is not a string")
      }
      text = try JSONText.decode(range, hasEscapes: hasEscapes, in: bytes)
    }
    guard name != textField, !Self.reservedFields.contains(name) else { return }
    fields.append(0x2C)
    fields.append(contentsOf: bytes[key.lowerBound - 1..<key.upperBound + 1])
    fields.append(0x3A)
    fields.append(contentsOf: bytes[start..<end])
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
        iso8601: String(
          decoding: try JSONText.decode(range, hasEscapes: hasEscapes, in: bytes), as: UTF8.self))
    else { throw .init(offset: start, message: "no day of the calendar written as YYYY-MM-DD") }
    referenceDate = date
  }
}
