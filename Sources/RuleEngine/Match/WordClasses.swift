import TextModel

/// Sorts tokens into classes: two tokens are of one class when the same atoms are true of them, so
/// that no rule can tell them apart.
///
/// Classes are numbered as they are met. For each class it is known at once in which phases a match
/// can begin with such a token.
final class WordClasses {
  private let program: RuleProgram
  private let atomsOfTypes: TypeAtoms
  /// The class of each word type by itself; -1 where nobody has asked.
  private let classOfType = PlainBuffer<Int32>()
  /// For each class the phases that it matters to.
  let uses = PlainBuffer<PhaseIndex.Uses>()
  /// The atoms of each class, in order, as ranges of `atoms`.
  private let atomEnds = PlainBuffer<Int32>()
  private let atoms = PlainBuffer<Int32>()
  /// The predicates that tokens of each class pass, in order, as ranges of `predicates`.
  private let predicateEnds = PlainBuffer<Int32>()
  private let predicates = PlainBuffer<Int32>()
  /// Class numbers by a hash of their atoms; never above half full.
  private var slots: [Int32]
  /// The class that a class becomes with one more atom.
  private var additions = EdgeTable()
  private(set) var start: Int32 = 0
  private(set) var end: Int32 = 0

  // Scratch: which atoms are true of what is being classed.
  private var isTrue: [Bool]
  private var noted: [Int32] = []
  private var passed: [Int32] = []

  /// So many classes are held before all are forgotten.
  private static let mostClasses = 1 << 18

  init(program: RuleProgram, keys: TypeKeys) {
    self.program = program
    atomsOfTypes = TypeAtoms(program: program, keys: keys)
    isTrue = Array(repeating: false, count: program.atoms.count)
    slots = []
    removeAll()
  }

  var count: Int { uses.count }

  /// Whether so many classes are known that they should be forgotten between sentences.
  var isFull: Bool { count > Self.mostClasses }

  /// Forgets all classes; numbers given out so far name nothing any more.
  func removeAll() {
    forgetTypes()
    for buffer in [atomEnds, atoms, predicateEnds, predicates] { buffer.removeAll() }
    uses.removeAll()
    slots = Array(repeating: -1, count: 1 << 12)
    additions = EdgeTable()
    if let atom = program.index.sentenceStart { note(Int32(atom)) }
    start = takeClass()
    if let atom = program.index.sentenceEnd { note(Int32(atom)) }
    end = takeClass()
  }

  /// Forgets what was known of word types; classes keep their numbers.
  func forgetTypes() { classOfType.removeAll() }

  /// Whether tokens of a class pass a predicate.
  ///
  /// - Complexity: O(log of the predicates that they pass).
  func passes(_ number: Int32, _ predicate: Int) -> Bool {
    var low = start(of: number, predicateEnds)
    var high = Int(predicateEnds[Int(number)])
    while low < high {
      let middle = (low + high) / 2
      if predicates[middle] < predicate { low = middle + 1 } else { high = middle }
    }
    return low < predicateEnds[Int(number)] && predicates[low] == predicate
  }

  /// Calls `body` with each predicate that tokens of a class pass.
  func forEachPredicate(of number: Int32, _ body: (Int) -> Void) {
    for index in start(of: number, predicateEnds)..<Int(predicateEnds[Int(number)]) {
      body(Int(predicates[index]))
    }
  }

  private func start(of number: Int32, _ ends: PlainBuffer<Int32>) -> Int {
    number == 0 ? 0 : Int(ends[Int(number) - 1])
  }

  /// The class of a word type by itself.
  func number(of type: WordTypeID, _ types: WordTypes) -> Int32 {
    let index = Int(type)
    if index >= classOfType.count {
      classOfType.append(repeating: -1, count: max(types.count, index + 1) - classOfType.count)
    }
    let known = classOfType[index]
    if known >= 0 { return known }
    atomsOfTypes.forEachAtom(of: type, types) { note($0) }
    let number = takeClass()
    classOfType[index] = number
    return number
  }

  /// The class of tokens of which one more atom is true.
  func adding(_ atom: Int, to number: Int32) -> Int32 {
    if let known = additions.child(of: UInt32(number), key: UInt32(atom)) { return Int32(known) }
    for index in start(of: number, atomEnds)..<Int(atomEnds[Int(number)]) { note(atoms[index]) }
    note(Int32(atom))
    let sum = takeClass()
    _ = additions.child(of: UInt32(number), key: UInt32(atom), new: UInt32(sum))
    return sum
  }

  private func note(_ atom: Int32) {
    guard !isTrue[Int(atom)] else { return }
    isTrue[Int(atom)] = true
    noted.append(atom)
  }

  /// The class of the noted atoms.
  private func takeClass() -> Int32 {
    noted.sort()
    defer {
      for atom in noted { isTrue[Int(atom)] = false }
      noted.removeAll(keepingCapacity: true)
    }
    let mask = slots.count - 1
    var slot = Self.hash(noted) & mask
    while slots[slot] >= 0 {
      if hasNotedAtoms(slots[slot]) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let number = Int32(uses.count)
    slots[slot] = number
    atoms.append(contentsOf: noted)
    atomEnds.append(Int32(atoms.count))
    addPredicates()
    if uses.count * 2 > slots.count { grow() }
    return number
  }

  private func hasNotedAtoms(_ number: Int32) -> Bool {
    let first = start(of: number, atomEnds)
    guard Int(atomEnds[Int(number)]) - first == noted.count else { return false }
    for index in noted.indices where atoms[first + index] != noted[index] { return false }
    return true
  }

  /// Finds the predicates that the noted atoms pass.
  private func addPredicates() {
    func test(_ number: Int) {
      let predicate = program.predicates[number]
      for atom in predicate.positive where !isTrue[atom] { return }
      for atom in predicate.negative where isTrue[atom] { return }
      passed.append(Int32(number))
    }
    passed.removeAll(keepingCapacity: true)
    for atom in noted {
      for predicate in program.index.predicatesByAtom[Int(atom)] { test(predicate) }
    }
    for predicate in program.index.negativePredicates { test(predicate) }
    passed.sort()
    var sum = PhaseIndex.Uses()
    for predicate in passed {
      let own = program.phaseIndex.uses[Int(predicate)]
      sum.starts |= own.starts
      sum.wholes |= own.wholes
      sum.follows |= own.follows
    }
    predicates.append(contentsOf: passed)
    predicateEnds.append(Int32(predicates.count))
    uses.append(sum)
  }

  private func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    var own: [Int32] = []
    for number in 0..<Int32(uses.count) {
      own.removeAll(keepingCapacity: true)
      for index in start(of: number, atomEnds)..<Int(atomEnds[Int(number)]) {
        own.append(atoms[index])
      }
      var slot = Self.hash(own) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = number
    }
  }

  private static func hash(_ atoms: [Int32]) -> Int {
    var hash: UInt64 = 0
    for atom in atoms { hash = (hash ^ UInt64(UInt32(bitPattern: atom))) &* 0x9E37_79B9_7F4A_7C15 }
    return Int(truncatingIfNeeded: hash >> 20)
  }
}
