import RuleSyntax
import TextModel

/// Turns a parsed rule set into a ``RuleProgram``.
public struct RuleCompiler {
  let source: RuleSource
  let environment: RuleEnvironment
  var program = RuleProgram()
  var diagnostics: [Diagnostic] = []
  var lexiconNumbers: [String: Int] = [:]
  var listNumbers: [RuleProgram.List: Int] = [:]
  var labelNumbers: [String: Int] = [:]
  private var layerNumbers: [String: Int] = [:]
  private var atomNumbers: [Atom: Int] = [:]
  private var predicateNumbers: [Predicate: Int] = [:]
  /// The definitions being expanded, to tell a circle from a chain.
  var expanding: [String] = []

  /// Compiles a rule set.
  ///
  /// - Parameter lexicons: the lexicons that the source names, in its order.
  /// - Throws: every finding of the run.
  public static func compile(
    _ source: RuleSource, lexicons: [Lexicon], environment: RuleEnvironment
  ) throws(DiagnosticList) -> RuleProgram {
    var compiler = RuleCompiler(source: source, environment: environment)
    compiler.program.lexicons = lexicons
    compiler.program.inflectional = environment.inflectional
    for (number, resource) in source.lexicons.enumerated() {
      if compiler.lexiconNumbers.updateValue(number, forKey: resource.name) != nil {
        compiler.report("lexicon \"\(resource.name)\" is named twice", at: resource.place)
      }
    }
    compiler.collectLists()
    compiler.fillTrie()
    compiler.compileRules()
    guard compiler.diagnostics.isEmpty else { throw DiagnosticList(compiler.diagnostics) }
    compiler.program.index = AtomIndex(
      atoms: compiler.program.atoms, predicates: compiler.program.predicates)
    return compiler.program
  }

  private init(source: RuleSource, environment: RuleEnvironment) {
    self.source = source
    self.environment = environment
  }

