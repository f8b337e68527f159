import TextModel

/// The predicates of a program laid out for being tested all the time.
final class PredicateConditions {
  /// The atoms of each predicate, those that must be false as the number below minus theirs; ranges
  /// by predicate.
  private let atoms = PlainBuffer<Int32>()
  private let ends = PlainBuffer<Int32>()
  /// The predicates to try when an atom is true, as ranges by atom.
  private let tried = PlainBuffer<Int32>()
  private let triedEnds = PlainBuffer<Int32>()

  /// - Complexity: O(atoms of all predicates).
  init(program: RuleProgram) {
    for predicate in program.predicates {
      for atom in predicate.positive { atoms.append(Int32(atom)) }
      for atom in predicate.negative { atoms.append(-1 - Int32(atom)) }
      ends.append(Int32(atoms.count))
    }
    for predicates in program.index.predicatesByAtom {
      for predicate in predicates { tried.append(Int32(predicate)) }
      triedEnds.append(Int32(tried.count))
    }
  }

  /// Whether a predicate holds of what some atoms are true of.
  @inline(__always)
  func holds(_ predicate: Int, _ isTrue: PlainBuffer<Bool>) -> Bool {
    var index = predicate == 0 ? 0 : Int(ends[predicate - 1])
    let end = Int(ends[predicate])
    while index < end {
      let atom = Int(atoms[index])
      if isTrue[atom < 0 ? -1 - atom : atom] == (atom < 0) { return false }
      index += 1
    }
    return true
  }

  /// Calls `body` with each predicate to try when an atom is true.
  @inline(__always)
  func forEachPredicate(under atom: Int, _ body: (Int32) -> Void) {
    var index = atom == 0 ? 0 : Int(triedEnds[atom - 1])
    let end = Int(triedEnds[atom])
    while index < end {
      body(tried[index])
      index += 1
    }
  }
}
