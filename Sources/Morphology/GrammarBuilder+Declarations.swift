import TextModel

/// Lines that declare names and letters.
extension GrammarBuilder {
  /// `class NAME LETTER… +CLASS…`
  mutating func readClass(_ line: DataLine) {
    allow([], on: line)
    guard demand(line, 2..., "class NAME LETTER… +CLASS…") else { return }
    guard let bit = declare(line.fields[0], line, \.classes, "class") else { return }
    for field in line.fields.dropFirst() {
      if field.text.utf8.first == 0x2B, field.text.utf8.count > 1 {
        guard let other = classes[String(field.text.dropFirst())] else {
          report("no class “\(field.text.dropFirst())” above this line", line, field)
          continue
        }
        for letter in 1..<max(1, alphabet.count) where alphabet.classes[letter] & other != 0 {
          alphabet.add(UInt8(letter), toClass: bit)
        }
      } else if let letter = enroll(field, line) {
        alphabet.add(letter, toClass: bit)
      }
    }
  }

  /// `harmony NAME LETTER…`
  mutating func readHarmony(_ line: DataLine) {
    allow([], on: line)
    guard demand(line, 2..., "harmony NAME LETTER…") else { return }
    let name = line.fields[0]
    guard harmonies.count < 8, !harmonies.contains(name.text) else {
      report(
        harmonies.count < 8
          ? "harmony “\(name.text)” is declared twice" : "there are at most 8 harmonies",
        line, name)
      return
    }
    harmonies.append(name.text)
    for field in line.fields.dropFirst() {
      guard let letter = enroll(field, line) else { continue }
      if alphabet.harmony(of: letter) != nil {
        report("“\(field.text)” decides a harmony already", line, field)
      } else {
        alphabet.setHarmony(UInt8(harmonies.count - 1), of: letter)
      }
    }
  }

  /// `loose HARMONY LETTER…`
  mutating func readLoose(_ line: DataLine) {
    allow([], on: line)
    guard demand(line, 2..., "loose HARMONY LETTER…") else { return }
    guard let harmony = harmony(line.fields[0], line) else { return }
    for field in line.fields.dropFirst() {
      guard let letter = enroll(field, line) else { continue }
      if alphabet.harmony(of: letter) != nil {
        report("“\(field.text)” decides a harmony and can't be loose", line, field)
      } else {
        alphabet.setLooseness(harmony, of: letter)
      }
    }
  }

  /// `spelt HARMONY LETTER…`
  mutating func readSpelt(_ line: DataLine) {
    allow([], on: line)
    guard demand(line, 2..., "spelt HARMONY LETTER…") else { return }
    guard let harmony = harmony(line.fields[0], line) else { return }
    for field in line.fields.dropFirst() {
      guard let letter = enroll(field, line) else { continue }
      alphabet.setSpelling(harmony, of: letter)
    }
  }

  /// `ending HARMONY STRING…`
  mutating func readEnding(_ line: DataLine) {
    allow([], on: line)
    guard demand(line, 2..., "ending HARMONY STRING…") else { return }
    guard let harmony = harmony(line.fields[0], line) else { return }
    for field in line.fields.dropFirst() {
      if let letters = letters(Array(field.text.unicodeScalars), line, field) {
        endings.append((letters, harmony))
      }
    }
  }

  private mutating func harmony(_ field: DataLine.Field, _ line: DataLine) -> UInt8? {
    if let index = harmonies.firstIndex(of: field.text) { return UInt8(index) }
    let known = harmonies.isEmpty ? "none is declared" : harmonies.joined(separator: ", ")
    report("no harmony “\(field.text)”; declared: \(known)", line, field)
    return nil
  }

  /// `vary KEY LETTER…`, a letter for each harmony in the order of their declaration.
  mutating func readVary(_ line: DataLine) {
    allow([], on: line)
    guard demand(line, 2..., "vary KEY LETTER…") else { return }
    let key = Array(line.fields[0].text.unicodeScalars)
    guard key.count == 1, varying[key[0]] == nil, alphabet.number(of: key[0].value) == 0 else {
      report(
        "“\(line.fields[0].text)” must be one character that is no letter and not yet taken",
        line, line.fields[0])
      return
    }
    guard line.fields.count - 1 == harmonies.count else {
      report("one letter for each of \(harmonies.count) harmonies is wanted", line)
      return
    }
    var forms: [Unicode.Scalar] = []
    for field in line.fields.dropFirst() {
      guard enroll(field, line) != nil else { return }
      forms.append(field.text.unicodeScalars.first!)
    }
    varying[key[0]] = forms
  }

