internal import CICU
public import TextModel

/// A failure of ICU, with its place where rules are at fault.
public struct ICUError: Error, Sendable, CustomStringConvertible {
  /// ICU's number of the error.
  public let code: Int32
  /// ICU's name of the error, as in `U_BRK_RULE_SYNTAX`.
  public let name: String
  /// What was being done, as in "compile the break rules".
  public let operation: String
  /// The rule file's name; empty where no file is at fault.
  public let file: String
  /// The line in the rule file, from 1; 0 where ICU names no place.
  public let line: Int
  /// The column in Unicode scalars, from 1; 0 where ICU names no place.
  public let column: Int
  /// The rules around the place, as far as ICU tells.
  public let context: String
  /// The finding about the rule file, to print beside those of other readers.
  public let diagnostic: Diagnostic

  /// Creates an error from ICU's, `rules` being the file that was compiled and `place` the UTF-8
  /// offset of the fault where the caller knows it better than ICU.
  init(
    _ error: tanba_icu_error, operation: String, rules: SourceFile? = nil, place: Int? = nil
  ) {
    code = error.code
    name = error.name.map { String(cString: $0) } ?? "U_ZERO_ERROR"
    self.operation = operation
    let context = [Self.string(error.before), Self.string(error.after)]
    self.context = context.joined()
    var message = "ICU can't \(operation): \(name)"
    guard let rules else {
      file = ""
      line = 0
      column = 0
      diagnostic = Diagnostic(message, file: "")
      return
    }
    file = rules.name
    guard let offset = place ?? Self.offset(of: error, in: rules) else {
      line = 0
      column = 0
      // A rule that hides another has no place; ICU gives both rules instead.
      let known = context.filter { !$0.isEmpty }
      if !known.isEmpty { message += ": " + known.joined(separator: " … ") }
      diagnostic = Diagnostic(message, file: rules.name)
      return
    }
    (line, column) = rules.position(at: offset)
    let end = max(offset, rules.range(ofLine: line - 1).upperBound)
    diagnostic = Diagnostic(.error, message, in: rules, at: offset..<min(end, offset + 1))
  }

  /// File, line, column, operation and ICU's name in one line.
  public var description: String {
    let place = line > 0 ? "\(file):\(line):\(column): " : file.isEmpty ? "" : "\(file): "
    return "\(place)ICU can't \(operation): \(name) (\(code))"
  }

  /// The UTF-8 offset of the place that ICU names.
  ///
  /// The break compiler counts lines from 1 and scalars within the line; the transliterator's
  /// reports line 0 and the place in UTF-16 units from the start of the rules.
  private static func offset(of error: tanba_icu_error, in rules: SourceFile) -> Int? {
    guard error.offset >= 0 else { return nil }
    if error.line > 0 {
      let range = rules.range(ofLine: min(Int(error.line), rules.lineCount) - 1)
      var left = max(0, Int(error.offset) - 1)
      var place = range.lowerBound
      while place < range.upperBound, left > 0 {
        place += 1
        while place < range.upperBound, rules.bytes[place] & 0xC0 == 0x80 { place += 1 }
        left -= 1
      }
      return place
    }
    var units = Int(error.offset)
    var place = 0
    for scalar in String(decoding: rules.bytes, as: UTF8.self).unicodeScalars {
      guard units > 0 else { break }
      units -= UTF16.width(scalar)
      place += UTF8.width(scalar)
    }
    // The statement that is meant begins behind the blank space.
    while place < rules.bytes.count, rules.bytes[place] <= 0x20 { place += 1 }
    return min(place, rules.bytes.count)
  }

  private static func string<Characters>(_ characters: Characters) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
