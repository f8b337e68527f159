import TextModel

/// What the predicates of a program ask of a word type, each question once.
///
/// A condition names atoms that must be true and atoms that must be false; predicates that differ in
/// what they ask of the token's place alone share one.
final class TypeConditions {
  /// The condition of each predicate.
  private let ofPredicate = PlainBuffer<Int32>()
  /// The atoms that must be true for each condition.
  private let required: NumberRows
  /// The conditions to try when an atom is true, each under one of its atoms.
  private let tried: NumberRows
  /// The conditions that an atom forbids.
  private let forbidden: NumberRows
  /// When each condition was forbidden last.
  private let stamps: PlainBuffer<UInt32>
  @exclusivity(unchecked) private var stamp: UInt32 = 0

  let count: Int

  /// - Complexity: O(atoms of all predicates).
  init(program: RuleProgram) {
    let questions = NumberPool()
    let question = PlainBuffer<Int32>()
    var required: [[Int]] = []
    var excluded: [[Int]] = []
    var tried: [[Int]] = Array(repeating: [], count: program.atoms.count)
    let isOfPlace = program.atoms.map(\.isOfPlace)
    for predicate in program.predicates {
      question.removeAll()
      for atom in predicate.positive where !isOfPlace[atom] { question.append(Int32(atom)) }
      for atom in predicate.negative where !isOfPlace[atom] { question.append(~Int32(atom)) }
      question.sort()
      let number = questions.intern(question)
      ofPredicate.append(number)
      guard number == required.count else { continue }
      let positive = predicate.positive.filter { !isOfPlace[$0] }
      required.append(positive)
      excluded.append(predicate.negative.filter { !isOfPlace[$0] })
      if let atom = positive.first(where: { program.atoms[$0].isSelective }) ?? positive.first {
        tried[atom].append(Int(number))
      }
    }
    count = required.count
    self.required = NumberRows(required)
    self.tried = NumberRows(tried)
    forbidden = NumberRows(
      inverting: NumberRows(excluded), count: count, into: program.atoms.count)
    stamps = PlainBuffer(repeating: 0, count: count)
  }

  /// The condition of a predicate.
  @inline(__always)
  func condition(of predicate: Int32) -> Int32 { ofPredicate[Int(predicate)] }

  /// Whether a condition holds where no atom is true.
  @inline(__always)
  func holdsOfNothing(_ condition: Int32) -> Bool { required.range(of: Int(condition)).isEmpty }

  /// Calls `body` once with each condition that some atoms answer otherwise than no atom does, in no
  /// order.
  ///
  /// - Parameters:
  ///   - atoms: the atoms that are true.
  ///   - isTrue: the same as a row of all atoms.
  func forEachDifference(
    by atoms: PlainBuffer<Int32>, _ isTrue: PlainBuffer<Bool>, _ body: (Int32) -> Void
  ) {
    if stamp == .max {
      for index in 0..<stamps.count { stamps[index] = 0 }
      stamp = 0
    }
    stamp += 1
    for index in 0..<atoms.count {
      for place in forbidden.range(of: Int(atoms[index])) {
        let condition = forbidden[place]
        guard stamps[Int(condition)] != stamp else { continue }
        stamps[Int(condition)] = stamp
        if holdsOfNothing(condition) { body(condition) }
      }
    }
    for index in 0..<atoms.count {
      for place in tried.range(of: Int(atoms[index])) where holds(tried[place], isTrue) {
        body(tried[place])
      }
    }
  }

  @inline(__always)
  private func holds(_ condition: Int32, _ isTrue: PlainBuffer<Bool>) -> Bool {
    if stamps[Int(condition)] == stamp { return false }
    for place in required.range(of: Int(condition)) where !isTrue[Int(required[place])] {
      return false
    }
    return true
  }
}
