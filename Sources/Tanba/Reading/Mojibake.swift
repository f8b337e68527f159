/// UTF-8 that was read as an encoding of one byte a character, and written as UTF-8 again.
struct Mojibake {
  /// The encoding that the text was taken for.
  let encoding: Encoding

  enum Encoding: String, CaseIterable, Sendable {
    case windows1251 = "windows-1251"
    /// Latin-1 among it.
    case windows1252 = "windows-1252"
  }

  /// How far into a text evidence is looked for, in bytes.
  private static let window = 1024
  /// The characters beyond ASCII of which one must begin a sequence for a closer look.
  private static let probed = 4
  /// The fewest sequences, and the share of the characters beyond ASCII that must belong to one.
  private static let fewestSequences = 3
  private static let leastShare = 0.85

  /// Finds out whether a text is such; nil for a text as it should be.
  ///
  /// Most letters of a clean text belong to no sequence of bytes that is UTF-8, whatever encoding is
  /// tried, so the first few decide.
  ///
  /// - Complexity: O(1): looks at the beginning only.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    let end = min(text.count, Self.window)
    while start < end, text[start] < 0x80 { start += 1 }
    guard start < end else { return nil }
    for encoding in Encoding.allCases where Self.mayBe(encoding, text, from: start, to: end) {
      var characters = 0
      var inSequences = 0
      var sequences = 0
      var offset = start
      while offset < end {
        let sequence = encoding.sequence(at: offset, in: text)
        if sequence.bytes > 0 {
          sequences += 1
          inSequences += sequence.bytes
          characters += sequence.bytes
        } else if text[offset] >= 0x80 {
          characters += 1
        }
        offset = sequence.end
      }
      if sequences >= Self.fewestSequences,
        Double(inSequences) >= Self.leastShare * Double(characters)
      {
        self.encoding = encoding
        return
      }
    }
    return nil
  }

  private static func mayBe(
    _ encoding: Encoding, _ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Bool {
    var offset = start
    var seen = 0
    while offset < end, seen < probed {
      let sequence = encoding.sequence(at: offset, in: text)
      if sequence.bytes > 0 { return true }
      if text[offset] >= 0x80 { seen += 1 }
      offset = sequence.end
    }
    return false
  }

  /// The text as it was; what belongs to no sequence stays as it is.
  ///
  /// - Complexity: O(length of the text).
  func repaired(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var offset = 0
    while offset < text.count {
      let sequence = encoding.sequence(at: offset, in: text)
      if sequence.bytes > 0 {
        var next = offset
        while next < sequence.end {
          let (scalar, width) = Encoding.scalar(at: next, in: text)
          result.append(encoding.byte(of: scalar)!)
          next += width
        }
      } else {
        result += text[offset..<sequence.end]
      }
      offset = sequence.end
    }
    return result
  }
}

extension Mojibake.Encoding {
  /// The sequence of UTF-8, of two bytes or more, that the characters from an offset are the bytes
  /// of: its number of bytes, 0 where there is none, and the offset behind it.
  fileprivate func sequence(
    at offset: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (bytes: Int, end: Int) {
    let (first, width) = Self.scalar(at: offset, in: text)
    let end = offset + width
    guard first >= 0x80, let lead = byte(of: first) else { return (0, end) }
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return (0, end)
    }
    var next = end
    for place in 1..<length {
      guard next < text.count else { return (0, end) }
      let (scalar, width) = Self.scalar(at: next, in: text)
      guard let byte = byte(of: scalar), byte & 0xC0 == 0x80,
        place > 1 || Self.mayFollow(byte, lead)
      else { return (0, end) }
      next += width
    }
    return (length, next)
  }

  /// Whether a second byte makes no overlong form, no surrogate and nothing beyond Unicode.
  private static func mayFollow(_ byte: UInt8, _ lead: UInt8) -> Bool {
    switch lead {
    case 0xE0: byte >= 0xA0
    case 0xED: byte < 0xA0
    case 0xF0: byte >= 0x90
    case 0xF4: byte < 0x90
    default: true
    }
  }

  /// The scalar at an offset of valid UTF-8, and its width.
  fileprivate static func scalar(
    at offset: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (value: UInt32, width: Int) {
    let lead = UInt32(text[offset])
    func low(_ place: Int) -> UInt32 { UInt32(text[offset + place] & 0x3F) }
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | low(1), 2) }
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | low(1) << 6 | low(2), 3) }
    return ((lead & 0x07) << 18 | low(1) << 12 | low(2) << 6 | low(3), 4)
  }

  /// The byte beyond ASCII that a character is in this encoding.
  fileprivate func byte(of scalar: UInt32) -> UInt8? {
    let table: [UInt32]
    switch self {
    case .windows1251:
      if (0x410...0x44F).contains(scalar) { return UInt8(scalar - 0x410 + 0xC0) }
      if (0x492...0x2012).contains(scalar) { return nil }
      table = Self.upper1251
    case .windows1252:
      if (0x80...0xFF).contains(scalar) { return UInt8(scalar) }
      if (0x2DD...0x2012).contains(scalar) { return nil }
      table = Self.upper1252
    }
    return table.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
  }

  /// The characters of the bytes from 0x80 on; undefined bytes stand for themselves.
  private static let upper1251: [UInt32] = [
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409,
    0x2039, 0x040A, 0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x0098, 0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0,
    0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB,
    0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6,
    0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
  ]
  private static let upper1252: [UInt32] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
