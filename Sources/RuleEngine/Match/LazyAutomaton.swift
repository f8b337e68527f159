/// A deterministic automaton over word classes, built from an ``Automaton`` as far as texts need it.
///
/// State 0 is dead, state 1 is the start. Transitions lie in one table of bounded size; when it
/// is full, everything is forgotten and built anew, so memory is bounded whatever the text.
final class LazyAutomaton {
  private let automaton: Automaton
  private let classes: WordClasses
  private var table: [Int32] = []
  private var width = 64
  private var members: [[Int32]] = []
  private var numbers: [[Int32]: Int32] = [:]
  /// The acceptances of each state.
  private(set) var acceptances: [[Int32]] = []
  /// Counts how often the table was thrown away: states of an earlier count are void.
  private(set) var generation = 0

  static let dead: Int32 = 0
  static let start: Int32 = 1
  private static let unknown: Int32 = -1
  /// 16 million transitions, 64 MB.
  private static let maximumCells = 1 << 24
  /// Transitions along classes behind these are not kept: a text with as many different classes is
  /// made to be slow.
  private static let maximumWidth = 1 << 16

  // Scratch of the closure.
  private var stamps: [UInt32]
  private var stamp: UInt32 = 0
  private var stack: [Int32] = []

  init(automaton: Automaton, classes: WordClasses) {
    self.automaton = automaton
    self.classes = classes
    stamps = Array(repeating: 0, count: automaton.states.count)
    reset()
  }

  private func reset() {
    generation += 1
    table.removeAll(keepingCapacity: true)
    width = 64
    members.removeAll()
    numbers.removeAll()
    acceptances.removeAll()
    _ = state([])
    _ = state(closure(automaton.starts.map(Int32.init)))
    if members.count == 1 { members.append([]) }  // A phase without rules: the start is dead too.
  }

  /// Whether any pattern exists.
  var isEmpty: Bool { automaton.acceptances.isEmpty }

  /// The state behind `state` along a token of a class.
  ///
  /// - Complexity: O(1) where the transition is known, else O(states of the automaton).
  func next(_ state: Int32, _ symbol: Int32) -> Int32 {
    if Int(symbol) < width {
      let known = table[Int(state) * width + Int(symbol)]
      if known != Self.unknown { return known }
    }
    return build(state, symbol)
  }

  private func build(_ state: Int32, _ symbol: Int32) -> Int32 {
    var targets: [Int32] = []
    for member in members[Int(state)] {
      if case .consume(let predicate, let next) = automaton.states[Int(member)],
        classes.passes(symbol, predicate)
      {
        targets.append(Int32(next))
      }
    }
    let members = closure(targets)
    let isKept = Int(symbol) < Self.maximumWidth
    var wider = width
    while isKept, Int(symbol) >= wider { wider *= 2 }
    if (self.members.count + 1) * wider > Self.maximumCells {
      if wider > width || numbers[members] == nil {
        reset()
        return self.state(members)
      }
    } else if wider > width {
      widen(to: wider)
    }
    let next = self.state(members)
    if isKept { table[Int(state) * width + Int(symbol)] = next }
    return next
  }

  private func widen(to wider: Int) {
    var grown: [Int32] = []
    grown.reserveCapacity(members.count * wider)
    for row in 0..<members.count {
      grown += table[row * width..<(row + 1) * width]
      grown += repeatElement(row == 0 ? Self.dead : Self.unknown, count: wider - width)
    }
    table = grown
    width = wider
  }

  private func state(_ set: [Int32]) -> Int32 {
    if let known = numbers[set] { return known }
    let number = Int32(members.count)
    numbers[set] = number
    members.append(set)
    acceptances.append(
      set.compactMap {
        if case .accept(let acceptance) = automaton.states[Int($0)] {
          Int32(acceptance)
        } else {
          nil
        }
      })
    table += repeatElement(number == 0 ? Self.dead : Self.unknown, count: width)
    return number
  }

  /// The consuming and accepting states reached from `seeds` without a token, sorted.
  private func closure(_ seeds: [Int32]) -> [Int32] {
    if stamp == .max {
      stamps = Array(repeating: 0, count: stamps.count)
      stamp = 0
    }
    stamp += 1
    stack.removeAll(keepingCapacity: true)
    stack += seeds
    var reached: [Int32] = []
    while let state = stack.popLast() {
      if stamps[Int(state)] == stamp { continue }
      stamps[Int(state)] = stamp
      switch automaton.states[Int(state)] {
      case .split(let targets): for target in targets { stack.append(Int32(target)) }
      case .save(_, let next): stack.append(Int32(next))
      case .consume, .accept: reached.append(state)
      }
    }
    return reached.sorted()
  }
}
