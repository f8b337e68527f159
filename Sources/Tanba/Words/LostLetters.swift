import RuleEngine
import TextModel

/// Letters that a keyboard lacks, and what is typed in their place.
struct LostLetters: Sendable {
  /// The letters that a typed letter may stand for.
  private let meant: [Unicode.Scalar: [Unicode.Scalar]]
  /// One letter for all that are typed alike.
  private let common: [Unicode.Scalar: Unicode.Scalar]
  /// The same for letters below its count: each is asked of every listed word.
  private let commonBelow: [Unicode.Scalar]
  private let kinds: [Unicode.Scalar: String]
  /// Folded words that are meant where several could be, and that few letters are enough to tell.
  let frequent: Set<[Unicode.Scalar]>
  /// Those of them that are parts of names: sure with a capital too, however short.
  let parts: Set<[Unicode.Scalar]>
  /// Names of features that words which letters are restored to do not have.
  let seldom: [String]

  /// Reads a table with the columns `form`, `meant`, `kind` and `seldom`: letters, and words of the
  /// kinds `word` and `part`.
  ///
  /// - Throws: every finding in the table.
  init(file: SourceFile) throws(DiagnosticList) {
    let table = try Lexicon(name: "lost-letters", file: file)
    guard let column = table.column("meant") else {
      throw DiagnosticList([Diagnostic(.error, "no column \"meant\"", in: file, line: 0)])
    }
    var meant: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    var common: [Unicode.Scalar: Unicode.Scalar] = [:]
    var kinds: [Unicode.Scalar: String] = [:]
    var frequent: Set<[Unicode.Scalar]> = []
    var parts: Set<[Unicode.Scalar]> = []
    let kind = table.column("kind")
    seldom =
      table.column("seldom").map { column in
        table.rows.flatMap { $0.cells[column].split(separator: " ").map(String.init) }
      } ?? []
    for row in table.rows {
      if let kind, ["word", "part"].contains(row.cells[kind]) {
        frequent.insert(Array(row.form.unicodeScalars))
        if row.cells[kind] == "part" { parts.insert(Array(row.form.unicodeScalars)) }
        continue
      }
      let letters = Array(row.cells[column].unicodeScalars)
      guard let typed = row.form.unicodeScalars.first, row.form.unicodeScalars.count == 1,
        !letters.isEmpty
      else {
        throw DiagnosticList([
          Diagnostic(.error, "one letter, and those it stands for", in: file, line: row.line)
        ])
      }
      meant[typed, default: []] += letters
      kinds[typed] = kind.map { row.cells[$0] }
      // All that share a letter have one name, that of the first.
      let name = ([typed] + letters).lazy.compactMap { common[$0] }.first ?? typed
      let old = Set(([typed] + letters).compactMap { common[$0] })
      for (letter, known) in common where old.contains(known) { common[letter] = name }
      for letter in [typed] + letters { common[letter] = name }
    }
    self.meant = meant
    self.kinds = kinds
    self.frequent = frequent
    self.parts = parts
    self.common = common
    commonBelow = (0..<0x530).map { value in
      let letter = Unicode.Scalar(UInt16(value))!
      return common[letter] ?? letter
    }
  }

  /// The keyboard lacks the letter.
  func isLacking(_ letter: Unicode.Scalar) -> Bool {
    common[letter] != nil && meant[letter] == nil
  }

  /// The letter seldom stands for itself where it may stand for another.
  func isTelling(_ letter: Unicode.Scalar) -> Bool { kinds[letter] == "telling" }

  /// The letter is rare in whole words.
  func isRare(_ letter: Unicode.Scalar) -> Bool { kinds[letter] == "rare" }

  /// A form in which all letters that are typed alike are one.
  func skeleton(of form: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    form.map {
      $0.value < commonBelow.count ? commonBelow[Int($0.value)] : common[$0] ?? $0
    }
  }

  /// Whether a form may have been typed for a word of as many letters.
  func mayStand(_ form: ArraySlice<Unicode.Scalar>, for word: [Unicode.Scalar]) -> Bool {
    zip(form, word).allSatisfy { $0 == $1 || meant[$0]?.contains($1) == true }
  }

  /// The forms that a form may have been typed for, itself among them; none if they are too many.
  func readings(of form: ArraySlice<Unicode.Scalar>, limit: Int = 96) -> [[Unicode.Scalar]] {
    var count = 1
    for letter in form {
      count *= 1 + (meant[letter]?.count ?? 0)
      if count > limit { return [] }
    }
    var readings = [Array(form)]
    for (index, letter) in form.enumerated() {
      guard let others = meant[letter] else { continue }
      readings = readings.flatMap { reading in
        [reading]
          + others.map { other in
            var changed = reading
            changed[index] = other
            return changed
          }
      }
    }
    return readings
  }
}
