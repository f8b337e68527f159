import RuleSyntax
import TextModel

extension RuleCompiler {
  /// Builds the states of a pattern in front of `next`.
  ///
  /// - Parameter unglued: non-nil where the first token must follow without a space; it is the state
  ///   to go on from where the pattern covers no token, so that the next one is the first.
  /// - Returns: the first state.
  mutating func build(
    _ pattern: Pattern, in phase: Int, next: Int, glued unglued: Int? = nil,
    parts: inout CapturedParts
  ) -> Int {
    guard !isTooLarge(phase) else { return next }
    switch pattern {
    case .item(let item):
      return build(item, in: phase, next: next, glued: unglued != nil, parts: &parts)
    case .sequence(let elements):
      return sequence(elements, in: phase, next: next, glued: unglued, parts: &parts)
    case .alternatives(let branches):
      var starts: [Int] = []
      for branch in branches {
        starts.append(build(branch, in: phase, next: next, glued: unglued, parts: &parts))
      }
      return phases[phase].add(.split(starts))
    case .repeated(let inner, let minimum, let maximum):
      guard let unglued else {
        return repeated(inner, minimum, maximum, in: phase, next: next, parts: &parts)
      }
      // Only the first of them is glued.
      let rest = repeated(
        inner, max(0, minimum - 1), maximum.map { $0 - 1 }, in: phase, next: next, parts: &parts)
      let first = build(inner, in: phase, next: rest, glued: unglued, parts: &parts)
      return minimum > 0 ? first : phases[phase].add(.split([first, unglued]))
    case .captured(let name, let inner):
      let part = part(named: name, &parts)
      parts.open.append(part)
      defer { parts.open.removeLast() }
      return saved(
        inner, slots: part * 2, in: phase, next: next, glued: unglued, parts: &parts)
    case .reference(let name, let arguments, let inflection, let place):
      guard let pattern = expand(name, arguments, inflection, at: place) else { return next }
      expanding.append(name)
      defer { expanding.removeLast() }
      return build(pattern, in: phase, next: next, glued: unglued, parts: &parts)
    case .marked(let inner, let place):
      if !parts.open.isEmpty {
        report("the mention's marks [ ] can't stand inside a captured part", at: place)
      }
      parts.marks.insert(place)
      return saved(inner, slots: 0, in: phase, next: next, glued: unglued, parts: &parts)
    case .glued(let inner):
      return build(inner, in: phase, next: next, glued: unglued ?? next, parts: &parts)
    }
  }

  private mutating func sequence(
    _ elements: [Pattern], in phase: Int, next: Int, glued unglued: Int?,
    parts: inout CapturedParts
  ) -> Int {
    // Captured parts are numbered in writing order, states are built from the end.
    for case .captured(let name, _) in elements { _ = part(named: name, &parts) }
    // The glue is on the first element that covers a token: on those up to the first that must.
    let open = unglued == nil ? 0 : 1 + elements.prefix { canBeEmpty($0) }.count
    var next = next
    var pending = unglued
    for (index, element) in elements.enumerated().reversed() {
      if index < open {
        pending = build(element, in: phase, next: next, glued: pending ?? next, parts: &parts)
      }
      if index > 0 || unglued == nil {
        next = build(element, in: phase, next: next, parts: &parts)
      }
    }
    return unglued == nil ? next : pending!
  }

  private func canBeEmpty(_ pattern: Pattern) -> Bool {
    switch pattern {
    case .item: false
    case .sequence(let elements): elements.allSatisfy { canBeEmpty($0) }
    case .alternatives(let branches): branches.contains { canBeEmpty($0) }
    case .repeated(let inner, let minimum, _): minimum == 0 || canBeEmpty(inner)
    case .captured(_, let inner), .marked(let inner, _), .glued(let inner): canBeEmpty(inner)
    // Looking inside could go in circles; where it is not empty, the guess costs states only.
    case .reference: true
    }
  }

  private mutating func saved(
    _ inner: Pattern, slots: Int, in phase: Int, next: Int, glued unglued: Int?,
    parts: inout CapturedParts
  ) -> Int {
    let end = phases[phase].add(.save(slot: slots + 1, next: next))
    let ungluedEnd = unglued.map { phases[phase].add(.save(slot: slots + 1, next: $0)) }
    let first = build(inner, in: phase, next: end, glued: ungluedEnd, parts: &parts)
    return phases[phase].add(.save(slot: slots, next: first))
  }

  private mutating func repeated(
    _ inner: Pattern, _ minimum: Int, _ maximum: Int?, in phase: Int, next: Int,
    parts: inout CapturedParts
  ) -> Int {
    var start = next
    if let maximum {
      for _ in 0..<(maximum - minimum) {
        let once = build(inner, in: phase, next: start, parts: &parts)
        start = phases[phase].add(.split([once, next]))
      }
    } else {
      let loop = phases[phase].reserve()
      let once = build(inner, in: phase, next: loop, parts: &parts)
      phases[phase].set(loop, .split([once, next]))
      start = loop
    }
    for _ in 0..<minimum { start = build(inner, in: phase, next: start, parts: &parts) }
    return start
  }

