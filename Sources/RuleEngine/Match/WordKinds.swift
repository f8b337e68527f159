import TextModel

/// Sorts word types into kinds: two types are of one kind when they answer alike whatever predicates
/// ask of a type. What else is true of them, no rule can tell.
///
/// Kinds are numbered as they are met; kind 0 is that of no word, of which no atom is true.
final class WordKinds {
  private let atomsOfTypes: TypeAtoms
  private let conditions: TypeConditions
  /// The conditions that each kind answers otherwise than kind 0, in order.
  private let pool = NumberPool()
  /// Rows of atoms that types were found to have, and the kind of each.
  private let rows = NumberPool()
  private let kindOfRow = PlainBuffer<Int32>()
  /// The predicates that ask nothing of the place, under the condition that they ask of the type.
  private let simple: NumberRows
  /// Those of them that kind 0 passes.
  private let passedByNothing = PlainBuffer<Int32>()

  // Scratch: which atoms are true of the type at hand, and by what a kind differs from kind 0.
  private let isTrue: PlainBuffer<Bool>
  private let noted = PlainBuffer<Int32>()
  private let differences = PlainBuffer<Int32>()
  private let differs: PlainBuffer<Bool>
  @exclusivity(unchecked) private var laidOut: Int32 = 0

  init(program: RuleProgram, keys: TypeKeys, places: PlaceConditions) {
    atomsOfTypes = TypeAtoms(program: program, keys: keys)
    conditions = TypeConditions(program: program)
    isTrue = PlainBuffer(repeating: false, count: program.atoms.count)
    differs = PlainBuffer(repeating: false, count: conditions.count)
    var simple: [[Int]] = Array(repeating: [], count: conditions.count)
    for predicate in program.predicates.indices where places.holdsOfNothing(predicate) {
      let condition = conditions.condition(of: Int32(predicate))
      simple[Int(condition)].append(predicate)
      if conditions.holdsOfNothing(condition) { passedByNothing.append(Int32(predicate)) }
    }
    self.simple = NumberRows(simple)
    removeAll()
  }

  /// The kind of a word type.
  func number(of type: WordTypeID, _ types: WordTypes) -> Int32 {
    atomsOfTypes.forEachAtom(of: type, types) { atom in
      guard !isTrue[Int(atom)] else { return }
      isTrue[Int(atom)] = true
      noted.append(atom)
    }
    noted.sort()
    let row = rows.intern(noted)
    if row == kindOfRow.count { kindOfRow.append(kindOfNoted()) }
    for index in 0..<noted.count { isTrue[Int(noted[index])] = false }
    noted.removeAll()
    return kindOfRow[Int(row)]
  }

  private func kindOfNoted() -> Int32 {
    conditions.forEachDifference(by: noted, isTrue) { differences.append($0) }
    differences.sort()
    let kind = pool.intern(differences)
    differences.removeAll()
    return kind
  }

  /// Calls `body` with each predicate that words of a kind pass wherever they stand, in no order.
  func forEachPassed(by kind: Int32, _ body: (Int32) -> Void) {
    for place in pool.range(of: kind) {
      let condition = pool[place]
      guard !conditions.holdsOfNothing(condition) else { continue }
      for place in simple.range(of: Int(condition)) { body(simple[place]) }
    }
    for index in 0..<passedByNothing.count where mayPass(kind, passedByNothing[index]) {
      body(passedByNothing[index])
    }
  }

  /// Whether words of a kind answer as a predicate asks, in the right place.
  ///
  /// - Complexity: O(1), or O(conditions that tell two kinds apart) where another kind was asked
  ///   about last.
  func mayPass(_ kind: Int32, _ predicate: Int32) -> Bool {
    if kind != laidOut {
      for place in pool.range(of: laidOut) { differs[Int(pool[place])] = false }
      for place in pool.range(of: kind) { differs[Int(pool[place])] = true }
      laidOut = kind
    }
    let condition = conditions.condition(of: predicate)
    return differs[Int(condition)] != conditions.holdsOfNothing(condition)
  }

  /// Forgets all kinds but kind 0.
  func removeAll() {
    if pool.count > 0 {
      for place in pool.range(of: laidOut) { differs[Int(pool[place])] = false }
    }
    laidOut = 0
    rows.removeAll()
    kindOfRow.removeAll()
    pool.removeAll()
    _ = pool.intern(differences)
  }
}
