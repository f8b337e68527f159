import TextModel

/// Patterns:
///
/// ```
/// pattern  = sequence { "|" sequence }
/// sequence = element { [ "~" ] element }
/// element  = [ name ":" ] ( item | "(" pattern ")" ) [ "?" | "*" | "{" n [ "," [ m ] ] "}" ]
///          | "[" pattern "]"
/// item     = [ "!" ] test { "&" [ "!" ] test }
///          | Name [ "(" pattern { "," pattern } ")" ] [ "+" | { "." feature } ]
/// test     = ( word | "literal" | int(a...b) | roman(a...b) | lexicon(name, column=value)
///            | shape(name) | ending("…", …) | <LABEL> | unlisted | first | glued | _ | ^ | $ ) [ "+" | { "." feature } ]
/// ```
extension RuleParser {
  mutating func alternatives() throws(Diagnostic) -> Pattern {
    var branches = [try sequence()]
    while peek.isMark("|") {
      next += 1
      branches.append(try sequence())
    }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() throws(Diagnostic) -> Pattern {
    var elements: [Pattern] = []
    while startsElement {
      if peek.isMark("~") {
        next += 1
        elements.append(.glued(try element()))
      } else {
        elements.append(try element())
      }
    }
    guard !elements.isEmpty else { throw error("expected a pattern", at: peek) }
    return elements.count == 1 ? elements[0] : .sequence(elements)
  }

  private var startsElement: Bool {
    let token = peek
    if token.isFirst, !token.isIndented || atClause { return false }
    switch token.kind {
    case .identifier, .word, .string: return true
    case .mark: return ["(", "[", "<", "!", "^", "$", "~"].contains(token.text)
    case .number, .end: return false
    }
  }

  private mutating func element() throws(Diagnostic) -> Pattern {
    let start = peek
    if start.isMark("[") {
      next += 1
      try descend(at: start)
      let pattern = try alternatives()
      depth -= 1
      try expectMark("]")
      return .marked(pattern, at: place(start.range))
    }
    var captureName: String?
    if start.kind == .identifier, tokens[next + 1].isMark(":") {
      guard start.text.first?.isLowercase == true else {
        throw error("the name of a captured part begins with a small letter", at: start)
      }
      captureName = start.text
      next += 2
    }
    var pattern = try group()
    pattern = try repetition(of: pattern)
    if let captureName { pattern = .captured(name: captureName, pattern) }
    return pattern
  }

  private mutating func group() throws(Diagnostic) -> Pattern {
    if peek.isMark("(") {
      try descend(at: peek)
      next += 1
      let pattern = try alternatives()
      depth -= 1
      try expectMark(")")
      return pattern
    }
    let token = peek
    // A reference alone stands for any pattern; with "&" it would have to be a single item.
    if token.kind == .identifier, token.text.first?.isUppercase == true {
      next += 1
      let arguments = try arguments()
      let inflection = try inflection()
      if peek.isMark("&") {
        throw error("\"&\" joins tests of one token; write the definition's tests out", at: peek)
      }
      return .reference(
        name: token.text, arguments: arguments, inflection, at: place(token.range))
    }
    if token.kind == .word || token.kind == .identifier, token.text.contains("-") {
      return try hyphenedWord()
    }
    return .item(try item())
  }

  /// The patterns that a reference gives for a definition's parameters.
  private mutating func arguments() throws(Diagnostic) -> [Pattern] {
    guard peek.isMark("("), peek.isGlued else { return [] }
    try descend(at: peek)
    var arguments: [Pattern] = []
    repeat {
      next += 1
      arguments.append(try alternatives())
    } while peek.isMark(",")
    depth -= 1
    try expectMark(")")
    return arguments
  }

  /// A word with hyphens is several tokens; the last one takes the inflection.
  private mutating func hyphenedWord() throws(Diagnostic) -> Pattern {
    let token = take()
    checkScripts(of: token)
    let place = place(token.range)
    let inflection = try inflection()
    let parts = token.text.split(separator: "-", omittingEmptySubsequences: false)
    var elements: [Pattern] = []
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      let word = Item.Test(
        kind: isLast ? .lemma(String(part)) : .literal(String(part)), isNegated: false,
        inflection: isLast ? inflection : .none, place: place)
      let wordItem = Pattern.item(Item(tests: [word], place: place))
      elements.append(index == 0 ? wordItem : .glued(wordItem))
      if !isLast {
        let hyphen = Item.Test(
          kind: .literal("-"), isNegated: false, inflection: .none, place: place)
        elements.append(.glued(.item(Item(tests: [hyphen], place: place))))
      }
    }
    return .sequence(elements)
  }

