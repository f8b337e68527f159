import TextModel

/// Reads data files into the parts of a grammar and gathers all that is wrong with them.
///
/// A line declares one thing. Lines are read kind by kind, so that a file may name what another
/// declares, in whatever order they come.
struct GrammarBuilder {
  var diagnostics: [Diagnostic] = []
  var alphabet = Alphabet()
  var classes = NameTable()
  var states = NameTable()
  var features = NameTable()
  var harmonies: [String] = []
  /// What an archiphoneme stands for in each harmony.
  var varying: [Unicode.Scalar: [Unicode.Scalar]] = [:]
  var endings: [(letters: [UInt8], harmony: UInt8)] = []
  var finalStates = UInt64.max
  var kept: UInt64 = 0
  var derived: UInt64 = 0
  var agreement: Morphology.Agreement?
  var nucleus: UInt64 = 0
  /// Pairs of letters that may end a base, first letter times 256 plus the second.
  var clusters: Set<UInt16> = []
  var weights = Grammar.Weights()
  var suffixes: [Suffix] = []
  var edges: [SuffixEdge] = []
  var texts: [SuffixText] = []
  var trie: SuffixTrie?
  var alternations: [Alternation] = []
  var irregulars: [IrregularForm] = []

  /// The kinds of line in the order in which they are read.
  private typealias Reader = @Sendable (inout GrammarBuilder, DataLine) -> Void

  private static let directives: [(name: String, read: Reader)] =
    [
      ("class", { $0.readClass($1) }),
      ("harmony", { $0.readHarmony($1) }),
      ("loose", { $0.readLoose($1) }),
      ("spelt", { $0.readSpelt($1) }),
      ("ending", { $0.readEnding($1) }),
      ("vary", { $0.readVary($1) }),
      ("nucleus", { $0.readNucleus($1) }),
      ("cluster", { $0.readCluster($1) }),
      ("states", { $0.readStates($1) }),
      ("group", { $0.readGroup($1) }),
      ("bound", { $0.readBound($1) }),
      ("feature", { $0.readFeature($1) }),
      ("agree", { $0.readAgreement($1) }),
      ("weight", { $0.readWeight($1) }),
      ("alternate", { $0.readAlternation($1) }),
      ("suffix", { $0.readSuffix($1) }),
      ("stem", { $0.readStem($1) }),
      ("form", { $0.readForm($1) }),
    ]

  /// Reads all files; what is wrong is in ``diagnostics`` then, in file order.
  mutating func read(_ files: [SourceFile]) {
    var lines: [String: [DataLine]] = [:]
    var order: [String: Int] = [:]
    for (index, file) in files.enumerated() {
      if order[file.name] == nil { order[file.name] = index }
      for line in 0..<file.lineCount {
        guard let line = DataLine(file, line: line) else { continue }
        guard Self.directives.contains(where: { $0.name == line.directive.text }) else {
          let known = Self.directives.map(\.name).joined(separator: ", ")
          report(
            "“\(line.directive.text)” begins no line; one of these does: \(known)",
            line, line.directive)
          continue
        }
        lines[line.directive.text, default: []].append(line)
      }
    }
    for directive in Self.directives {
      for line in lines[directive.name] ?? [] { directive.read(&self, line) }
    }
    if diagnostics.isEmpty, states.names.isEmpty, let file = files.first {
      diagnostics.append(Diagnostic("no line “states” names the base's state", file: file.name))
    } else if files.isEmpty {
      diagnostics.append(Diagnostic("no data file of the morphology was found", file: ""))
    }
    diagnostics.sort {
      (order[$0.file] ?? 0, $0.line, $0.column) < (order[$1.file] ?? 0, $1.line, $1.column)
    }
  }

  /// Notes an error at a field, or at the whole line.
  mutating func report(_ message: String, _ line: DataLine, _ field: DataLine.Field? = nil) {
    diagnostics.append(Diagnostic(.error, message, in: line.file, at: field?.range ?? line.range))
  }

  /// Checks the number of fields of a line.
  mutating func demand(
    _ line: DataLine, _ count: PartialRangeFrom<Int>, upTo most: Int = .max, _ usage: String
  ) -> Bool {
    if count.lowerBound <= line.fields.count, line.fields.count <= most { return true }
    report("this line has the form: \(usage)", line)
    return false
  }

  /// Allows these options on a line and no others.
  mutating func allow(_ options: [String], on line: DataLine) {
    for (index, option) in line.options.enumerated() {
      if !options.contains(option.key.text) {
        let known = options.isEmpty ? "none" : options.joined(separator: ", ")
        report("no option “\(option.key.text)” here; known: \(known)", line, option.key)
      } else if line.options[..<index].contains(where: { $0.key.text == option.key.text }) {
        report("option “\(option.key.text)” is given twice", line, option.key)
      }
    }
  }

  /// The union of the named bits of a comma-separated list; an error for each unknown name.
  mutating func mask(
    _ field: DataLine.Field, separator: UInt8 = 0x2C, _ kind: String, _ line: DataLine,
    in table: NameTable
  ) -> UInt64 {
    var mask: UInt64 = 0
    for part in field.split(separator) {
      if let bits = table[part.text] {
        mask |= bits
      } else {
        report("no \(kind) “\(part.text)”; declared: \(table.listed)", line, part)
      }
    }
    return mask
  }

  /// The class mask of an option, 0 where it is not given.
  mutating func classMask(_ key: String, _ line: DataLine) -> UInt64 {
    guard let option = line.options.first(where: { $0.key.text == key }) else { return 0 }
    return mask(option.value, "class", line, in: classes)
  }

  /// The option `cost`, 0 where it is not given.
  mutating func cost(_ line: DataLine) -> Int32 {
    guard let option = line.options.first(where: { $0.key.text == "cost" }) else { return 0 }
    return number(option.value, line)
  }

  /// A whole number from -1000 to 1000.
  mutating func number(_ field: DataLine.Field, _ line: DataLine) -> Int32 {
    if let number = Int32(field.text), abs(Int(number)) <= 1000 { return number }
    report("“\(field.text)” is no whole number from -1000 to 1000", line, field)
    return 0
  }

  /// The letters of a string, each of which a class or harmony has named.
  mutating func letters(
    _ scalars: [Unicode.Scalar], _ line: DataLine, _ field: DataLine.Field
  ) -> [UInt8]? {
    var letters: [UInt8] = []
    for scalar in scalars {
      let letter = alphabet.number(of: scalar.value)
      if letter == 0 {
        report("“\(scalar)” is in no class and no harmony", line, field)
        return nil
      }
      letters.append(letter)
    }
    return letters
  }

  /// A letter of a declaring line, enrolled now if it is new.
  mutating func enroll(_ field: DataLine.Field, _ line: DataLine) -> UInt8? {
    let scalars = Array(field.text.unicodeScalars)
    guard scalars.count == 1 else {
      report("“\(field.text)” is not one letter", line, field)
      return nil
    }
    if let letter = alphabet.enroll(scalars[0].value) { return letter }
    report(
      "no room for this letter: there are \(Alphabet.capacity), all up to U+FFFF", line, field)
    return nil
  }
}
