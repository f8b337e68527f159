import TextModel

extension RuleParser {
  /// Every keyword that begins a statement.
  public static var statementKeywords: [String] { statements.sorted() }

  private static let statements = [
    "include", "phase", "reference", "lexicon", "use", "define", "rule", "without",
  ]

  mutating func statement() {
    let keyword = peek
    next += 1
    let outerDepth = depth
    do throws(Diagnostic) {
      guard keyword.isFirst, !keyword.isIndented else {
        throw error("a statement starts at the left margin of a line", at: keyword)
      }
      switch keyword.text {
      case "include": try include()
      case "phase": try phaseStatement()
      case "reference": source.exampleReference = try expect(.string, "a date in quotes").text
      case "lexicon": try lexicon()
      case "use": source.resources.append(try resource())
      case "define": try definition()
      case "rule": try rule()
      case "without": try without()
      default:
        let hint = NearestName.hint(keyword.text, among: Self.statements)
        throw error(
          "expected one of \(Self.statements.joined(separator: ", "))\(hint)", at: keyword)
      }
      if !startsStatement(peek) { throw error("expected the end of the statement", at: peek) }
    } catch {
      diagnostics.append(error)
      while !startsStatement(peek) { next += 1 }
    }
    depth = outerDepth
  }

  func startsStatement(_ token: SyntaxToken) -> Bool {
    token.kind == .end || token.isFirst && !token.isIndented
  }

  private mutating func include() throws(Diagnostic) {
    let path = try expect(.string, "a path in quotes")
    guard Self.staysInside(path.text) else {
      throw error("a rule set includes files of its own folder only", at: path)
    }
    guard loaded.insert(path.text).inserted else {
      throw error("\"\(path.text)\" is included already", at: path)
    }
    try descend(at: path)
    let file: SourceFile
    do { file = try load(path.text) } catch {
      throw self.error("can't include \"\(path.text)\": \(error.message)", at: path)
    }
    read(file)
    depth -= 1
  }

  private static func staysInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
      && !path.utf8.contains(0)
  }

  private mutating func phaseStatement() throws(Diagnostic) {
    let name = try expect(.identifier, "the phase's name")
    if let known = source.phases.firstIndex(of: name.text) {
      guard phaseLayers[name.text] != layer else {
        throw error("phase \"\(name.text)\" stands above already; phases run in order", at: name)
      }
      phase = known
    } else {
      source.phases.append(name.text)
      phase = source.phases.count - 1
    }
    phaseLayers[name.text] = layer
  }

  private mutating func lexicon() throws(Diagnostic) {
    let resource = try resource()
    if let known = source.lexicons.firstIndex(where: { $0.name == resource.name }) {
      let first = source.lexicons[known]
      guard first.layer < layer else {
        throw error(
          "lexicon \"\(resource.name)\" is named already", at: resource.place.range,
          first: first.place)
      }
      source.lexicons[known] = resource
    } else {
      source.lexicons.append(resource)
    }
  }

  private mutating func resource() throws(Diagnostic) -> RuleSource.Resource {
    let name = try expect(.identifier, "a name")
    let path = try expect(.string, "a path in quotes")
    guard Self.staysInside(path.text) else {
      throw error("a rule set uses files of its own folder only", at: path)
    }
    return RuleSource.Resource(
      name: name.text, path: path.text, layer: layer, place: place(path.range))
  }

  private mutating func definition() throws(Diagnostic) {
    let name = try expect(.identifier, "the definition's name")
    guard name.text.first?.isUppercase == true else {
      throw error("a definition's name begins with a capital, to tell it from a word", at: name)
    }
    let parameters = try parameters()
    try expectMark("=")
    let pattern = try alternatives()
    if let first = source.definitions[name.text], definitionLayers[name.text] == layer {
      throw error("\"\(name.text)\" is defined already", at: name.range, first: first.place)
    }
    definitionLayers[name.text] = layer
    source.definitions[name.text] = .init(
      parameters: parameters, pattern: pattern, place: place(name.range))
  }

  private mutating func parameters() throws(Diagnostic) -> [String] {
    guard peek.isMark("("), peek.isGlued else { return [] }
    var names: [String] = []
    repeat {
      next += 1
      let name = try expect(.identifier, "the name of a parameter")
      guard name.text.first?.isUppercase == true else {
        throw error("a parameter's name begins with a capital", at: name)
      }
      guard !names.contains(name.text) else {
        throw error("two parameters are called \"\(name.text)\"", at: name)
      }
      names.append(name.text)
    } while peek.isMark(",")
    try expectMark(")")
    return names
  }

  private mutating func rule() throws(Diagnostic) {
    let (id, range) = try ruleID()
    try expectMark(":")
    let label = try expect(.identifier, "a label")
    let earlier = ruleIndices[id]
    if let earlier, ruleLayers[id] == layer {
      diagnostics.append(
        error("rule \"\(id)\" is defined already", at: range, first: source.rules[earlier].place))
    }
    if source.phases.isEmpty { source.phases.append("main") }
    // What replaces a rule stands where that stood, unless it names a phase of its own.
    let replacedPhase = earlier.map { source.rules[$0].phase }
    var declaration = RuleDeclaration(
      id: id, label: label.text, phase: phase ?? replacedPhase ?? source.phases.count - 1,
      pattern: try alternatives(), exceptions: [], values: [:], priority: 0, confidence: 1,
      examples: [], place: place(range))
    clauses(of: &declaration)
    ruleLayers[id] = layer
    if let earlier {
      source.rules[earlier] = declaration
    } else {
      ruleIndices[id] = source.rules.count
      source.rules.append(declaration)
    }
  }

  private mutating func ruleID() throws(Diagnostic) -> (String, Range<Int>) {
    let first = try expect(.identifier, "the rule's id")
    var id = first.text
    var range = first.range
    while peek.isMark("."), peek.isGlued {
      next += 1
      let part = take()
      guard part.kind == .identifier || part.kind == .number, part.isGlued else {
        throw error("expected the next part of the rule's id", at: part)
      }
      id += "." + part.text
      range = range.lowerBound..<part.range.upperBound
    }
    return (id, range)
  }

  /// Switches a rule of an earlier folder off.
  private mutating func without() throws(Diagnostic) {
    let (id, range) = try ruleID()
    guard let index = ruleIndices[id] else {
      let hint = NearestName.hint(id, among: ruleIndices.keys)
      throw Diagnostic(
        "no rule \"\(id)\" stands above\(hint)", in: source.files[fileIndex], at: range)
    }
    guard ruleLayers[id] != layer else {
      throw Diagnostic(
        "rule \"\(id)\" is of this folder; a rule of an earlier folder can be switched off",
        in: source.files[fileIndex], at: range
      ).noting(
        "defined here", in: source.files[source.rules[index].place.file],
        at: source.rules[index].place.range)
    }
    source.rules.remove(at: index)
    ruleIndices[id] = nil
    ruleLayers[id] = nil
    for (other, position) in ruleIndices where position > index {
      ruleIndices[other] = position - 1
    }
  }
}
