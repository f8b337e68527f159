import TextModel

/// What the predicates of a program ask of a token's place: of the names and mentions that it belongs
/// to, of what stands before it.
final class PlaceConditions {
  /// The atoms that must be true for each predicate.
  private let required: NumberRows
  /// Those that must be false.
  private let excluded: NumberRows
  /// The predicates that ask for an atom, and those that it forbids.
  private let asking: NumberRows
  private let forbidden: NumberRows
  /// When each predicate was forbidden last.
  private let stamps: PlainBuffer<UInt32>
  @exclusivity(unchecked) private var stamp: UInt32 = 0

  /// - Complexity: O(atoms of all predicates).
  init(program: RuleProgram) {
    let predicates = program.predicates
    let atoms = program.atoms
    required = NumberRows(predicates.lazy.map { $0.positive.filter { atoms[$0].isOfPlace } })
    excluded = NumberRows(predicates.lazy.map { $0.negative.filter { atoms[$0].isOfPlace } })
    asking = NumberRows(inverting: required, count: predicates.count, into: atoms.count)
    forbidden = NumberRows(inverting: excluded, count: predicates.count, into: atoms.count)
    stamps = PlainBuffer(repeating: 0, count: predicates.count)
  }

  /// Whether a predicate asks for no atom of the place.
  func holdsOfNothing(_ predicate: Int) -> Bool { required.range(of: predicate).isEmpty }

  /// Calls `body` with each predicate that one more atom lets hold, in no order, after which
  /// ``isForbidden(_:)`` tells of those that held without it which do not any more.
  ///
  /// - Parameter isTrue: the atoms that are true, with the new one, as a row of all atoms.
  func forEachHeld(with atom: Int32, _ isTrue: PlainBuffer<Bool>, _ body: (Int32) -> Void) {
    if stamp == .max {
      for index in 0..<stamps.count { stamps[index] = 0 }
      stamp = 0
    }
    stamp += 1
    for place in forbidden.range(of: Int(atom)) { stamps[Int(forbidden[place])] = stamp }
    for place in asking.range(of: Int(atom)) where holds(asking[place], isTrue) {
      body(asking[place])
    }
  }

  /// Whether the atom that was asked about last forbids a predicate.
  @inline(__always)
  func isForbidden(_ predicate: Int32) -> Bool { stamps[Int(predicate)] == stamp }

  @inline(__always)
  private func holds(_ predicate: Int32, _ isTrue: PlainBuffer<Bool>) -> Bool {
    if isForbidden(predicate) { return false }
    for place in required.range(of: Int(predicate)) where !isTrue[Int(required[place])] {
      return false
    }
    for place in excluded.range(of: Int(predicate)) where isTrue[Int(excluded[place])] {
      return false
    }
    return true
  }
}
