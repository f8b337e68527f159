import RuleSyntax
import TextModel

/// A compiled rule set: immutable, shared by all workers.
public struct RuleProgram: Sendable {
  /// The rules in file order.
  public internal(set) var rules: [CompiledRule] = []
  /// The lexicons in the order in which the rule set names them.
  public internal(set) var lexicons: [Lexicon] = []
  /// Labels that rules give or ask for; tags name them behind all lists.
  var labels: [String] = []
  /// Lists of lexicon rows that rules ask for.
  var lists: [List] = []
  var trie = NameTrie()
  var atoms: [Atom] = []
  var predicates: [Predicate] = []
  var phases: [Automaton] = []
  var index = AtomIndex()
  var phaseIndex = PhaseIndex()
  var inflectional = FeatureSet()
  /// The features that the morphology gives, by name.
  var featureNames: [String: FeatureSet] = [:]
  /// What is likely wrong in the rules and lexicons.
  public internal(set) var warnings: [Diagnostic] = []

  /// The rows of a lexicon that pass filters.
  struct List: Hashable, Sendable {
    var lexicon: Int
    var filters: [Item.Filter]
  }

  /// The symbol that tags use for a label.
  func symbol(ofLabel label: Int) -> Int { lists.count + label }
}

/// A rule, ready to run.
public struct CompiledRule: Sendable {
  /// The rule's unique name.
  public var id: String
  /// What its matches are called.
  public var label: String
  /// Wins over equally long matches of lower priority.
  public var priority: Int
  /// How sure a match is, above 0 and up to 1.
  public var confidence: Double
  /// The phase in which it runs.
  public var phase: Int
  /// The names of its captured parts; part `n` is saved in slots `2n` and `2n + 1`.
  var captures: [Capture]
  var labelIndex: Int
  var layer: Int
  var acceptance: Int
  /// The lexicons that its own pattern asks for.
  public var lexicons: [Int]
  /// Part of the pattern is context.
  var isMarked: Bool
  /// The pattern may cover the edges of a sentence.
  var needsCaptures: Bool
  var values: [String: CompiledExpression]

  /// The label is the rules' own business: it begins with a small letter.
  var isInternal: Bool { label.utf8.first.map { (0x61...0x7A).contains($0) } ?? false }

  struct Capture: Sendable {
    var name: String
    /// The lexicons that occur in the part: where its columns come from.
    var lexicons: [Int] = []
    /// The labels that occur in the part: where its values come from.
    var labels: [Int] = []
  }

  /// The slot of the mention itself, where it is marked.
  static let markedPart = 0
}

/// What the matcher asks of rules all the time.
struct RuleTraits: BitwiseCopyable {
  var priority: Int
  var layer: Int
  var confidence: Double
  var isMarked: Bool
  var needsCaptures: Bool
  var hasValues: Bool
  var isInternal: Bool
  var hasExceptions = false

  init(_ rule: CompiledRule) {
    priority = rule.priority
    layer = rule.layer
    confidence = rule.confidence
    isMarked = rule.isMarked
    needsCaptures = rule.needsCaptures
    hasValues = !rule.values.isEmpty
    isInternal = rule.isInternal
  }
}

/// An expression with its names resolved and its types checked.
indirect enum CompiledExpression: Sendable {
  case integer(Int)
  case decimal(Int)
  case text(String)
  case capture(Int, ValueType)
  case column(capture: Int, name: String, ValueType)
  case call(name: String, ValueFunction, [CompiledExpression?])
}
