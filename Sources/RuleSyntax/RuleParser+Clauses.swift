import TextModel

extension RuleParser {
  private static let values: Set<String> = ["value", "canonical", "ref", "expansion"]
  private static let clauses = values.union([
    "except", "priority", "confidence", "test", "reject",
  ])

  /// Every keyword that begins a clause.
  public static var clauseKeywords: [String] { clauses.sorted() }

  /// Whether a clause begins here rather than the pattern going on.
  var atClause: Bool {
    peek.isFirst && peek.kind == .identifier && Self.clauses.contains(peek.text)
      && !tokens[next + 1].isMark(":")
  }

  /// Reads all clauses of a rule; after an error in one it goes on with the next.
  mutating func clauses(of rule: inout RuleDeclaration) {
    while !startsStatement(peek) {
      let outerDepth = depth
      do throws(Diagnostic) {
        try clause(of: &rule)
      } catch {
        diagnostics.append(error)
        depth = outerDepth
        while !startsStatement(peek), !atClause { next += 1 }
      }
    }
  }

  private mutating func clause(of rule: inout RuleDeclaration) throws(Diagnostic) {
    let keyword = take()
    guard keyword.isFirst, Self.clauses.contains(keyword.text) else {
      let hint = NearestName.hint(keyword.text, among: Self.clauses)
      throw error("expected the pattern to go on, or a clause\(hint)", at: keyword)
    }
    switch keyword.text {
    case "except": rule.exceptions.append(try alternatives())
    case "priority":
      let sign = peek.isMark("-") ? -1 : 1
      if sign < 0 { next += 1 }
      rule.priority = sign * (try integer())
    case "confidence": rule.confidence = try confidence()
    case "test", "reject": rule.examples.append(try example(isReject: keyword.text == "reject"))
    default:
      guard rule.values[keyword.text] == nil else {
        throw error("a rule has one \"\(keyword.text)\" clause", at: keyword)
      }
      rule.values[keyword.text] = try expression()
    }
  }

  private mutating func confidence() throws(Diagnostic) -> Double {
    let whole = try expect(.number, "a number above 0 and up to 1, as 0.8")
    var text = whole.text
    if peek.isMark("."), peek.isGlued {
      next += 1
      text += "." + (try expect(.number, "the digits behind the point")).text
    }
    guard let confidence = Double(text), confidence > 0, confidence <= 1 else {
      throw error("a confidence lies above 0 and goes up to 1", at: whole)
    }
    return confidence
  }

  private mutating func example(isReject: Bool) throws(Diagnostic) -> RuleExample {
    let string = try expect(.string, "a sentence in quotes")
    guard var example = RuleExample.parse(marked: string.text, at: place(string.range)) else {
      throw error("every [ of an example needs its ]", at: string)
    }
    if isReject != example.isReject {
      let message =
        isReject
        ? "a reject marks nothing: the rule must find nothing in it"
        : "a test marks with [ and ] what the rule must find"
      throw error(message, at: string)
    }
    if peek.isMark("=>") {
      next += 1
      example.expected = try expectedValue()
    }
    return example
  }

  /// The rest of the line as written, or a quoted text.
  private mutating func expectedValue() throws(Diagnostic) -> String {
    guard !startsStatement(peek), !peek.isFirst else {
      throw Diagnostic(
        "expected the value on the same line", in: source.files[fileIndex],
        at: tokens[next - 1].range)
    }
    let first = take()
    if first.kind == .string { return first.text }
    var range = first.range
    while !peek.isFirst, peek.kind != .end, peek.isGlued {
      range = range.lowerBound..<peek.range.upperBound
      next += 1
    }
    return String(decoding: source.files[fileIndex].bytes[range], as: UTF8.self)
  }
}
