import Tanba
import TestSupport
import Testing

@Suite("A reader")
struct InputReaderTests {
  /// Reads a file to the end and gives each document's line and text, or its failure.
  func documents(
    _ bytes: [UInt8], as format: InputFormat, limit: Int = Document.maximumByteCount
  ) throws -> [String] {
    let file = try TemporaryFile(bytes)
    let reader = InputReader([InputFile(path: file.path, format: format)], documentByteLimit: limit)
    var found: [String] = []
    while let pieces = reader.next() {
      for piece in pieces {
        RecordDecoder(documentByteLimit: limit).decode(piece) { record in
          let line = record.place.line.map { "\($0):" } ?? ""
          switch record.document {
          case .success(let document):
            found.append(line + String(decoding: document.source, as: UTF8.self))
          case .failure(let failure): found.append("\(line)error: \(failure.message)")
          }
        }
      }
    }
    return found
  }

  @Test(
    "cuts lines at line feeds, drops a carriage return before one, and keeps empty lines",
    arguments: [
      ("", []), ("\n", ["1:"]), ("a", ["1:a"]), ("a\n", ["1:a"]), ("a\n\nb", ["1:a", "2:", "3:b"]),
      ("a\r\nb\r\n", ["1:a", "2:b"]), ("a\r", ["1:a\r"]), ("a\rb\r\r\n", ["1:a\rb\r"]),
      ("\u{0}\n\u{2028}\n", ["1:\u{0}", "2:\u{2028}"]),
      ("\u{FEFF}a\n\u{FEFF}b", ["1:a", "2:\u{FEFF}b"]), ("\u{FEFF}", []),
    ])
  func cutsLines(source: String, expected: [String]) throws {
    #expect(try documents(Array(source.utf8), as: .lines) == expected)
  }

  @Test(
    "takes a text whole, without its byte order mark",
    arguments: [
      ("", [""]), ("a\r\n\u{0}b\n", ["a\r\n\u{0}b\n"]), ("\u{FEFF}a", ["a"]), ("\u{FEFF}", [""]),
    ])
  func takesTextWhole(source: String, expected: [String]) throws {
    #expect(try documents(Array(source.utf8), as: .text) == expected)
  }

  static let invalid: [(name: String, bytes: [UInt8])] = [
    ("a stray byte", [0x80]), ("an overlong form", [0xC0, 0x80]),
    ("an overlong form of three", [0xE0, 0x80, 0x80]), ("a surrogate", [0xED, 0xA0, 0x80]),
    ("an overlong form of four", [0xF0, 0x80, 0x80, 0x80]),
    ("a scalar too high", [0xF4, 0x90, 0x80, 0x80]), ("no lead at all", [0xF8, 0x88, 0x80]),
    ("a cut-off pair", [0xD2]), ("a cut-off three", [0xE2, 0x82]),
    ("a cut-off four", [0xF0, 0x9F, 0x98]), ("a broken tail", [0xF0, 0x9F, 0x98, 0x41]),
  ]

  @Test("names the byte where UTF-8 goes wrong, and goes on with the next line", arguments: invalid)
  func namesInvalidBytes(name: String, bytes: [UInt8]) throws {
    let valid = Array("\u{FEFF}\u{49B}\u{1F600}\n".utf8)
    #expect(
      try documents(valid + [0x61] + bytes + [0x0A] + valid.dropFirst(3), as: .lines)
        == ["1:\u{49B}\u{1F600}", "2:error: invalid UTF-8 at byte 11", "3:\u{49B}\u{1F600}"])
    #expect(
      try documents(valid + [0x61] + bytes, as: .text) == ["error: invalid UTF-8 at byte 11"])
  }

  @Test("takes the ends of each length's range as valid UTF-8")
  func takesRangeEnds() throws {
    let scalars: [UInt32] = [
      0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF,
    ]
    let text = String(String.UnicodeScalarView(scalars.map { Unicode.Scalar($0)! }))
    #expect(try documents(Array(text.utf8), as: .text) == [text])
  }

  @Test("judges random bytes as the standard library does")
  func judgesRandomBytes() throws {
    var random = SeededGenerator(seed: 7)
    // Bytes at the edges of the ranges, so that valid sequences come up often enough.
    let bytes: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xD2, 0xDF, 0xE0, 0xED, 0xEF,
      0xF0, 0xF4, 0xF5, 0xFF,
    ]
    var validCount = 0
    for _ in 0..<5000 {
      let length = Int.random(in: 0...24, using: &random)
      var sample = (0..<length).map { _ in UInt8(0x41) }
      var index = 0
      while index < length {
        if Bool.random(using: &random) {
          for byte in "\u{4D9}".utf8 where index < length {
            sample[index] = byte
            index += 1
          }
        } else if Int.random(in: 0..<8, using: &random) == 0 {
          sample[index] = bytes.randomElement(using: &random)!
        }
        index += 1
      }
      var failure: DocumentFailure?
      RecordDecoder().decode(
        InputPiece(place: InputPlace(path: "f"), format: .text, content: .document(sample))
      ) {
        if case .failure(let found) = $0.document { failure = found }
      }
      let isValid = String(validating: sample, as: UTF8.self) != nil
      #expect((failure == nil) == isValid, "\(sample)")
      if isValid { validCount += 1 }
    }
    #expect((500...4500).contains(validCount))
  }

  @Test("gives the same lines however long they are")
  func cutsLongLines() throws {
    let lengths = [0, 1, 131_071, 131_072, 131_073, 5, 400_000, 0, 262_144, 3]
    let lines = lengths.enumerated().map { String(repeating: "\($0.offset)", count: $0.element) }
    let expected = lines.enumerated().map { "\($0.offset + 1):\($0.element)" }
    #expect(try documents(Array(lines.joined(separator: "\r\n").utf8), as: .lines) == expected)
  }

  @Test("refuses a line above the limit, and goes on behind it")
  func refusesLongLines() throws {
    let long = String(repeating: "x", count: 500_000)
    #expect(
      try documents(Array("a\n\(long)\nb\n\(long)".utf8), as: .lines, limit: 1000)
        == [
          "1:a", "2:error: the line is longer than 1000 bytes", "3:b",
          "4:error: the line is longer than 1000 bytes",
        ].map { $0 })
    #expect(
      try documents(Array(long.utf8), as: .text, limit: 1000)
        == ["error: the file is longer than 1000 bytes"])
  }

  @Test("reads several files in their order, failures in their place")
  func readsSeveralFiles() throws {
    let one = try TemporaryFile(Array("one".utf8))
    let two = try TemporaryFile(Array(#"{"text":"two"}"#.utf8), suffix: ".jsonl")
    let reader = InputReader(
      [one.path, "/nowhere/at/all", "/tmp", two.path, one.path].map { InputFile(path: $0) })
    var found: [String] = []
    while let pieces = reader.next() {
      for piece in pieces {
        RecordDecoder().decode(piece) { record in
          switch record.document {
          case .success(let document):
            found.append(String(decoding: document.source, as: UTF8.self))
          case .failure(let failure): found.append(failure.description)
          }
        }
      }
    }
    #expect(
      found
        == [
          "one", "/nowhere/at/all: No such file or directory", "/tmp: Is a directory", "two", "one",
        ])
  }
}
