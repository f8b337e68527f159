import TextModel

/// Cuts a rule file into lexical units.
struct RuleLexer {
  private let file: SourceFile
  private var offset = 0
  private var isFirst = true
  private var isIndented = false
  private var previousEnd = -1
  private var tokens: [SyntaxToken] = []
  private var diagnostics: [Diagnostic] = []

  init(file: SourceFile) { self.file = file }

  /// All units of the file, and what is wrong with it.
  ///
  /// - Complexity: O(number of bytes).
  static func tokens(of file: SourceFile) -> ([SyntaxToken], [Diagnostic]) {
    var lexer = RuleLexer(file: file)
    lexer.run()
    return (lexer.tokens, lexer.diagnostics)
  }

  private mutating func run() {
    let bytes = file.bytes
    while offset < bytes.count, diagnostics.count < RuleParser.mostFindings {
      switch bytes[offset] {
      case 0x0A:
        offset += 1
        isFirst = true
        isIndented = false
      case 0x20, 0x09, 0x0D:
        if isFirst { isIndented = true }
        offset += 1
      case UInt8(ascii: "#"):
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      case UInt8(ascii: "\""):
        string()
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number()
      default:
        if Self.isWordByte(bytes[offset]) { word() } else { mark() }
      }
    }
    append(.end, "", bytes.count..<bytes.count)
  }

  private mutating func append(_ kind: SyntaxToken.Kind, _ text: String, _ range: Range<Int>) {
    tokens.append(
      SyntaxToken(
        kind: kind, text: text, range: range, isFirst: isFirst, isIndented: isIndented,
        isGlued: range.lowerBound == previousEnd))
    isFirst = false
    previousEnd = range.upperBound
  }

  /// ASCII letters and underscores, and everything outside ASCII: quotes of the rule language and
  /// its marks are all ASCII.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
      || byte == UInt8(ascii: "_")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private mutating func word() {
    let start = offset
    let bytes = file.bytes
    var isASCII = true
    while offset < bytes.count {
      let byte = bytes[offset]
      if Self.isWordByte(byte) {
        isASCII = isASCII && byte < 0x80
        offset += 1
      } else if Self.isDigit(byte) {
        offset += 1
      } else if byte == UInt8(ascii: "-"), offset + 1 < bytes.count,
        Self.isWordByte(bytes[offset + 1]) || Self.isDigit(bytes[offset + 1])
      {
        offset += 1
      } else {
        break
      }
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    append(isASCII ? .identifier : .word, text, start..<offset)
  }

  private mutating func number() {
    let start = offset
    while offset < file.bytes.count, Self.isDigit(file.bytes[offset]) { offset += 1 }
    let text = String(decoding: file.bytes[start..<offset], as: UTF8.self)
    append(.number, text, start..<offset)
  }

  private mutating func string() {
    let start = offset
    var text: [UInt8] = []
    offset += 1
    while offset < file.bytes.count, file.bytes[offset] != UInt8(ascii: "\"") {
      var byte = file.bytes[offset]
      if byte == 0x0A { break }
      if byte == UInt8(ascii: "\\"), offset + 1 < file.bytes.count {
        offset += 1
        byte = file.bytes[offset]
        switch byte {
        case UInt8(ascii: "n"): byte = 0x0A
        case UInt8(ascii: "t"): byte = 0x09
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): break
        case UInt8(ascii: "["), UInt8(ascii: "]"): text.append(UInt8(ascii: "\\"))
        default:
          diagnostics.append(
            Diagnostic(
              "unknown escape; known are \\\" \\\\ \\n \\t and, in examples, \\[ \\]", in: file,
              at: offset - 1..<offset + 1))
        }
      }
      text.append(byte)
      offset += 1
    }
    if offset < file.bytes.count, file.bytes[offset] == UInt8(ascii: "\"") {
      offset += 1
    } else {
      diagnostics.append(Diagnostic("this quote is never closed", in: file, at: start..<start + 1))
    }
    append(.string, String(decoding: text, as: UTF8.self), start..<offset)
  }

  private static let marks = [
    "...", "=>", "(", ")", "[", "]", "{", "}", "<", ">", "|", "?", "*", "+", ".", "&", "!", ":",
    ",", "^", "$", "~", "=", "/", "-",
  ]

  private mutating func mark() {
    let bytes = file.bytes
    let start = offset
    let rest = bytes[offset...]
    for mark in Self.marks where rest.starts(with: mark.utf8) {
      offset += mark.utf8.count
      append(.mark, mark, start..<offset)
      return
    }
    offset += 1
    diagnostics.append(
      Diagnostic("this character has no meaning here; quote it", in: file, at: start..<offset))
  }
}
