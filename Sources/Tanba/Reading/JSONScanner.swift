/// A strict scanner of JSON (RFC 8259) over valid UTF-8 that builds no tree.
package struct JSONScanner {
  /// Where JSON goes wrong and what would be right.
  package struct Failure: Error {
    /// The offset of the fault in bytes.
    package var offset: Int
    /// What is wrong, in one line.
    package var message: String
  }

  /// What stands at a place.
  package enum Kind {
    /// A string; `range` lies between its quotes.
    case string(range: Range<Int>, hasEscapes: Bool)
    case number
    case literal
    case object
    case array
  }

  /// Arrays and objects may nest so deep.
  package static let maximumDepth = 512

  package let bytes: UnsafeBufferPointer<UInt8>
  package private(set) var offset = 0

  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The byte at the scanner, 0 at the end (a NUL means nothing in JSON).
  private var byte: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Passes white space.
  package mutating func skipWhiteSpace() {
    while offset < bytes.count, bytes[offset] <= 0x20 {
      let byte = bytes[offset]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { return }
      offset += 1
    }
  }

  /// Whether only white space is left.
  package mutating func isAtEnd() -> Bool {
    skipWhiteSpace()
    return offset == bytes.count
  }

  /// Passes one byte of punctuation, if it is next after white space.
  package mutating func skip(_ punctuation: Unicode.Scalar) -> Bool {
    skipWhiteSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: punctuation) else { return false }
    offset += 1
    return true
  }

  /// Passes one byte of punctuation.
  package mutating func expect(_ punctuation: Unicode.Scalar, _ expectation: String) throws(Failure)
  {
    guard skip(punctuation) else { throw failure(expectation) }
  }

  /// A failure at the scanner, which names what it expected.
  package func failure(_ expectation: String) -> Failure {
    Failure(
      offset: offset,
      message: offset < bytes.count
        ? "expected \(expectation)" : "expected \(expectation), not the end of the line")
  }

  /// Passes the members of an object. `body` stands behind the colon and must pass the value.
  package mutating func scanMembers(
    _ body: (inout JSONScanner, _ key: Range<Int>, _ hasEscapes: Bool) throws(Failure) -> Void
  ) throws(Failure) {
    try expect("{", "an object")
    if skip("}") { return }
    repeat {
      skipWhiteSpace()
      guard byte == 0x22, case .string(let key, let hasEscapes) = try scanString() else {
        throw failure("a field name in double quotes")
      }
      try expect(":", "“:”")
      skipWhiteSpace()
      try body(&self, key, hasEscapes)
    } while skip(",")
    try expect("}", "“,” or “}”")
  }

  /// Passes a value.
  ///
  /// - Complexity: O(its length).
  @discardableResult
  package mutating func scanValue(depth: Int = 0) throws(Failure) -> Kind {
    skipWhiteSpace()
    guard depth <= Self.maximumDepth else {
      throw Failure(offset: offset, message: "nested deeper than \(Self.maximumDepth) levels")
    }
    switch byte {
    case 0x22: return try scanString()
    case 0x7B:
      try scanMembers { (scanner, _, _) throws(Failure) in
        try scanner.scanValue(depth: depth + 1)
      }
      return .object
    case 0x5B:
      offset += 1
      if skip("]") { return .array }
      repeat { try scanValue(depth: depth + 1) } while skip(",")
      try expect("]", "“,” or “]”")
      return .array
    case 0x2D, 0x30...0x39:
      try scanNumber()
      return .number
    case 0x74: try scanLiteral("true")
    case 0x66: try scanLiteral("false")
    case 0x6E: try scanLiteral("null")
    default: throw failure("a value")
    }
    return .literal
  }

  private mutating func scanLiteral(_ literal: StaticString) throws(Failure) {
    for index in 0..<literal.utf8CodeUnitCount {
      guard offset + index < bytes.count, bytes[offset + index] == literal.utf8Start[index] else {
        throw failure("a value")
      }
    }
    offset += literal.utf8CodeUnitCount
  }

  private mutating func scanNumber() throws(Failure) {
    if byte == 0x2D { offset += 1 }
    if byte == 0x30 { offset += 1 } else { try scanDigits() }
    if byte == 0x2E {
      offset += 1
      try scanDigits()
    }
    if byte | 0x20 == 0x65 {
      offset += 1
      if byte == 0x2B || byte == 0x2D { offset += 1 }
      try scanDigits()
    }
  }

  private mutating func scanDigits() throws(Failure) {
    guard (0x30...0x39).contains(byte) else { throw failure("a digit") }
    while (0x30...0x39).contains(byte) { offset += 1 }
  }

  private mutating func scanString() throws(Failure) -> Kind {
    let start = offset + 1
    var hasEscapes = false
    offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x22 {
        offset += 1
        return .string(range: start..<offset - 1, hasEscapes: hasEscapes)
      }
      if byte < 0x20 {
        throw Failure(offset: offset, message: "a control character in a string must be escaped")
      }
      if byte == 0x5C {
        hasEscapes = true
        try scanEscape()
      } else {
        offset += 1
      }
    }
    throw Failure(offset: start - 1, message: "this string has no end")
  }

  private mutating func scanEscape() throws(Failure) {
    let start = offset
    offset += 1
    switch byte {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: offset += 1
    case 0x75:
      guard JSONText.unit(at: start, in: bytes) != nil else {
        throw Failure(offset: start, message: "expected four hexadecimal digits behind “\\u”")
      }
      offset = start + 6
    default: throw Failure(offset: start, message: "unknown escape")
    }
  }
}
