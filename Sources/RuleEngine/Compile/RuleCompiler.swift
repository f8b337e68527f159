import RuleSyntax
import TextModel

/// Turns a parsed rule set into a ``RuleProgram``.
public struct RuleCompiler {
  let source: RuleSource
  let environment: RuleEnvironment
  var program = RuleProgram()
  var trie = NameTrieBuilder()
  var phases: [AutomatonBuilder] = []
  var diagnostics: [Diagnostic] = []
  var lexiconNumbers: [String: Int] = [:]
  var listNumbers: [RuleProgram.List: Int] = [:]
  var labelNumbers: [String: Int] = [:]
  private var layerNumbers: [String: Int] = [:]
  private var atomNumbers: [Atom: Int] = [:]
  private var predicateNumbers: [Predicate: Int] = [:]
  /// The definitions being expanded, to tell a circle from a chain.
  var expanding: [String] = []
  /// The definitions that rules use, themselves or by others.
  var usedDefinitions: Set<String> = []
  /// The rule being compiled, and its first state.
  var rulePlace: Place?
  var ruleStart = 0
  /// How many references were followed for it.
  var expansions = 0
  private var reported: Set<Diagnostic> = []

  /// The states that one rule may have.
  static let largestRule = 20_000
  /// How deep definitions may stand in one another.
  static let deepestDefinitions = 32
  /// The tokens that a form of a lexicon may have.
  static let longestForm = 64
  private static let mostFindings = 100

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
    compiler.program.trie = compiler.trie.trie(lists: compiler.program.lists, of: lexicons)
    compiler.program.phases = compiler.phases.map {
      Automaton($0, predicateCount: compiler.program.predicates.count)
    }
    compiler.program.index = AtomIndex(atoms: compiler.program.atoms)
    compiler.program.phaseIndex = PhaseIndex(
      phases: compiler.program.phases, predicates: compiler.program.predicates,
      atoms: compiler.program.atoms)
    compiler.program.featureNames = environment.features
    if environment.findsWarnings {
      compiler.program.warnings = source.warnings + lexicons.flatMap(\.warnings)
      compiler.warn()
    }
    return compiler.program
  }

  private init(source: RuleSource, environment: RuleEnvironment) {
    self.source = source
    self.environment = environment
  }

  mutating func report(
    _ message: String, at place: Place, note: (message: String, place: Place)? = nil
  ) {
    guard diagnostics.count < Self.mostFindings else { return }
    var diagnostic = source.diagnostic(.error, message, at: place)
    if let note {
      diagnostic = diagnostic.noting(
        note.message, in: source.files[note.place.file], at: note.place.range)
    }
    // A definition used in many places is wrong once.
    if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
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
    var form = CutForm()
    for (number, lexicon) in program.lexicons.enumerated() {
      for row in lexicon.rows.indices {
        form.removeAll()
        for token in environment.tokens(lexicon.rows[row].form) { form.append(token) }
        guard form.count > 0 else { continue }
        guard form.count <= Self.longestForm else {
          report(
            "a form of lexicon \"\(lexicon.name)\" in line \(lexicon.rows[row].line + 1) has "
              + "\(form.count) tokens; at most \(Self.longestForm) are looked for",
            at: source.lexicons[number].place)
          continue
        }
        trie.insert(form, row: RowReference(lexicon: Int32(number), row: Int32(row)))
        insertVariants(
          of: lexicon.formBytes(row), row: RowReference(lexicon: Int32(number), row: Int32(row)))
      }
    }
  }

  /// Adds the other ways in which a name of several words is written.
  private mutating func insertVariants(of bytes: ArraySlice<UInt8>, row: RowReference) {
    guard bytes.contains(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }) else {
      return
    }
    for variant in FormVariants.all(of: String(decoding: bytes, as: UTF8.self)).dropFirst() {
      var form = CutForm()
      for token in environment.tokens(variant) { form.append(token) }
      if form.count > 0 { trie.insert(form, row: row) }
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
    phases = source.phases.map { _ in AutomatonBuilder() }
    for rule in source.rules { _ = label(rule.label) }
    for (number, rule) in source.rules.enumerated() {
      let layer = environment.layer(rule.label)
      let layerNumber = layerNumbers[layer] ?? layerNumbers.count
      layerNumbers[layer] = layerNumber
      var parts = CapturedParts()
      rulePlace = rule.place
      expansions = 0
      ruleStart = phases[rule.phase].states.count
      let acceptance = phases[rule.phase].addAcceptance(rule: number, isException: false)
      let end = phases[rule.phase].add(.accept(acceptance))
      let start = build(rule.pattern, in: rule.phase, next: end, parts: &parts)
      phases[rule.phase].setStart(start, of: acceptance)
      for exception in rule.exceptions {
        var ignored = CapturedParts()
        let acceptance = phases[rule.phase].addAcceptance(rule: number, isException: true)
        let end = phases[rule.phase].add(.accept(acceptance))
        let start = build(exception, in: rule.phase, next: end, parts: &ignored)
        phases[rule.phase].setStart(start, of: acceptance)
      }
      if parts.marks.count > 1 {
        report("a rule marks one part with [ and ]", at: rule.place)
      }
      program.rules.append(
        CompiledRule(
          id: rule.id, label: rule.label, priority: rule.priority, confidence: rule.confidence,
          phase: rule.phase, captures: parts.captures, labelIndex: label(rule.label),
          layer: layerNumber, acceptance: acceptance, lexicons: lexicons(in: rule.pattern),
          isMarked: !parts.marks.isEmpty,
          needsCaptures: !parts.marks.isEmpty || parts.captures.count > 1,
          values: compileValues(of: rule, parts: parts)))
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
  /// Where the mention is marked.
  var marks: Set<Place> = []
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
    case .reference(_, let arguments, _, _): arguments.forEach { $0.forEachTest(body) }
    }
  }
}