  private mutating func repetition(of pattern: Pattern) throws(Diagnostic) -> Pattern {
    let mark = peek
    guard mark.isGlued || mark.isMark("{") else { return pattern }
    if mark.isMark("?") {
      next += 1
      return .repeated(pattern, minimum: 0, maximum: 1)
    }
    if mark.isMark("*") {
      next += 1
      return .repeated(pattern, minimum: 0, maximum: nil)
    }
    guard mark.isMark("{") else { return pattern }
    next += 1
    let minimum = try integer()
    var maximum: Int? = minimum
    if peek.isMark(",") {
      next += 1
      maximum = peek.isMark("}") ? nil : try integer()
    }
    try expectMark("}")
    if let maximum, maximum < max(minimum, 1) || maximum > 64 {
      throw error("a repetition ends at 1 to 64, and not before it begins", at: mark)
    }
    guard minimum <= 64 else { throw error("at most 64 repetitions", at: mark) }
    return .repeated(pattern, minimum: minimum, maximum: maximum)
  }

  // MARK: Items

  private mutating func item() throws(Diagnostic) -> Item {
    let start = peek.range.lowerBound
    var tests = [try test()]
    while peek.isMark("&") {
      next += 1
      tests.append(try test())
    }
    return Item(tests: tests, place: place(start..<tokens[next - 1].range.upperBound))
  }

  private mutating func test() throws(Diagnostic) -> Item.Test {
    let start = peek
    var isNegated = false
    if start.isMark("!") {
      isNegated = true
      next += 1
    }
    let kind = try kind()
    let inflection = try inflection()
    return Item.Test(
      kind: kind, isNegated: isNegated, inflection: inflection,
      place: place(start.range.lowerBound..<tokens[next - 1].range.upperBound))
  }

  private mutating func inflection() throws(Diagnostic) -> Item.Inflection {
    if peek.isMark("+"), peek.isGlued {
      next += 1
      return .any
    }
    var features: [String] = []
    while peek.isMark("."), peek.isGlued {
      next += 1
      let feature = take()
      guard feature.kind == .identifier || feature.kind == .number, feature.isGlued else {
        throw error("expected the name of a feature", at: feature)
      }
      features.append(feature.text)
    }
    return features.isEmpty ? .none : .features(features)
  }

  private mutating func kind() throws(Diagnostic) -> Item.Kind {
    let token = take()
    switch token.kind {
    case .string:
      checkScripts(of: token)
      return .literal(token.text)
    case .word:
      checkScripts(of: token)
      return .lemma(token.text)
    case .identifier:
      if peek.isMark("("), peek.isGlued { return try function(token) }
      switch token.text {
      case "_": return .any
      case "glued": return .glued
      case "unlisted": return .unlisted
      case "first": return .first
      default: break
      }
      guard token.text.first?.isLowercase == true else {
        throw error("a definition can't be part of an item's tests; write its tests out", at: token)
      }
      return .lemma(token.text)
    case .mark:
      switch token.text {
      case "<":
        let label = try expect(.identifier, "a label")
        try expectMark(">")
        return .mention(label: label.text)
      case "^": return .sentenceStart
      case "$": return .sentenceEnd
      default: break
      }
    case .number, .end: break
    }
    throw error("expected a word, a \"literal\" or a test such as shape(capital)", at: token)
  }

  /// Every test that is written as a call.
  public static let functions = ["int", "roman", "lexicon", "shape", "ending"]

  private mutating func function(_ name: SyntaxToken) throws(Diagnostic) -> Item.Kind {
    try expectMark("(")
    let kind: Item.Kind
    switch name.text {
    case "int", "roman":
      let lower = try integer()
      try expectMark("...")
      let upper = try integer()
      guard lower <= upper else { throw error("this range is empty", at: name) }
      kind = name.text == "int" ? .integer(lower...upper) : .roman(lower...upper)
    case "shape":
      kind = .shape(try expect(.identifier, "the name of a shape").text)
    case "lexicon":
      let lexicon = try expect(.identifier, "the name of a lexicon")
      kind = .lexicon(name: lexicon.text, filters: try filters())
    case "ending":
      var endings = [try ending()]
      while peek.isMark(",") {
        next += 1
        endings.append(try ending())
      }
      kind = .ending(endings)
    default:
      let hint = NearestName.hint(name.text, among: Self.functions)
      throw error(
        "unknown test; known are \(Self.functions.joined(separator: ", "))\(hint)", at: name)
    }
    try expectMark(")")
    return kind
  }

  private mutating func ending() throws(Diagnostic) -> String {
    let token = take()
    guard token.kind == .word || token.kind == .string || token.kind == .identifier else {
      throw error("expected the last letters of a word", at: token)
    }
    checkScripts(of: token)
    return token.text
  }

  private mutating func checkScripts(of token: SyntaxToken) {
    guard let word = MixedScript.firstWord(in: token.text) else { return }
    diagnostics.append(
      Diagnostic(.warning, MixedScript.message(word), in: source.files[fileIndex], at: token.range))
  }

  private mutating func filters() throws(Diagnostic) -> [Item.Filter] {
    var filters: [Item.Filter] = []
    while peek.isMark(",") {
      next += 1
      let column = try expect(.identifier, "the name of a column")
      try expectMark("=")
      let value = take()
      guard ![.mark, .end].contains(value.kind) else {
        throw error("expected the value of the column", at: value)
      }
      filters.append(Item.Filter(column: column.text, value: value.text))
    }
    return filters
  }
}
