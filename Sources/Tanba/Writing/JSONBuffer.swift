/// Bytes of JSON, written from front to back.
package struct JSONBuffer {
  package private(set) var bytes: [UInt8] = []

  /// Creates an empty buffer.
  package init() {}

  /// Gives its bytes away and takes others to go on with.
  mutating func exchange(_ other: inout [UInt8]) { swap(&bytes, &other) }

  /// Makes room for `count` more bytes.
  mutating func reserve(_ count: Int) {
    // Growing by the exact amount each time would copy all of it each time.
    if bytes.capacity - bytes.count < count {
      bytes.reserveCapacity(max(bytes.count + count, bytes.capacity * 2))
    }
  }

  /// Adds bytes that are JSON already.
  package mutating func appendRaw(_ raw: [UInt8]) { bytes.append(contentsOf: raw) }

  /// Adds ASCII that is JSON already.
  mutating func appendRaw(_ raw: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: raw.utf8Start, count: raw.utf8CodeUnitCount))
  }

  /// Adds a string with its quotes.
  package mutating func append(_ string: String) {
    var copy = string
    copy.withUTF8 { append($0) }
  }

  /// Adds an id: a string, or a number as its input wrote it.
  mutating func append(_ id: RecordID) {
    switch id {
    case .name(let name): append(name)
    case .number(let digits): bytes.append(contentsOf: digits.utf8)
    }
  }

  /// Adds a key, with the comma before it and its colon, and a string; neither without a string.
  mutating func appendMember(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    appendRaw(key)
    append(value)
  }

  /// Adds a number.
  package mutating func append(_ number: Int) {
    var digits: [20 of UInt8] = .init(repeating: 0x30)
    var rest = number.magnitude
    var first = 20
    repeat {
      first -= 1
      digits[first] = 0x30 + UInt8(rest % 10)
      rest /= 10
    } while rest > 0
    if number < 0 { bytes.append(0x2D) }
    for index in first..<20 { bytes.append(digits[index]) }
  }

  /// Adds valid UTF-8 as a string with its quotes.
  ///
  /// - Complexity: O(number of bytes).
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    reserve(text.count + 2)
    bytes.append(0x22)
    var clean = 0
    var index = 0
    while index < text.count {
      if let next = Self.endOfCleanBlock(at: index, in: text) {
        index = next
        continue
      }
      let stop = min(index + 8, text.count)
      while index < stop {
        let byte = text[index]
        if byte < 0x20 || byte == 0x22 || byte == 0x5C {
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[clean..<index]))
          appendEscape(byte)
          clean = index + 1
        }
        index += 1
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[clean...]))
    bytes.append(0x22)
  }

  /// The end of the eight bytes from `index` if none of them needs an escape.
  @inline(__always)
  private static func endOfCleanBlock(
    at index: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard index + 8 <= text.count, let base = text.baseAddress else { return nil }
    let block = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    // Subtracting from a byte that is too small borrows into its highest bit.
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = block ^ (ones * 0x22)
    let backslashes = block ^ (ones * 0x5C)
    let special =
      ((block &- ones * 0x20) & ~block) | ((quotes &- ones) & ~quotes)
      | ((backslashes &- ones) & ~backslashes)
    return special & (ones * 0x80) == 0 ? index + 8 : nil
  }

  private mutating func appendEscape(_ byte: UInt8) {
    switch byte {
    case 0x22: appendRaw(#"\""#)
    case 0x5C: appendRaw(#"\\"#)
    case 0x08: appendRaw(#"\b"#)
    case 0x09: appendRaw(#"\t"#)
    case 0x0A: appendRaw(#"\n"#)
    case 0x0C: appendRaw(#"\f"#)
    case 0x0D: appendRaw(#"\r"#)
    default:
      appendRaw(#"\u00"#)
      bytes.append(0x30 + byte >> 4)
      let low = byte & 0x0F
      bytes.append(low < 10 ? 0x30 + low : 0x57 + low)
    }
  }
}
