import TextModel

/// The phases whose matches only mark tokens for later rules, and what is known of them by class.
///
/// Such a phase is one rule with a label that is never given out and has no value, and of which
/// later rules ask no more than whether a token belongs to a match. Most of its matches are single
/// tokens, of which the class alone tells.
final class TokenMarks {
  /// What a class of tokens says of a match that would begin with it.
  enum Verdict: Int8 {
    case unknown
    /// None begins.
    case none
    /// The token is one, and no longer one begins.
    case match
    /// An exception is the token, and no longer one begins.
    case exception
    /// It takes more tokens to say.
    case open
  }

  /// For each phase the atom of tokens that its matches hold; -1 where the phase is another one.
  private let atoms: [Int32]
  /// For each phase what is known of each class.
  private let verdicts: [PlainBuffer<Int8>]
  /// What is to be marked, by the place in the sentence.
  let places = PlainBuffer<Int32>()
  /// Where exceptions of more than one token stand.
  let exceptions = PlainBuffer<Run>()

  init(program: RuleProgram) {
    atoms = program.phases.indices.map { Self.atom(of: $0, in: program) ?? -1 }
    verdicts = atoms.map { _ in PlainBuffer() }
  }

  /// The atom of a phase's matches; nil where the phase does more than mark tokens.
  func atom(of phase: Int) -> Int? { atoms[phase] < 0 ? nil : Int(atoms[phase]) }

  /// What a class says in a phase.
  func verdict(_ phase: Int, _ number: Int32) -> Verdict {
    let verdicts = verdicts[phase]
    guard Int(number) < verdicts.count else { return .unknown }
    return Verdict(rawValue: verdicts[Int(number)]) ?? .unknown
  }

  /// Keeps what a class says in a phase.
  func keep(_ verdict: Verdict, _ phase: Int, _ number: Int32) {
    let verdicts = verdicts[phase]
    let missing = Int(number) + 1 - verdicts.count
    if missing > 0 { verdicts.append(repeating: Verdict.unknown.rawValue, count: missing) }
    verdicts[Int(number)] = verdict.rawValue
  }

  /// Forgets what is known of classes: their numbers name others from now on.
  func forgetClasses() {
    for verdicts in verdicts { verdicts.removeAll() }
  }

  private static func atom(of phase: Int, in program: RuleProgram) -> Int32? {
    let own = program.rules.filter { $0.phase == phase }
    guard own.count == 1, let rule = own.first, rule.isInternal, rule.values.isEmpty,
      !rule.isMarked,
      !program.rules.contains(where: { $0.layer == rule.layer && $0.phase != phase }),
      !program.rules.contains(where: { other in
        other.captures.contains { $0.labels.contains(rule.labelIndex) }
      })
    else { return nil }
    let symbol = program.symbol(ofLabel: rule.labelIndex)
    let tags = program.index.tags.filter { $0.key.symbol == symbol }
    guard tags.count == 1, let (tag, atom) = tags.first, tag.position == .member else { return nil }
    return Int32(atom)
  }
}
