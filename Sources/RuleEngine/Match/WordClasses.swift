import TextModel

/// Sorts tokens into classes: two tokens are of one class when their words are of one kind and the
/// same atoms are true of their places, so that no rule can tell them apart.
///
/// Classes are numbered as they are met. For each class it is known at once which patterns can begin
/// with such a token.
final class WordClasses {
  private let program: RuleProgram
  private let kinds: WordKinds
  private let places: PlaceConditions
  /// The class of each word type by itself; -1 where nobody has asked.
  private let classOfType = PlainBuffer<Int32>()
  /// For each class the patterns that it matters to, by their numbers in `lanes`.
  private let usesOfClass = PlainBuffer<Uses>()
  private let lanes = LanePool()
  /// The kind of each class, then the atoms of its place in order; a class is the id of these.
  private let members = NumberPool()
  /// The predicates that tokens of each class pass, in order, as ranges of `predicates`.
  private let predicateEnds = PlainBuffer<Int32>()
  private let predicates = PlainBuffer<Int32>()
  /// The class that a class becomes with one more atom.
  private let additions = TransitionTable()
  /// For each class a row of what the automata call it among their own classes; kept together, since
  /// a token is met by several automata one after the other.
  let own = PlainBuffer<UInt16>()
  /// The length of a row: the number of automata.
  let columnCount: Int
  private(set) var start: Int32 = 0
  private(set) var end: Int32 = 0

  /// ``PhaseIndex/Uses``, each as a number in `lanes`.
  private struct Uses: BitwiseCopyable {
    var starts: Int32
    var wholes: Int32
    var follows: Int32
  }

  // Scratch: what is being classed, which atoms are true of its place, and what it passes.
  private let noted = PlainBuffer<Int32>()
  private let isTrue: PlainBuffer<Bool>
  private let passed = PlainBuffer<Int32>()

  /// No automaton has asked.
  static let unknown = UInt16.max

  /// So many classes are held before all are forgotten.
  private static let mostClasses = 1 << 17

  init(program: RuleProgram, keys: TypeKeys) {
    self.program = program
    places = PlaceConditions(program: program)
    kinds = WordKinds(program: program, keys: keys, places: places)
    isTrue = PlainBuffer(repeating: false, count: program.atoms.count)
    columnCount = program.phases.count * 2
    removeAll()
  }

  var count: Int { usesOfClass.count }

  /// The patterns that a class matters to.
  @inline(__always)
  func uses(of number: Int32) -> PhaseIndex.Uses {
    let uses = usesOfClass[Int(number)]
    return PhaseIndex.Uses(
      starts: lanes[uses.starts], wholes: lanes[uses.wholes], follows: lanes[uses.follows])
  }

  /// Whether so many classes are known that they should be forgotten between sentences.
  var isFull: Bool { count > Self.mostClasses }

  /// Forgets all classes; numbers given out so far name nothing any more.
  func removeAll() {
    forgetTypes()
    kinds.removeAll()
    members.removeAll()
    predicateEnds.removeAll()
    predicates.removeAll()
    usesOfClass.removeAll()
    lanes.removeAll()
    own.removeAll()
    additions.removeAll()
    let nothing = takeClass(ofKind: 0)
    start = program.index.sentenceStart.map { adding($0, to: nothing) } ?? nothing
    end = program.index.sentenceEnd.map { adding($0, to: nothing) } ?? nothing
  }

  /// Forgets what was known of word types; classes keep their numbers.
  func forgetTypes() { classOfType.removeAll() }

  /// Whether tokens of a class pass a predicate.
  ///
  /// - Complexity: O(log of the predicates that they pass).
  func passes(_ number: Int32, _ predicate: Int) -> Bool {
    let own = predicateRange(of: number)
    var low = own.lowerBound
    var high = own.upperBound
    while low < high {
      let middle = (low + high) / 2
      if predicates[middle] < predicate { low = middle + 1 } else { high = middle }
    }
    return low < own.upperBound && predicates[low] == predicate
  }

  /// Calls `body` with each predicate that tokens of a class pass.
  func forEachPredicate(of number: Int32, _ body: (Int) -> Void) {
    for index in predicateRange(of: number) { body(Int(predicates[index])) }
  }

