/// A JSON value with its place, for files that are read as a whole.
package struct JSONTree {
  /// What the value is.
  package enum Content {
    case string(String)
    case number(String)
    case bool(Bool)
    case null
    case array([JSONTree])
    case object([(key: String, value: JSONTree)])
  }

  package var content: Content
  /// The offsets of its bytes.
  package var range: Range<Int>

  /// Reads one value that takes up all the bytes; nil where nothing but white space stands.
  ///
  /// - Complexity: O(number of bytes).
  package static func read(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(JSONScanner.Failure) -> JSONTree? {
    var scanner = JSONScanner(bytes)
    if scanner.isAtEnd() { return nil }
    let tree = try read(&scanner, depth: 0)
    guard scanner.isAtEnd() else { throw scanner.failure("the end of the line behind the value") }
    return tree
  }

  private static func read(
    _ scanner: inout JSONScanner, depth: Int
  ) throws(JSONScanner.Failure) -> JSONTree {
    scanner.skipWhiteSpace()
    let start = scanner.offset
    guard depth <= JSONScanner.maximumDepth else {
      throw scanner.failure("no more than \(JSONScanner.maximumDepth) levels of nesting")
    }
    let bytes = scanner.bytes
    let content: Content
    switch start < bytes.count ? bytes[start] : 0 {
    case UInt8(ascii: "{"):
      var members: [(key: String, value: JSONTree)] = []
      try scanner.scanMembers { (scanner, key, hasEscapes) throws(JSONScanner.Failure) in
        let name = try JSONText.decode(key, hasEscapes: hasEscapes, in: bytes)
        let value = try read(&scanner, depth: depth + 1)
        members.append((String(decoding: name, as: UTF8.self), value))
      }
      content = .object(members)
    case UInt8(ascii: "["):
      _ = scanner.skip("[")
      var items: [JSONTree] = []
      if !scanner.skip("]") {
        repeat { items.append(try read(&scanner, depth: depth + 1)) } while scanner.skip(",")
        try scanner.expect("]", "“,” or “]”")
      }
      content = .array(items)
    default:
      content = try scalar(scanner.scanValue(), bytes, start..<scanner.offset)
    }
    return JSONTree(content: content, range: start..<scanner.offset)
  }

  private static func scalar(
    _ kind: JSONScanner.Kind, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) throws(JSONScanner.Failure) -> Content {
    switch kind {
    case .string(let range, let hasEscapes):
      let text = try JSONText.decode(range, hasEscapes: hasEscapes, in: bytes)
      return .string(String(decoding: text, as: UTF8.self))
    case .number: return .number(String(decoding: bytes[range], as: UTF8.self))
    default:
      return bytes[range.lowerBound] == UInt8(ascii: "n")
        ? .null : .bool(bytes[range.lowerBound] == UInt8(ascii: "t"))
    }
  }

  /// The value of a member; nil where there is none or it is null.
  package subscript(key: String) -> JSONTree? {
    guard case .object(let members) = content,
      let member = members.first(where: { $0.key == key })
    else { return nil }
    if case .null = member.value.content { return nil }
    return member.value
  }

  /// Its text, if it is a string.
  package var string: String? { if case .string(let text) = content { text } else { nil } }
  /// Its number, if it is a whole one.
  package var integer: Int? { if case .number(let digits) = content { Int(digits) } else { nil } }
  /// Whether it is `true`.
  package var isTrue: Bool { if case .bool(true) = content { true } else { false } }
  /// Its items, if it is an array.
  package var items: [JSONTree]? { if case .array(let items) = content { items } else { nil } }
}
