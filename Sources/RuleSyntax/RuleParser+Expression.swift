import TextModel

/// Values:
///
/// ```
/// expression = [ "-" ] NUMBER | STRING | name | name "." column | function "(" [ expression { "," expression } ] ")"
/// ```
extension RuleParser {
  mutating func expression() throws(Diagnostic) -> ValueExpression {
    let token = take()
    switch token.kind {
    case .string: return .text(token.text)
    case .number:
      next -= 1
      return .integer(try integer())
    case .identifier:
      if peek.isMark("("), peek.isGlued { return try call(token) }
      if peek.isMark("."), peek.isGlued {
        next += 1
        let column = try expect(.identifier, "the name of a column")
        return .column(
          capture: token.text, column: column.text,
          at: place(token.range.lowerBound..<column.range.upperBound))
      }
      return .capture(name: token.text, at: place(token.range))
    case .mark where token.text == "-":
      return .integer(-(try integer()))
    default:
      throw error("expected a value: a captured part, a number, a text or a function", at: token)
    }
  }

  private mutating func call(_ name: SyntaxToken) throws(Diagnostic) -> ValueExpression {
    try descend(at: peek)
    try expectMark("(")
    var arguments: [ValueExpression] = []
    if !peek.isMark(")") {
      arguments.append(try expression())
      while peek.isMark(",") {
        next += 1
        arguments.append(try expression())
      }
    }
    depth -= 1
    try expectMark(")")
    return .call(function: name.text, arguments: arguments, at: place(name.range))
  }
}

extension RuleExample {
  /// Reads a sentence with its spans marked by brackets; `\[` and `\]` stand for themselves.
  ///
  /// - Returns: nil where a bracket is not closed or not opened.
  static func parse(marked: String, at place: Place) -> RuleExample? {
    var text: [UInt8] = []
    var spans: [SourceSpan] = []
    var open: Int?
    var bytes = Array(marked.utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\\") where bytes.first.map { [0x5B, 0x5D].contains($0) } == true:
        text.append(bytes.removeFirst())
      case UInt8(ascii: "["):
        guard open == nil else { return nil }
        open = text.count
      case UInt8(ascii: "]"):
        guard let start = open, start < text.count else { return nil }
        spans.append(SourceSpan(start: start, end: text.count))
        open = nil
      default:
        text.append(byte)
      }
    }
    guard open == nil else { return nil }
    return RuleExample(
      text: String(decoding: text, as: UTF8.self), spans: spans, expected: nil, place: place)
  }
}