  private func predicateRange(of number: Int32) -> Range<Int> {
    (number == 0 ? 0 : Int(predicateEnds[Int(number) - 1]))..<Int(predicateEnds[Int(number)])
  }

  /// The class of a word type by itself.
  func number(of type: WordTypeID, _ types: WordTypes) -> Int32 {
    let index = Int(type)
    if index >= classOfType.count {
      classOfType.append(repeating: -1, count: max(types.count, index + 1) - classOfType.count)
    }
    let known = classOfType[index]
    if known >= 0 { return known }
    let number = takeClass(ofKind: kinds.number(of: type, types))
    classOfType[index] = number
    return number
  }

  /// The class of tokens of whose place one more atom is true.
  func adding(_ atom: Int, to number: Int32) -> Int32 {
    let mayBeKnown = max(number, Int32(atom)) < TransitionTable.limit
    if mayBeKnown, let known = additions.next(number, Int32(atom)) { return known }
    let sum = takeClass(with: Int32(atom), beside: number)
    if mayBeKnown, sum < TransitionTable.limit { additions.keep(number, Int32(atom), next: sum) }
    return sum
  }

  /// The class of words of a kind wherever they stand.
  private func takeClass(ofKind kind: Int32) -> Int32 {
    noted.removeAll()
    noted.append(kind)
    let number = members.intern(noted)
    if number == count {
      passed.removeAll()
      kinds.forEachPassed(by: kind) { passed.append($0) }
      passed.sort()
      addClass()
    }
    return number
  }

  /// A class with one more atom.
  private func takeClass(with atom: Int32, beside other: Int32) -> Int32 {
    let own = members.range(of: other)
    let kind = members[own.lowerBound]
    noted.removeAll()
    noted.append(kind)
    var isNoted = false
    for place in own.dropFirst() {
      let next = members[place]
      if next == atom { return other }
      if next > atom, !isNoted {
        noted.append(atom)
        isNoted = true
      }
      noted.append(next)
    }
    if !isNoted { noted.append(atom) }
    let number = members.intern(noted)
    if number == count {
      passed.removeAll()
      for index in 1..<noted.count { isTrue[Int(noted[index])] = true }
      places.forEachHeld(with: atom, isTrue) { predicate in
        if kinds.mayPass(kind, predicate) { passed.append(predicate) }
      }
      for index in 1..<noted.count { isTrue[Int(noted[index])] = false }
      addClass(beside: other)
    }
    return number
  }

  /// Adds a class that passes what is in `passed`, in order.
  private func addClass() {
    var sum = PhaseIndex.Uses()
    for index in 0..<passed.count { sum.add(passed[index], of: program.phaseIndex) }
    predicates.append(passed)
    addClass(sum)
  }

  /// Adds a class that passes what is in `passed` and what another passes that is not forbidden.
  private func addClass(beside other: Int32) {
    passed.sort()
    let first = predicates.count
    var sum = uses(of: other)
    var isLess = false
    var next = 0
    for index in predicateRange(of: other) {
      let predicate = predicates[index]
      if places.isForbidden(predicate) {
        isLess = true
        continue
      }
      while next < passed.count, passed[next] < predicate {
        predicates.append(passed[next])
        next += 1
      }
      predicates.append(predicate)
    }
    while next < passed.count {
      predicates.append(passed[next])
      next += 1
    }
    if isLess {
      sum = PhaseIndex.Uses()
      for index in first..<predicates.count {
        sum.add(predicates[index], of: program.phaseIndex)
      }
    } else {
      for index in 0..<passed.count { sum.add(passed[index], of: program.phaseIndex) }
    }
    addClass(sum)
  }

  /// Adds a class whose predicates stand there, with what they are used for.
  private func addClass(_ sum: PhaseIndex.Uses) {
    predicateEnds.append(Int32(predicates.count))
    usesOfClass.append(
      Uses(
        starts: lanes.intern(sum.starts), wholes: lanes.intern(sum.wholes),
        follows: lanes.intern(sum.follows)))
    own.append(repeating: Self.unknown, count: columnCount)
  }
}
