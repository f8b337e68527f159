/// Lines that declare suffixes, alternations and irregular forms.
extension GrammarBuilder {
  /// A template with its archiphonemes filled in, for the harmonies in which it reads so.
  private struct Filled {
    var scalars: [Unicode.Scalar]
    var harmonies: UInt8

    var bytes: [UInt8] { scalars.flatMap { Array(String($0).utf8) } }
  }

  /// The surfaces of templates in all harmonies, those that read the same merged.
  private func fill(_ templates: [String]) -> [(surfaces: [[Unicode.Scalar]], harmonies: UInt8)] {
    var filled: [(surfaces: [[Unicode.Scalar]], harmonies: UInt8)] = []
    for harmony in 0..<max(1, harmonies.count) {
      let surfaces = templates.map { $0.unicodeScalars.map { varying[$0]?[harmony] ?? $0 } }
      let bit = UInt8(1) << UInt8(harmony)
      if let index = filled.firstIndex(where: { $0.surfaces == surfaces }) {
        filled[index].harmonies |= bit
      } else {
        filled.append((surfaces, bit))
      }
    }
    // What reads the same in every harmony agrees with all.
    if filled.count == 1 { filled[0].harmonies = .max }
    return filled
  }

  /// `suffix FEATURE+… STATE,… > STATE VARIANT…`, a variant being `[CLASS,…:]TEMPLATE[?]`.
  mutating func readSuffix(_ line: DataLine) {
    allow(["cost"], on: line)
    let usage = "suffix FEATURE+… STATE,… > STATE [CLASS,…:]TEMPLATE[?]… cost=N"
    guard demand(line, 5..., usage) else { return }
    guard line.fields[2].text == ">" else {
      report("“>” belongs here: \(usage)", line, line.fields[2])
      return
    }
    let features = mask(line.fields[0], separator: 0x2B, "feature", line, in: self.features)
    let from = mask(line.fields[1], "state", line, in: states)
    let to = mask(line.fields[3], "state", line, in: states)
    if to.nonzeroBitCount > 1 {
      report("a suffix leads to one state, not to a group", line, line.fields[3])
    }
    var suffix = Suffix(features: features, from: from, to: to, cost: cost(line))
    let first = edges.count
    for field in line.fields[4...] { readVariant(field, line, suffix) }
    suffix.variants = first..<edges.count
    suffixes.append(suffix)
  }

  private mutating func readVariant(
    _ field: DataLine.Field, _ line: DataLine, _ suffix: Suffix
  ) {
    let parts = field.split(0x3A)
    guard parts.count <= 2, var template = parts.last?.text, !template.isEmpty else {
      report("a variant has the form [CLASS,…:]TEMPLATE[?]", line, field)
      return
    }
    let isReadOnly = template.utf8.last == 0x3F
    if isReadOnly { template.removeLast() }
    let needsUnknownStem = parts.count == 2 && parts[0].text == "none"
    var after: UInt64 = 0
    if parts.count == 2, !needsUnknownStem { after = mask(parts[0], "class", line, in: classes) }
    guard !template.isEmpty else {
      report("a variant has letters before “?”", line, field)
      return
    }
    for form in fill([template]) {
      guard let letters = letters(form.surfaces[0], line, field) else { return }
      let filled = Filled(scalars: form.surfaces[0], harmonies: form.harmonies)
      var edge = SuffixEdge(
        after: after, before: 0, harmonies: form.harmonies, needsUnknownStem: needsUnknownStem,
        isReadOnly: isReadOnly,
        decidesHarmony: letters.contains { alphabet.harmony(of: $0) != nil },
        isOuter: suffix.features & kept == 0, first: letters[0],
        features: suffix.features, from: suffix.from, to: suffix.to, cost: suffix.cost)
      add(edge, letters, surface: filled.bytes, isolated: filled.bytes, line, field)
      for alternation in alternations where !alternation.isReadOnly {
        guard let altered = self.altered(letters, by: alternation) else { continue }
        edge.before = alternation.before
        edge.first = altered[0]
        let kept = filled.bytes.dropLast(alternation.baseBytes.count)
        add(
          edge, altered, surface: kept + alternation.surfaceBytes, isolated: filled.bytes, line,
          field)
      }
    }
  }