  mutating func report(_ message: String, at place: Place) {
    let diagnostic = source.diagnostic(.error, message, at: place)
    // A definition used in many places is wrong once.
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  // MARK: Lexicons

  /// Numbers the lists that patterns ask for: tags name labels behind them, so they come first.
  private mutating func collectLists() {
    for definition in source.definitions.values.sorted(by: { $0.place.isBefore($1.place) }) {
      collectLists(in: definition.pattern)
    }
    for rule in source.rules {
      collectLists(in: rule.pattern)
      for exception in rule.exceptions { collectLists(in: exception) }
    }
  }

  private mutating func collectLists(in pattern: Pattern) {
    pattern.forEachTest { test in
      guard case .lexicon(let name, let filters) = test.kind else { return }
      guard let lexicon = lexiconNumbers[name] else {
        let hint = NearestName.hint(name, among: lexiconNumbers.keys)
        return report("no lexicon \"\(name)\" is named in the rule set\(hint)", at: test.place)
      }
      for filter in filters where program.lexicons[lexicon].column(filter.column) == nil {
        let hint = NearestName.hint(filter.column, among: program.lexicons[lexicon].columns)
        return report(
          "lexicon \"\(name)\" has no column \"\(filter.column)\"\(hint)", at: test.place)
      }
      let list = RuleProgram.List(lexicon: lexicon, filters: filters)
      if listNumbers[list] == nil {
        listNumbers[list] = program.lists.count
        program.lists.append(list)
      }
    }
  }

  private mutating func fillTrie() {
    for (number, lexicon) in program.lexicons.enumerated() {
      let lists = program.lists.indices.filter { program.lists[$0].lexicon == number }
      program.listsOfRow.append(
        lexicon.rows.map { row in lists.filter { lexicon.passes(row, program.lists[$0].filters) } })
      for (index, row) in lexicon.rows.enumerated() {
        for form in FormVariants.all(of: row.form) {
          let tokens = environment.tokens(form)
          guard !tokens.isEmpty else { continue }
          program.trie.insert(
            tokens, row: RowReference(lexicon: Int32(number), row: Int32(index)))
        }
      }
    }
  }

  /// The lexicons that a pattern asks for by name, definitions left aside.
  private func lexicons(in pattern: Pattern) -> [Int] {
    var numbers: [Int] = []
    pattern.forEachTest { test in
      guard case .lexicon(let name, _) = test.kind, !test.isNegated,
        let number = lexiconNumbers[name], !numbers.contains(number)
      else { return }
      numbers.append(number)
    }
    return numbers
  }

  // MARK: Rules

  private mutating func compileRules() {
    program.phases = source.phases.map { _ in Automaton() }
    for rule in source.rules { _ = label(rule.label) }
    for (number, rule) in source.rules.enumerated() {
      let layer = environment.layer(rule.label)
      let layerNumber = layerNumbers[layer] ?? layerNumbers.count
      layerNumbers[layer] = layerNumber
      var parts = CapturedParts()
      let automaton = program.phases[rule.phase]
      let acceptance = program.phases[rule.phase].addAcceptance(rule: number, isException: false)
      let end = program.phases[rule.phase].add(.accept(acceptance))
      let start = build(rule.pattern, in: rule.phase, next: end, glued: false, parts: &parts)
      program.phases[rule.phase].setStart(start, of: acceptance)
      _ = automaton
      for exception in rule.exceptions {
        var ignored = CapturedParts()
        let acceptance = program.phases[rule.phase].addAcceptance(rule: number, isException: true)
        let end = program.phases[rule.phase].add(.accept(acceptance))
        let start = build(exception, in: rule.phase, next: end, glued: false, parts: &ignored)
        program.phases[rule.phase].setStart(start, of: acceptance)
      }
      if parts.marks > 1 {
        report("a rule marks one part with [ and ]", at: rule.place)
      }
      let values = compileValues(of: rule, parts: parts)
      program.rules.append(
        CompiledRule(
          id: rule.id, label: rule.label, priority: rule.priority, captures: parts.captures,
          labelIndex: labelNumbers[rule.label]!, layer: layerNumber, phase: rule.phase,
          acceptance: acceptance, lexicons: lexicons(in: rule.pattern), isMarked: parts.marks > 0,
          needsCaptures: parts.marks > 0 || parts.captures.count > 1, values: values))
    }
  }

  mutating func label(_ name: String) -> Int {
    if let number = labelNumbers[name] { return number }
    labelNumbers[name] = program.labels.count
    program.labels.append(name)
    return program.labels.count - 1
  }

  // MARK: Atoms and predicates

  mutating func atom(_ atom: Atom) -> Int {
    if let number = atomNumbers[atom] { return number }
    atomNumbers[atom] = program.atoms.count
    program.atoms.append(atom)
    return program.atoms.count - 1
  }

  mutating func predicate(positive: [Atom], negative: [Atom]) -> Int {
    let predicate = Predicate(
      positive: Set(positive.map { atom($0) }).sorted(),
      negative: Set(negative.map { atom($0) }).sorted())
    if let number = predicateNumbers[predicate] { return number }
    predicateNumbers[predicate] = program.predicates.count
    program.predicates.append(predicate)
    return program.predicates.count - 1
  }

  mutating func inflection(_ inflection: Item.Inflection, at place: Place) -> Inflection {
    switch inflection {
    case .none: return .none
    case .any: return .any
    case .features(let names):
      var features = FeatureSet()
      for name in names {
        if let feature = environment.features[name] {
          features.formUnion(feature)
        } else {
          let hint = NearestName.hint(name, among: environment.features.keys)
          report("the morphology has no feature \"\(name)\"\(hint)", at: place)
        }
      }
      return .features(features)
    }
  }
}

/// The parts of a pattern that values can name, while it is compiled.
struct CapturedParts {
  /// Part 0 is the mention itself.
  var captures = [CompiledRule.Capture(name: "")]
  var marks = 0
  /// The parts whose pattern is being compiled.
  var open: [Int] = []
}

extension Place {
  func isBefore(_ other: Place) -> Bool {
    (file, range.lowerBound) < (other.file, other.range.lowerBound)
  }
}

extension Pattern {
  /// Calls `body` with every test in the pattern, not following references.
  func forEachTest(_ body: (Item.Test) -> Void) {
    switch self {
    case .item(let item): item.tests.forEach(body)
    case .sequence(let parts), .alternatives(let parts): parts.forEach { $0.forEachTest(body) }
    case .repeated(let inner, _, _), .captured(_, let inner), .marked(let inner, _),
      .glued(let inner):
      inner.forEachTest(body)
    case .reference: break
    }
  }
}
