/// What tells of a token by its word alone that no match of some phases begins with it.
struct PhaseFilter {
  let phases: [Int]
  /// The lanes of the phases' patterns; others may share them.
  let lanes: PhaseIndex.Lanes
  /// A match may begin with a name of several words.
  let asksForNames: Bool
  /// Words alone tell: no pattern begins with a place in the sentence, a mention or anything at all.
  let isTelling: Bool

  /// - Complexity: O(states of the phases).
  init(phases: [Int], program: RuleProgram) {
    var groups: UInt64 = 0
    var asksForNames = false
    var isTelling = true
    for phase in phases {
      groups |= PhaseIndex.bit(ofPhase: phase, isException: false)
      let automaton = program.phases[phase]
      let starts = automaton.acceptances.filter { !$0.isException }.map(\.start)
      for state in automaton.reachable(from: starts) {
        guard case .consume(let predicate, _) = automaton.states[state] else { continue }
        let positive = program.predicates[predicate].positive
        if positive.isEmpty { isTelling = false }
        for atom in positive {
          switch program.atoms[atom] {
          case .tag(let tag):
            if tag.symbol < program.lists.count { asksForNames = true } else { isTelling = false }
          case .glued, .first, .sentenceStart, .sentenceEnd: isTelling = false
          default: break
          }
        }
      }
    }
    var lanes = PhaseIndex.Lanes()
    for (lane, own) in program.phaseIndex.groups.enumerated() where own & groups != 0 {
      lanes[lane / 64] |= 1 << UInt64(lane % 64)
    }
    self.phases = phases
    self.lanes = lanes
    self.asksForNames = asksForNames
    self.isTelling = isTelling
  }
}
