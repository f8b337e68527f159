import TextModel

/// What tells of three tokens by their words alone that no match of some phases begins with them.
///
/// Patterns have a bit each; those behind the 63rd share the last one.
final class PhaseFilter {
  let phases: [Int]
  private let classes: WordClasses
  /// Words tell of the first token: no pattern begins with a place in the sentence, a mention or
  /// anything at all.
  private var isTelling = true
  /// What the patterns ask of their first three tokens, by the predicate that they ask for.
  private var stepsOf: [[Step]] = []
  /// The patterns that may begin with a name of several words.
  private var named: UInt64 = 0
  /// The patterns of which a word does not tell whether they go on with it, by its place.
  private var open: [UInt64] = [0, 0, 0]
  /// For each class of words which patterns it lets through, once asked.
  private let known = PlainBuffer<Passage>()

  private struct Step {
    /// The token's place, from 0.
    var place: Int
    var pattern: UInt64
    /// The pattern may be met with this token.
    var isEnd: Bool
  }

  private struct Passage: BitwiseCopyable {
    var isKnown = false
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var endsFirst: UInt64 = 0
    var endsSecond: UInt64 = 0
  }

  /// - Complexity: O(states of the phases).
  init(phases: [Int], program: RuleProgram, classes: WordClasses) {
    self.phases = phases
    self.classes = classes
    stepsOf = Array(repeating: [], count: program.predicates.count)
    var count = 0
    for phase in phases {
      let automaton = program.phases[phase]
      for acceptance in automaton.acceptances where !acceptance.isException {
        add(acceptance.start, of: automaton, as: 1 << UInt64(min(count, 63)), program)
        count += 1
      }
    }
  }

  /// Forgets what is known of classes: their numbers name others from now on.
  func forgetClasses() { known.removeAll() }

  /// Whether a match may begin at any token.
  func mayMatch(_ tokens: TokenTable, _ types: WordTypes, _ keys: TypeKeys) -> Bool {
    guard isTelling, !classes.isFull else { return true }
    // The patterns that go on behind a name, however long it is.
    var behindNames: UInt64 = 0
    var first: UInt64 = 0
    var second: UInt64 = 0
    for type in tokens.types {
      let passage = passage(of: classes.number(of: type, types))
      if second & passage.third != 0 { return true }
      second = first & passage.second
      if second & (passage.endsSecond | open[2]) != 0 { return true }
      if named != 0, keys.beginsName(type) { behindNames = named }
      first = passage.first | behindNames
      if passage.endsFirst | passage.first & open[1] != 0 { return true }
    }
    return false
  }

  private func passage(of number: Int32) -> Passage {
    let index = Int(number)
    if index < known.count, known[index].isKnown { return known[index] }
    var passage = Passage(isKnown: true)
    classes.forEachPredicate(of: number) { predicate in
      for step in stepsOf[predicate] {
        switch step.place {
        case 0:
          passage.first |= step.pattern
          if step.isEnd { passage.endsFirst |= step.pattern }
        case 1:
          passage.second |= step.pattern
          if step.isEnd { passage.endsSecond |= step.pattern }
        default: passage.third |= step.pattern
        }
      }
    }
    if index >= known.count {
      known.append(repeating: Passage(), count: index + 1 - known.count)
    }
    known[index] = passage
    return passage
  }

  private func add(
    _ start: Int, of automaton: Automaton, as pattern: UInt64, _ program: RuleProgram
  ) {
    var seeds = [start]
    for place in 0..<3 {
      var behind: [Int] = []
      var isOpen = false
      var seen: Set<Int> = []
      var states = automaton.reachable(from: seeds)
      while let state = states.popLast() {
        guard seen.insert(state).inserted,
          case .consume(let predicate, let next) = automaton[state]
        else { continue }
        behind.append(next)
        switch program.question(of: predicate) {
        case .word:
          let isEnd = automaton.reachable(from: [next]).contains { automaton.isAccepting($0) }
          stepsOf[predicate].append(Step(place: place, pattern: pattern, isEnd: isEnd))
        case .name where place == 0: named |= pattern
        // The rest of a name that began the pattern: what is asked next stands behind it.
        case .name where place == 1 && named & pattern != 0:
          states += automaton.reachable(from: [next])
        case .name, .other: isOpen = true
        }
      }
      if isOpen {
        if place == 0 { isTelling = false }
        open[place] |= pattern
        return
      }
      seeds = behind
    }
  }
}

extension RuleProgram {
  fileprivate enum Question {
    /// The word type alone answers.
    case word
    /// A token of a name of several words.
    case name
    /// Anything passes, or what earlier phases found.
    case other
  }

  fileprivate func question(of predicate: Int) -> Question {
    let positive = predicates[predicate].positive.map { atoms[$0] }
    if positive.isEmpty { return .other }
    var question = Question.word
    for atom in positive {
      switch atom {
      case .tag(let tag) where tag.symbol < lists.count: question = .name
      case .tag, .glued, .first, .sentenceStart, .sentenceEnd: return .other
      default: break
      }
    }
    return question
  }
}

extension Automaton {
  fileprivate func isAccepting(_ state: Int) -> Bool {
    if case .accept = self[state] { return true }
    return false
  }
}
