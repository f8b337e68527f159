/// What tells of two tokens by their words alone that no match of some phases begins with them.
struct PhaseFilter {
  let phases: [Int]
  /// The lanes of the phases' patterns; others may share them.
  private(set) var lanes = PhaseIndex.Lanes()
  /// Those of them of which the word of a second token tells nothing.
  private(set) var openLanes = PhaseIndex.Lanes()
  /// A match may begin with a name of several words.
  private(set) var asksForNames = false
  /// Words tell of the first token: no pattern begins with a place in the sentence, a mention or
  /// anything at all.
  private(set) var isTelling = true

  /// - Complexity: O(states of the phases).
  init(phases: [Int], program: RuleProgram) {
    self.phases = phases
    for phase in phases {
      let automaton = program.phases[phase]
      for (number, acceptance) in automaton.acceptances.enumerated() where !acceptance.isException {
        add(
          acceptance.start, of: automaton, in: Int(program.phaseIndex.lanes[phase][number]), program
        )
      }
    }
  }

  private mutating func add(
    _ start: Int, of automaton: Automaton, in lane: Int, _ program: RuleProgram
  ) {
    var bit = PhaseIndex.Lanes()
    bit[lane / 64] = 1 << UInt64(lane % 64)
    lanes |= bit
    var behind: [Int] = []
    for state in automaton.reachable(from: [start]) {
      guard case .consume(let predicate, let next) = automaton[state] else { continue }
      behind.append(next)
      let positive = program.predicates[predicate].positive.map { program.atoms[$0] }
      if positive.isEmpty { isTelling = false }
      for atom in positive where !atom.isOfType {
        if case .tag(let tag) = atom, tag.symbol < program.lists.count {
          asksForNames = true
        } else {
          isTelling = false
        }
      }
    }
    for state in automaton.reachable(from: behind) {
      guard case .consume(let predicate, _) = automaton[state] else { continue }
      let positive = program.predicates[predicate].positive
      if positive.isEmpty || positive.contains(where: { !program.atoms[$0].isOfType }) {
        openLanes |= bit
      }
    }
  }
}

extension Atom {
  /// The word type alone answers.
  fileprivate var isOfType: Bool {
    switch self {
    case .tag, .glued, .first, .sentenceStart, .sentenceEnd: false
    default: true
    }
  }
}
