import TextModel

/// For each predicate the patterns that it lets begin: what rules out most places before any
/// automaton runs.
///
/// Patterns are bundled into lanes, a bit each, and a lane is of few patterns of one group. The
/// rules of each phase are a group, and their exceptions are one.
struct PhaseIndex: Sendable {
  /// A set of lanes.
  typealias Lanes = SIMD8<UInt64>

  /// What one predicate, or all that a class of tokens passes, decides.
  struct Uses: Equatable, BitwiseCopyable, Sendable {
    /// A match may begin with a token that passes.
    var starts = Lanes()
    /// A match may be such a token alone.
    var wholes = Lanes()
    /// The second token of a match may pass.
    var follows = Lanes()

    /// Adds what a predicate decides.
    @inline(__always)
    mutating func add(_ predicate: Int32, of index: borrowing PhaseIndex) {
      starts |= index.starts[Int(predicate)]
      wholes |= index.wholes[Int(predicate)]
      follows |= index.follows[Int(predicate)]
    }
  }

  /// ``Uses`` of each predicate: a row for each of its sets, since a set fits registers.
  let starts: PlainRow<Lanes>
  let wholes: PlainRow<Lanes>
  let follows: PlainRow<Lanes>
  /// The groups of each lane, as ``bit(ofPhase:isException:)`` numbers them.
  let groups: PlainRow<UInt64>
  /// The lane of each pattern of each phase.
  let lanes: [PlainRow<UInt16>]

  private static let laneCount = 512

  init() { self.init(phases: [], predicates: [], atoms: []) }

  /// The patterns that begin with almost any token have lanes of their own: this many at most.
  private static let broadLaneCount = 256

  /// - Complexity: O(states of all phases).
  init(phases: [Automaton], predicates: [Predicate], atoms: [Atom]) {
    var uses = Array(repeating: Uses(), count: predicates.count)
    var groups: [UInt64] = Array(repeating: 0, count: Self.laneCount)
    let lanes = Self.lanes(of: phases, predicates: predicates, atoms: atoms)
    for (phase, (automaton, lanes)) in zip(phases, lanes).enumerated() {
      let isEnd = automaton.accepting
      for (number, acceptance) in automaton.acceptances.enumerated() {
        let lane = lanes[number]
        groups[lane] |= Self.bit(ofPhase: phase, isException: acceptance.isException)
        Self.add(automaton, from: acceptance.start, isEnd, to: lane, &uses)
      }
    }
    starts = PlainRow(uses.map(\.starts))
    wholes = PlainRow(uses.map(\.wholes))
    follows = PlainRow(uses.map(\.follows))
    self.groups = PlainRow(groups)
    self.lanes = lanes.map { PlainRow($0.map { UInt16($0) }) }
  }

  /// The lane of each pattern of each phase. Patterns that almost any token begins would lend their
  /// beginnings to those that they share a lane with; the others of a phase have as many lanes as
  /// they are of all.
  private static func lanes(
    of phases: [Automaton], predicates: [Predicate], atoms: [Atom]
  ) -> [[Int]] {
    let isBroad = phases.map { automaton in
      automaton.acceptances.map { acceptance in
        automaton.reachable(from: [acceptance.start]).contains { state in
          guard case .consume(let predicate, _) = automaton[state] else { return false }
          return !predicates[predicate].positive.contains { atoms[$0].isSelective }
        }
      }
    }
    let all = isBroad.joined()
    let broadCount = all.count { $0 }
    let firstShared = min(broadCount, broadLaneCount)
    let sharedCount = laneCount - firstShared
    let narrowCount = max(1, all.count - broadCount)
    var broad = 0
    var narrow = 0
    return isBroad.map { isBroad in
      let first = narrow * sharedCount / narrowCount
      narrow += isBroad.count { !$0 }
      let count = max(1, narrow * sharedCount / narrowCount - first)
      var own = 0
      return isBroad.map { isBroad in
        if isBroad {
          broad += 1
          return (broad - 1) % firstShared
        }
        own += 1
        return firstShared + min(first + (own - 1) % count, sharedCount - 1)
      }
    }
  }

  func write(to writer: inout ByteWriter) {
    writer.add(row: starts)
    writer.add(row: wholes)
    writer.add(row: follows)
    writer.add(row: groups)
    writer.add(each: lanes) { $0.add(row: $1) }
  }

  init(from reader: inout ByteReader) throws(ByteRecordFailure) {
    starts = try reader.row(of: Lanes.self)
    wholes = try reader.row(of: Lanes.self)
    follows = try reader.row(of: Lanes.self)
    groups = try reader.row(of: UInt64.self)
    lanes = try reader.each { (reader) throws(ByteRecordFailure) in
      try reader.row(of: UInt16.self)
    }
    guard groups.count == Self.laneCount else { throw ByteRecordFailure() }
  }

  private static func add(
    _ automaton: Automaton, from start: Int, _ isEnd: [Bool], to lane: Int, _ uses: inout [Uses]
  ) {
    var bit = Lanes()
    bit[lane / 64] = 1 << UInt64(lane % 64)
    var behind: [Int] = []
    for state in automaton.reachable(from: [start]) {
      guard case .consume(let predicate, let next) = automaton[state] else { continue }
      uses[predicate].starts |= bit
      behind.append(next)
      if isEnd[next] { uses[predicate].wholes |= bit }
    }
    for state in automaton.reachable(from: behind) {
      guard case .consume(let predicate, _) = automaton[state] else { continue }
      uses[predicate].follows |= bit
    }
  }

  /// The bit of a group; all behind the 63rd share the last one.
  static func bit(ofPhase phase: Int, isException: Bool) -> UInt64 {
    1 << UInt64(min(phase * 2 + (isException ? 1 : 0), 63))
  }
}

extension Automaton {
  /// Whether an accepting state is reached from each state without a token.
  fileprivate var accepting: [Bool] {
    var sources: [[Int]] = Array(repeating: [], count: stateCount)
    var stack: [Int] = []
    for state in 0..<stateCount {
      switch self[state] {
      case .split, .save: for target in targets(of: state) { sources[target].append(state) }
      case .accept: stack.append(state)
      case .consume: break
      }
    }
    var isAccepting = Array(repeating: false, count: stateCount)
    while let state = stack.popLast() {
      guard !isAccepting[state] else { continue }
      isAccepting[state] = true
      stack += sources[state]
    }
    return isAccepting
  }
}