  /// `nucleus CLASS…`
  mutating func readNucleus(_ line: DataLine) {
    allow([], on: line)
    guard demand(line, 1..., "nucleus CLASS…") else { return }
    for field in line.fields { nucleus |= mask(field, "class", line, in: classes) }
  }

  /// `cluster STRING…`: pairs of letters that may end a base.
  mutating func readCluster(_ line: DataLine) {
    allow([], on: line)
    guard demand(line, 1..., "cluster STRING…") else { return }
    for field in line.fields {
      let scalars = Array(field.text.unicodeScalars)
      guard scalars.count == 2 else {
        report("“\(field.text)” is not two letters", line, field)
        continue
      }
      guard let pair = letters(scalars, line, field) else { continue }
      clusters.insert(UInt16(pair[0]) << 8 | UInt16(pair[1]))
    }
  }

  /// `states NAME…`; the first name of all is the state of a base.
  mutating func readStates(_ line: DataLine) {
    allow([], on: line)
    guard demand(line, 1..., "states NAME…") else { return }
    for field in line.fields { _ = declare(field, line, \.states, "state") }
  }

  /// `group NAME STATE…`
  mutating func readGroup(_ line: DataLine) {
    allow([], on: line)
    guard demand(line, 2..., "group NAME STATE…") else { return }
    var members: UInt64 = 0
    for field in line.fields.dropFirst() {
      members |= mask(field, "state", line, in: states)
    }
    if !states.alias(line.fields[0].text, members) {
      report("“\(line.fields[0].text)” is declared twice", line, line.fields[0])
    }
  }

  /// `bound STATE…`: no word ends in these states.
  mutating func readBound(_ line: DataLine) {
    allow([], on: line)
    guard demand(line, 1..., "bound STATE…") else { return }
    for field in line.fields { finalStates &= ~mask(field, "state", line, in: states) }
  }

  /// `feature kept|outer|derived NAME…`
  mutating func readFeature(_ line: DataLine) {
    allow([], on: line)
    guard demand(line, 2..., "feature kept|outer|derived NAME…") else { return }
    let role = line.fields[0]
    guard ["kept", "outer", "derived"].contains(role.text) else {
      report("“\(role.text)” is no role of a feature; roles are kept, outer, derived", line, role)
      return
    }
    for field in line.fields.dropFirst() {
      guard let bit = declare(field, line, \.features, "feature") else { continue }
      // A derivation makes another word: its nominative keeps it.
      if role.text != "outer" { kept |= bit }
      if role.text == "derived" { derived |= bit }
    }
  }

  /// `agree OWNER HEAD`: what an owner in the first feature belongs to has the second.
  mutating func readAgreement(_ line: DataLine) {
    allow([], on: line)
    guard demand(line, 2..., upTo: 2, "agree OWNER HEAD") else { return }
    guard agreement == nil else {
      report("an agreement is declared already", line)
      return
    }
    let owner = mask(line.fields[0], "feature", line, in: features)
    let head = mask(line.fields[1], "feature", line, in: features)
    agreement = Morphology.Agreement(
      owner: FeatureSet(rawValue: owner), head: FeatureSet(rawValue: head))
  }

  /// `weight NAME NUMBER`
  mutating func readWeight(_ line: DataLine) {
    allow([], on: line)
    guard demand(line, 2..., upTo: 2, "weight NAME NUMBER") else { return }
    let known: [(String, WritableKeyPath<Grammar.Weights, Int32>)] = [
      ("plain", \.plain), ("harmony", \.harmony), ("short", \.short), ("bare", \.bare),
      ("unaltered", \.unaltered), ("altered", \.altered), ("minimum", \.minimum),
      ("comfortable", \.comfortable), ("cluster", \.cluster),
    ]
    guard let path = known.first(where: { $0.0 == line.fields[0].text })?.1 else {
      let names = known.map(\.0).joined(separator: ", ")
      report("no weight “\(line.fields[0].text)”; known: \(names)", line, line.fields[0])
      return
    }
    weights[keyPath: path] = number(line.fields[1], line)
  }

  private mutating func declare(
    _ field: DataLine.Field, _ line: DataLine, _ table: WritableKeyPath<GrammarBuilder, NameTable>,
    _ kind: String
  ) -> UInt64? {
    let isName = field.text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    guard isName else {
      report("a \(kind)'s name is of the letters a to z, digits and hyphens", line, field)
      return nil
    }
    if self[keyPath: table][field.text] != nil {
      report("\(kind) “\(field.text)” is declared twice", line, field)
      return nil
    }
    if let bit = self[keyPath: table].declare(field.text) { return bit }
    report("there are at most \(NameTable.capacity) of the kind \(kind)", line, field)
    return nil
  }
}
