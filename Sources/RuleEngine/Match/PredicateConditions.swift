import TextModel

/// The predicates of a program laid out for being tested all the time.
final class PredicateConditions {
  /// The atoms that must be true for each predicate.
  private let required: NumberRows
  /// Those that must be false.
  private let excluded: NumberRows
  /// The predicates that may be tried when an atom is true, each under one of its atoms.
  private let tried: NumberRows
  /// The predicates that ask for an atom, and those that it forbids.
  private let asking: NumberRows
  private let forbidden: NumberRows
  /// The predicates without an atom that must be true.
  private let negative = PlainBuffer<Int32>()
  /// When each predicate was forbidden last.
  private let stamps: PlainBuffer<UInt32>
  @exclusivity(unchecked) private var stamp: UInt32 = 0

  /// - Complexity: O(atoms of all predicates).
  init(program: RuleProgram) {
    let predicates = program.predicates
    let atomCount = program.atoms.count
    required = NumberRows(predicates.lazy.map(\.positive))
    excluded = NumberRows(predicates.lazy.map(\.negative))
    tried = NumberRows(program.index.predicatesByAtom)
    asking = NumberRows(inverting: required, count: predicates.count, into: atomCount)
    forbidden = NumberRows(inverting: excluded, count: predicates.count, into: atomCount)
    negative.append(contentsOf: program.index.negativePredicates.map { Int32($0) })
    stamps = PlainBuffer(repeating: 0, count: predicates.count)
  }

  /// Calls `body` with each predicate that some atoms pass, in no order.
  ///
  /// - Parameters:
  ///   - atoms: the atoms that are true.
  ///   - isTrue: the same as a row of all atoms.
  func forEachPassed(
    by atoms: PlainBuffer<Int32>, _ isTrue: PlainBuffer<Bool>, _ body: (Int32) -> Void
  ) {
    begin()
    for index in 0..<atoms.count { forbid(by: atoms[index]) }
    for index in 0..<atoms.count {
      for place in tried.range(of: Int(atoms[index])) where holds(tried[place], isTrue) {
        body(tried[place])
      }
    }
    for index in 0..<negative.count where !isForbidden(negative[index]) { body(negative[index]) }
  }

  /// Calls `body` with each predicate that one more atom lets pass, in no order, after which
  /// ``isForbidden(_:)`` tells of those that passed without it which do not pass any more.
  func forEachPassed(
    with atom: Int32, _ isTrue: PlainBuffer<Bool>, _ body: (Int32) -> Void
  ) {
    begin()
    forbid(by: atom)
    for place in asking.range(of: Int(atom)) {
      let predicate = asking[place]
      if holds(predicate, isTrue), !isAnyTrue(of: predicate, isTrue) { body(predicate) }
    }
  }

  /// Whether an atom that is true forbids a predicate.
  @inline(__always)
  func isForbidden(_ predicate: Int32) -> Bool { stamps[Int(predicate)] == stamp }

  private func begin() {
    if stamp == .max {
      for index in 0..<stamps.count { stamps[index] = 0 }
      stamp = 0
    }
    stamp += 1
  }

  @inline(__always)
  private func forbid(by atom: Int32) {
    for place in forbidden.range(of: Int(atom)) { stamps[Int(forbidden[place])] = stamp }
  }

  @inline(__always)
  private func holds(_ predicate: Int32, _ isTrue: PlainBuffer<Bool>) -> Bool {
    if isForbidden(predicate) { return false }
    for place in required.range(of: Int(predicate)) where !isTrue[Int(required[place])] {
      return false
    }
    return true
  }

  @inline(__always)
  private func isAnyTrue(of predicate: Int32, _ isTrue: PlainBuffer<Bool>) -> Bool {
    for place in excluded.range(of: Int(predicate)) where isTrue[Int(excluded[place])] {
      return true
    }
    return false
  }
}
