import RuleEngine

/// What the lexicons say of a mention.
struct LexiconFacts {
  /// The rows of the mention, of the lexicons that its rule asks for if there are any.
  private let own: [RowReference]
  private let others: [RowReference]
  private let program: RuleProgram
  private let label: String

  init(rows: [RowReference], rule: CompiledRule, in program: RuleProgram) {
    self.program = program
    label = rule.label
    own = rows.filter { rule.lexicons.contains(Int($0.lexicon)) }
    others = rows.filter { !rule.lexicons.contains(Int($0.lexicon)) }
  }

  /// The codes of things of one kind, and the label of what may bear them.
  private static let schemes: [(prefix: String, labels: Set<String>)] = [
    ("iso3166:", ["GPE", "LOCATION"]), ("kato:", ["GPE", "LOCATION"]), ("iso639:", ["LANGUAGE"]),
  ]

  /// The code that is certain, else those that are possible.
  ///
  /// Certain is what the rule's own lexicons say with one voice, or all lexicons together.
  var references: (ref: String?, candidates: [String]) {
    let certain = codes(of: own)
    if certain.count == 1 { return (certain[0], []) }
    if certain.count > 1 { return (nil, certain) }
    let possible = codes(of: others)
    return possible.count == 1 && own.isEmpty ? (possible[0], []) : (nil, possible)
  }

  private func codes(of rows: [RowReference]) -> [String] {
    var codes: [String] = []
    for row in rows {
      guard let code = cell("ref", of: row), isFitting(code), !codes.contains(code) else {
        continue
      }
      codes.append(code)
    }
    return codes
  }

  private func isFitting(_ code: String) -> Bool {
    guard let scheme = Self.schemes.first(where: { code.hasPrefix($0.prefix) }) else { return true }
    return scheme.labels.contains(label)
  }

  /// The long form of an abbreviation.
  var expansion: String? {
    for row in own + others {
      if let expansion = cell("expansion", of: row) { return expansion }
    }
    for row in own {
      let form = program.lexicons[Int(row.lexicon)].rows[Int(row.row)].form
      guard let canonical = cell("canonical", of: row), form.count > 1,
        form.allSatisfy({ $0.isUppercase })
      else { continue }
      return canonical
    }
    return nil
  }

  private func cell(_ name: String, of reference: RowReference) -> String? {
    let lexicon = program.lexicons[Int(reference.lexicon)]
    guard let column = lexicon.column(name) else { return nil }
    let cell = lexicon.rows[Int(reference.row)].cells[column]
    return cell.isEmpty ? nil : cell
  }
}