  /// What a reference stands for.
  private mutating func expand(
    _ name: String, _ arguments: [Pattern], _ inflection: Item.Inflection, at place: Place
  ) -> Pattern? {
    usedDefinitions.insert(name)
    expansions += 1
    guard let definition = source.definitions[name] else {
      let hint = NearestName.hint(name, among: source.definitions.keys)
      report("nothing is defined as \"\(name)\"\(hint)", at: place)
      return nil
    }
    guard arguments.count == definition.parameters.count else {
      report(
        "\"\(name)\" takes \(definition.parameters.count) patterns, here are \(arguments.count)",
        at: place, note: ("defined here", definition.place))
      return nil
    }
    guard !expanding.contains(name) || !arguments.isEmpty else {
      let circle = (expanding + [name]).joined(separator: " → ")
      report("a definition can't contain itself: \(circle)", at: place)
      return nil
    }
    guard expanding.count < Self.deepestDefinitions else {
      report(
        "definitions stand more than \(Self.deepestDefinitions) deep in one another: "
          + expanding.suffix(3).joined(separator: " → "), at: place)
      return nil
    }
    let arguments = Dictionary(
      zip(definition.parameters, arguments), uniquingKeysWith: { first, _ in first })
    let pattern =
      arguments.isEmpty ? definition.pattern : definition.pattern.substituting(arguments)
    return inflection == .none ? pattern : pattern.inflected(inflection)
  }

  /// Whether the rule being compiled has grown past its limit: repetitions and definitions
  /// multiply.
  private mutating func isTooLarge(_ phase: Int) -> Bool {
    let count = phases[phase].states.count - ruleStart
    guard count > Self.largestRule || expansions > Self.largestRule else { return false }
    if let rulePlace {
      report(
        "the repetitions and definitions of this rule multiply to more than \(Self.largestRule) "
          + "steps", at: rulePlace)
    }
    return true
  }

  private func number(_ pattern: Pattern, _ parts: inout CapturedParts) {
    guard case .sequence(let elements) = pattern else { return }
    for case .captured(let name, _) in elements { _ = part(named: name, &parts) }
  }

  private func part(named name: String, _ parts: inout CapturedParts) -> Int {
    if let known = parts.captures.firstIndex(where: { $0.name == name }) { return known }
    parts.captures.append(CompiledRule.Capture(name: name))
    return parts.captures.count - 1
  }

  // MARK: Items

  private mutating func build(
    _ item: Item, in phase: Int, next: Int, glued: Bool, parts: inout CapturedParts
  ) -> Int {
    let wide = item.tests.filter { $0.isWide && !$0.isNegated }
    guard wide.count <= 1 else {
      report("an item tests for one lexicon or mention; use two items or \"|\"", at: item.place)
      return next
    }
    if let words = words(of: item) {
      return build(words, item, in: phase, next: next, glued: glued)
    }
    var positive: [Atom] = glued ? [.glued] : []
    var negative: [Atom] = []
    for test in item.tests where !(test.isWide && !test.isNegated) {
      if test.isNegated {
        negative += forbidden(by: test)
      } else if let atom = atom(of: test) {
        positive.append(atom)
      }
    }
    guard let test = wide.first else {
      let predicate = predicate(positive: positive, negative: negative)
      return phases[phase].add(.consume(predicate: predicate, next: next))
    }
    return build(
      wide: test, positive: positive, negative: negative, in: phase, next: next, parts: &parts)
  }

  /// The tokens of a quoted text that is more than one.
  private func words(of item: Item) -> [[UInt8]]? {
    guard item.tests.count == 1, !item.tests[0].isNegated,
      case .literal(let text) = item.tests[0].kind
    else { return nil }
    let words = environment.tokens(text)
    return words.count > 1 ? words : nil
  }

  /// A quoted text of several tokens, one after the other; an inflection is that of the last one.
  private mutating func build(
    _ words: [[UInt8]], _ item: Item, in phase: Int, next: Int, glued: Bool
  ) -> Int {
    var next = next
    for (index, word) in words.enumerated().reversed() {
      let key = trie.key(word)
      var atoms: [Atom] = glued && index == 0 ? [.glued] : []
      if index == words.count - 1, item.tests[0].inflection != .none {
        atoms.append(.lemma(key: key, inflection(item.tests[0].inflection, at: item.place)))
      } else {
        atoms.append(.literal(key: key))
      }
      let predicate = predicate(positive: atoms, negative: [])
      next = phases[phase].add(.consume(predicate: predicate, next: next))
    }
    return next
  }