  /// A suffix as it stands before another one that makes its end alternate.
  private func altered(_ letters: [UInt8], by alternation: Alternation) -> [UInt8]? {
    guard letters.count > alternation.base.count,
      letters.suffix(alternation.base.count) == alternation.base[...]
    else { return nil }
    let start = letters.count - alternation.base.count
    if alternation.after != 0 {
      guard alphabet.classes[Int(letters[start - 1])] & alternation.after != 0 else { return nil }
    }
    return letters[..<start] + alternation.surface
  }

  private mutating func add(
    _ edge: SuffixEdge, _ letters: [UInt8], surface: [UInt8], isolated: [UInt8],
    _ line: DataLine, _ field: DataLine.Field
  ) {
    if trie == nil { trie = SuffixTrie(letterCount: alphabet.count) }
    guard edges.count < Int(UInt16.max), trie!.insert(letters, variant: edges.count) else {
      report("the suffixes have too many variants; there is room for 65,535", line, field)
      return
    }
    edges.append(edge)
    texts.append(SuffixText(surface: surface, isolated: isolated))
  }

  /// `alternate BASE:SURFACE… after=CLASS,… before=CLASS,… cost=N`, with `?` behind a pair that
  /// is read but not written.
  mutating func readAlternation(_ line: DataLine) {
    allow(["after", "before", "cost"], on: line)
    guard demand(line, 1..., "alternate BASE:SURFACE[?]… after=CLASS,… before=CLASS,…") else {
      return
    }
    let after = classMask("after", line)
    let before = classMask("before", line)
    if !line.options.contains(where: { $0.key.text == "before" }) {
      report("an alternation says before which classes it stands: before=CLASS,…", line)
    }
    let cost = cost(line)
    for field in line.fields {
      var parts = field.split(0x3A)
      let isReadOnly = field.text.utf8.last == 0x3F
      if isReadOnly { parts[parts.count - 1].text.removeLast() }
      guard parts.count == 2, !parts[0].text.isEmpty, !parts[1].text.isEmpty else {
        report("an alternation has the form BASE:SURFACE[?]", line, field)
        continue
      }
      for form in fill(parts.map(\.text)) {
        guard let base = letters(form.surfaces[0], line, field),
          let surface = letters(form.surfaces[1], line, field)
        else { break }
        alternations.append(
          Alternation(
            base: base, surface: surface,
            baseBytes: Filled(scalars: form.surfaces[0], harmonies: 0).bytes,
            surfaceBytes: Filled(scalars: form.surfaces[1], harmonies: 0).bytes,
            after: after, before: before, harmonies: form.harmonies, isReadOnly: isReadOnly,
            cost: cost))
      }
    }
  }

  /// `stem SURFACE BASE before=CLASS,…`
  mutating func readStem(_ line: DataLine) {
    allow(["before"], on: line)
    guard demand(line, 2..., upTo: 2, "stem SURFACE BASE before=CLASS,…") else { return }
    let before = classMask("before", line)
    if before == 0 {
      report("a stem says before which classes it stands: before=CLASS,…", line)
      return
    }
    addIrregular(line, features: 0, state: 1, before: before)
  }

  /// `form SURFACE BASE FEATURE+… STATE`
  mutating func readForm(_ line: DataLine) {
    allow([], on: line)
    guard demand(line, 4..., upTo: 4, "form SURFACE BASE FEATURE+… STATE") else { return }
    let features = mask(line.fields[2], separator: 0x2B, "feature", line, in: self.features)
    let state = mask(line.fields[3], "state", line, in: states)
    if state.nonzeroBitCount > 1 {
      report("a form stands in one state, not in a group", line, line.fields[3])
    }
    addIrregular(line, features: features, state: state, before: 0)
  }

  private mutating func addIrregular(
    _ line: DataLine, features: UInt64, state: UInt64, before: UInt64
  ) {
    for field in line.fields[..<2] {
      guard letters(Array(field.text.unicodeScalars), line, field) != nil else { return }
    }
    let form = IrregularForm(
      surface: Array(line.fields[0].text.utf8), base: Array(line.fields[1].text.utf8),
      features: features, state: state, before: before)
    let isKnown = irregulars.contains {
      $0.surface == form.surface && $0.base == form.base && $0.features == features
        && $0.before == before
    }
    if isKnown {
      report("this form is given twice", line)
    } else {
      irregulars.append(form)
    }
  }
}
