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

  /// For each phase its rule and the atom of tokens that matches hold; nil where the phase does more
  /// than mark tokens.
  private let marks: [(rule: Int, atom: Int)?]
  /// For each phase what is known of each class.
  private let verdicts: [PlainBuffer<Int8>]
  /// What is to be marked, by the place in the sentence.
  let places = PlainBuffer<Int32>()
  /// Where exceptions of more than one token stand.
  let exceptions = PlainBuffer<Run>()

  init(program: RuleProgram) {
    marks = program.phases.indices.map { Self.mark(of: $0, in: program) }
    verdicts = marks.map { _ in PlainBuffer() }
  }

  /// The rule of a phase and what it marks tokens with; nil where the phase does more.
  func mark(of phase: Int) -> (rule: Int, atom: Int)? { marks[phase] }

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

  private static func mark(
    of phase: Int, in program: RuleProgram
  ) -> (rule: Int, atom: Int)? {
    let own = program.rules.indices.filter { program.rules[$0].phase == phase }
    guard own.count == 1 else { return nil }
    let rule = program.rules[own[0]]
    guard rule.isInternal, rule.values.isEmpty,
      !rule.isMarked,
      !program.rules.contains(where: { $0.layer == rule.layer && $0.phase != phase }),
      !program.rules.contains(where: { other in
        other.captures.contains { $0.labels.contains(rule.labelIndex) }
      })
    else { return nil }
    let symbol = program.symbol(ofLabel: rule.labelIndex)
    let tags = program.index.tags.filter { $0.key.symbol == symbol }
    guard tags.count == 1, let (tag, atom) = tags.first, tag.position == .member else { return nil }
    return (own[0], atom)
  }
}
