/// What became of every match of every rule, for those who work on rules.
public final class MatchTrace {
  /// What became of a match.
  public enum Outcome: Hashable, Sendable {
    /// It is given out, unless a later phase absorbs it.
    case won
    /// An exception of its own rule overlaps it.
    case excepted
    /// A better match of the same phase and layer has the place.
    case beaten(by: Int, Range<Int>)
    /// A match of an earlier phase reaches in and out of it.
    case blocked(by: Int, Range<Int>)
    /// It kept its place and gives nothing: its value is impossible.
    case impossible
    /// A match of a later phase took it in.
    case absorbed(by: Int, Range<Int>)
  }

  /// A match and what became of it. Rules are indices in the program.
  public struct Event: Sendable {
    /// The phase.
    public var phase: Int
    /// The rule.
    public var rule: Int
    /// The tokens of the mention.
    public var tokens: Range<Int>
    /// What became of it.
    public var outcome: Outcome
  }

  /// All events, in the order in which they came about.
  public private(set) var events: [Event] = []
  /// The classes of each sentence's tokens as each phase saw them.
  private(set) var passes: [(phase: Int, symbols: [Int32], firstToken: Int)] = []

  /// The time that each phase took: laying out its classes aside, all of its matching.
  public private(set) var phaseTimes: [Int: Duration] = [:]
  /// The time that captures and values of each rule's matches took, a part of its phase's.
  public private(set) var ruleTimes: [Int: Duration] = [:]
  private let takesTimes: Bool
  private var phaseStart = ContinuousClock.now

  /// Creates an empty trace.
  public init(takesTimes: Bool = false) { self.takesTimes = takesTimes }

  /// Forgets the events and passes and keeps the times.
  public func removeEvents() {
    events.removeAll(keepingCapacity: true)
    passes.removeAll(keepingCapacity: true)
  }

  func end(phase: Int) {
    if takesTimes { phaseTimes[phase, default: .zero] += .now - phaseStart }
  }

  /// Now, where times are taken.
  func start() -> ContinuousClock.Instant? { takesTimes ? .now : nil }

  func end(rule: Int, since start: ContinuousClock.Instant?) {
    if let start { ruleTimes[rule, default: .zero] += .now - start }
  }

  func begin(phase: Int, symbols: [Int32], firstToken: Int) {
    if takesTimes { phaseStart = .now }
    passes.append((phase, symbols, firstToken))
  }

  func note(_ outcome: Outcome, _ candidate: Candidate) {
    events.append(
      Event(
        phase: passes.last?.phase ?? 0, rule: candidate.rule,
        tokens: candidate.tokens.range, outcome: outcome))
  }

  func noteAbsorbed(_ match: FoundMatches.Row, by candidate: Candidate) {
    events.append(
      Event(
        phase: passes.last?.phase ?? 0, rule: Int(match.rule),
        tokens: match.tokens.range,
        outcome: .absorbed(by: candidate.rule, candidate.tokens.range)))
  }
}