  /// A name or mention: one token, or a first, inner ones and a last. Other tests are asked of the
  /// first token.
  private mutating func build(
    wide test: Item.Test, positive: [Atom], negative: [Atom], in phase: Int, next: Int,
    parts: inout CapturedParts
  ) -> Int {
    let inflection = inflection(test.inflection, at: test.place)
    let symbol: Int
    var single: [Atom]
    var ends: [[Atom]]
    switch test.kind {
    case .lexicon(let name, let filters):
      guard let lexicon = lexiconNumbers[name],
        let list = listNumbers[RuleProgram.List(lexicon: lexicon, filters: filters)]
      else { return next }
      for part in parts.open where !parts.captures[part].lexicons.contains(lexicon) {
        parts.captures[part].lexicons.append(lexicon)
      }
      symbol = list
      single = [.list(list, inflection)]
      switch inflection {
      case .none: ends = [[.tag(Tag(symbol: symbol, position: .exactEnd))]]
      case .any: ends = [[.tag(Tag(symbol: symbol, position: .end))]]
      case .features(let wanted):
        // What a derivation hangs on the name is told apart when the name is found.
        let position: Tag.Position =
          wanted.isSubset(of: program.inflectional) ? .end : .derivedEnd
        ends = [[.tag(Tag(symbol: symbol, position: position)), .likely(inflection)]]
      }
    case .mention(let name):
      if labelNumbers[name] == nil {
        let hint = NearestName.hint(name, among: labelNumbers.keys)
        report("no rule gives the label \"\(name)\"\(hint)", at: test.place)
      }
      for part in parts.open { parts.captures[part].labels.append(label(name)) }
      symbol = program.symbol(ofLabel: label(name))
      single = [.tag(Tag(symbol: symbol, position: .single))]
      ends = [[.tag(Tag(symbol: symbol, position: .end))]]
      // A mention's last token is as inflected as it is, unless features are asked for.
      if case .features = inflection {
        single.append(.likely(inflection))
        ends[0].append(.likely(inflection))
      }
    default: preconditionFailure("a wide test names a lexicon or a label")
    }
    var branches: [Int] = []
    let one = predicate(positive: single + positive, negative: negative)
    branches.append(phases[phase].add(.consume(predicate: one, next: next)))
    for end in ends {
      let last = predicate(positive: end, negative: [])
      let lastState = phases[phase].add(.consume(predicate: last, next: next))
      let inner = predicate(
        positive: [.tag(Tag(symbol: symbol, position: .inside))], negative: [])
      let loop = phases[phase].reserve()
      let innerState = phases[phase].add(.consume(predicate: inner, next: loop))
      phases[phase].set(loop, .split([innerState, lastState]))
      let begin = predicate(
        positive: [.tag(Tag(symbol: symbol, position: .begin))] + positive, negative: negative)
      branches.append(phases[phase].add(.consume(predicate: begin, next: loop)))
    }
    return phases[phase].add(.split(branches))
  }

  /// What must not be true of a token that a negated test passes.
  private mutating func forbidden(by test: Item.Test) -> [Atom] {
    switch test.kind {
    case .lexicon(let name, let filters):
      guard let lexicon = lexiconNumbers[name],
        let list = listNumbers[RuleProgram.List(lexicon: lexicon, filters: filters)]
      else { return [] }
      let inflection = inflection(test.inflection, at: test.place)
      return [.list(list, inflection), .tag(Tag(symbol: list, position: .member))]
    case .mention(let name):
      let symbol = program.symbol(ofLabel: label(name))
      return [.tag(Tag(symbol: symbol, position: .member))]
    default:
      return atom(of: test).map { [$0] } ?? []
    }
  }

  private mutating func atom(of test: Item.Test) -> Atom? {
    let inflection = inflection(test.inflection, at: test.place)
    switch test.kind {
    case .literal(let text):
      let key = key(of: text, at: test.place)
      return key.map { inflection == .none ? .literal(key: $0) : .lemma(key: $0, inflection) }
    case .lemma(let text):
      return key(of: text, at: test.place).map { .lemma(key: $0, inflection) }
    case .integer(let range): return .integer(range, inflection)
    case .digits(let count): return .digits(count, inflection)
    case .roman(let range): return .roman(range, inflection)
    case .shape(let name):
      guard let shape = ShapeNames.all[name] else {
        let hint = NearestName.hint(name, among: ShapeNames.all.keys)
        report("no shape is called \"\(name)\"\(hint)", at: test.place)
        return nil
      }
      return .shape(shape)
    case .ending(let endings):
      return .ending(endings.flatMap { environment.tokens($0) }, inflection)
    case .any: return .word(inflection == .none ? .any : inflection)
    case .likely: return .likely(inflection == .none ? .any : inflection)
    case .unlisted: return .unlisted
    case .glued: return .glued
    case .first: return .first
    case .sentenceStart: return .sentenceStart
    case .sentenceEnd: return .sentenceEnd
    case .lexicon, .mention: return nil
    }
  }

  private mutating func key(of text: String, at place: Place) -> UInt32? {
    let tokens = environment.tokens(text)
    guard tokens.count == 1 else {
      report(
        "\"\(text)\" is \(tokens.count) tokens; write them one by one, joined with \"~\"", at: place
      )
      return nil
    }
    return trie.key(tokens[0])
  }
}

extension Item.Test {
  /// May stand for several tokens.
  fileprivate var isWide: Bool {
    switch kind {
    case .lexicon, .mention: true
    default: false
    }
  }
}
