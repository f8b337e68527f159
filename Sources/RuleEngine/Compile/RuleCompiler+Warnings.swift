import RuleSyntax
import TextModel

/// Findings about rules that compile and do nothing, or nothing of their own.
extension RuleCompiler {
  mutating func warn() {
    warnOfUnusedDefinitions()
    warnOfLateLabels()
    warnOfUnknownKinds()
    var firstOfKey: [RuleKey: Int] = [:]
    let possible = program.predicates.map { isSatisfiable($0) }
    for (number, rule) in program.rules.enumerated() {
      let automaton = program.phases[rule.phase]
      let start = automaton.acceptances[rule.acceptance].start
      var walk = AutomatonWalk(automaton: automaton, start: start)
      guard canMatch(walk.states, automaton, start, possible) else {
        warn("this rule can never match", at: source.rules[number].place)
        continue
      }
      let key = RuleKey(phase: rule.phase, layer: rule.layer, shape: walk.shape())
      guard let first = firstOfKey[key] else {
        firstOfKey[key] = number
        continue
      }
      warnOfBeaten(number, first)
      if program.rules[first].priority < rule.priority { firstOfKey[key] = number }
    }
  }

  private struct RuleKey: Hashable {
    var phase: Int
    var layer: Int
    var shape: [Int]
  }

  private mutating func warn(
    _ message: String, at place: Place, note: (message: String, place: Place)? = nil
  ) {
    var finding = source.diagnostic(.warning, message, at: place)
    if let note {
      finding = finding.noting(
        note.message, in: source.files[note.place.file], at: note.place.range)
    }
    program.warnings.append(finding)
  }

  private mutating func warnOfUnusedDefinitions() {
    let unused = source.definitions.filter { !usedDefinitions.contains($0.key) }
    for (name, definition) in unused.sorted(by: { $0.value.place.isBefore($1.value.place) }) {
      warn("no rule uses \"\(name)\"", at: definition.place)
    }
  }

  /// A cell that stands once in a column by which rules tell rows apart, that no rule asks for, and
  /// that is a slip away from one which they do.
  private mutating func warnOfUnknownKinds() {
    var asked: [Int: [String: Set<String>]] = [:]
    for list in program.lists {
      for filter in list.filters where !filter.value.isEmpty {
        asked[list.lexicon, default: [:]][filter.column, default: []].insert(filter.value)
      }
    }
    for (number, lexicon) in program.lexicons.enumerated() {
      for (name, values) in (asked[number] ?? [:]).sorted(by: { $0.key < $1.key }) {
        guard let column = lexicon.column(name) else { continue }
        var rows: [String: [Int]] = [:]
        for (index, row) in lexicon.rows.enumerated() {
          rows[row.cells[column], default: []].append(index)
        }
        for (value, rows) in rows.sorted(by: { $0.value[0] < $1.value[0] })
        where rows.count == 1 && value.count > 2 && !values.contains(value) {
          guard let meant = NearestName.of(value, among: values) else { continue }
          program.warnings.append(
            Diagnostic(
              .warning, "no rule asks for a \(name) \"\(value)\"; did you mean \"\(meant)\"?",
              in: lexicon.file, line: lexicon.rows[rows[0]].line))
        }
      }
    }
  }

  /// A rule sees mentions of earlier phases only.
  private mutating func warnOfLateLabels() {
    var firstPhase: [String: Int] = [:]
    for rule in source.rules {
      firstPhase[rule.label] = min(firstPhase[rule.label] ?? .max, rule.phase)
    }
    for rule in source.rules {
      var late: [Item.Test] = []
      rule.pattern.forEachTest { test in
        if case .mention(let label) = test.kind, !test.isNegated,
          let phase = firstPhase[label], phase >= rule.phase
        {
          late.append(test)
        }
      }
      for test in late {
        warn("no rule of an earlier phase gives this label", at: test.place)
      }
    }
  }

  /// Two rules of one phase and layer that look for the same: one of them never has its way.
  private mutating func warnOfBeaten(_ second: Int, _ first: Int) {
    let firstWins = program.rules[first].priority >= program.rules[second].priority
    let (winner, loser) = firstWins ? (first, second) : (second, first)
    guard source.rules[winner].exceptions.isEmpty else { return }
    warn(
      "\"\(program.rules[winner].id)\" looks for the same and always wins over this rule",
      at: source.rules[loser].place, note: ("the rule that wins", source.rules[winner].place))
  }

  // MARK: Reachability

  /// Whether any text leads from the start to the end and covers a token on the way.
  private func canMatch(
    _ states: [Int], _ automaton: Automaton, _ start: Int, _ possible: [Bool]
  ) -> Bool {
    // Bit 0: something is consumed; bit 1: a token is; bit 2: the sentence is at its end.
    var numbers: [Int: Int] = [:]
    for (number, state) in states.enumerated() { numbers[state] = number }
    var seen = Array(repeating: false, count: states.count * 8)
    var stack = [(start, 0)]
    while let (next, flags) = stack.popLast() {
      let state = automaton.behindCaptures(next)
      let index = numbers[state]! * 8 + flags
      if seen[index] { continue }
      seen[index] = true
      switch automaton[state] {
      case .split(let targets): stack += targets.map { (Int($0), flags) }
      case .save(_, let next): stack.append((next, flags))
      case .accept: if flags & 2 != 0 { return true }
      case .consume(let predicate, let next):
        guard possible[predicate], flags & 4 == 0 else { continue }
        let atoms = program.predicates[predicate].positive.map { program.atoms[$0] }
        if atoms.contains(.sentenceStart) {
          if flags & 1 == 0 { stack.append((next, 1)) }
        } else if atoms.contains(.sentenceEnd) {
          stack.append((next, flags | 5))
        } else {
          stack.append((next, flags | 3))
        }
      }
    }
    return false
  }

  /// Whether any token can pass, as far as the atoms tell by themselves.
  private func isSatisfiable(_ predicate: Predicate) -> Bool {
    if !Set(predicate.positive).isDisjoint(with: predicate.negative) { return false }
    let atoms = predicate.positive.map { program.atoms[$0] }
    var literal: UInt32?
    var numbers: ClosedRange<Int>?
    var shapes: [Shape] = []
    for atom in atoms {
      switch atom {
      case .literal(let key):
        if literal != nil, literal != key { return false }
        literal = key
      case .integer(let range, _), .roman(let range, _):
        if let numbers, !numbers.overlaps(range) { return false }
        numbers = range
      case .shape(let shape): shapes.append(shape)
      case .list(let list, _):
        if !program.trie.filledLists.contains(Int32(list)) { return false }
      case .tag(let tag):
        if tag.symbol < program.lists.count,
          !program.trie.filledLists.contains(Int32(tag.symbol))
        {
          return false
        }
      case .sentenceStart, .sentenceEnd: if atoms.count > 1 { return false }
      default: break
      }
    }
    return shapes.allSatisfy { shape in
      shapes.allSatisfy { ShapeNames.canStandTogether(shape, $0) }
    }
  }
}
