/// A place where two rule sets do not find the same.
public struct MentionChange: Hashable, Sendable {
  /// How they differ.
  public enum Kind: String, CaseIterable, Sendable {
    /// Only the second finds something.
    case gained
    /// Only the first finds something.
    case lost
    /// Both find something, not the same.
    case changed
  }

  /// How they differ.
  public var kind: Kind
  /// What of a changed mention differs: span, label, value, canonical.
  public var aspects: [String]
  /// The document's id.
  public var document: String
  /// Some text before the mention.
  public var before: String
  /// The text of the mention: the second rule set's, where it has one.
  public var text: String
  /// Some text behind it.
  public var after: String
  /// What the first rule set finds.
  public var first: PredictedMention?
  /// The text of what the first rule set finds.
  public var firstText: String?
  /// What the second rule set finds.
  public var second: PredictedMention?

  /// The rule in question: the second rule set's, where it has one.
  public var rule: String { second?.rule ?? first?.rule ?? "" }
}

/// All differences between what two rule sets find.
public struct MentionChanges: Sendable {
  /// Mentions that are the same in all respects but the rule.
  public var same = 0
  /// Those of them that another rule finds.
  public var byAnotherRule = 0
  /// The numbers of changes by kind.
  public var counts: [MentionChange.Kind: Int] = [:]
  /// The numbers of changes by rule and kind.
  public var byRule: [String: [MentionChange.Kind: Int]] = [:]
  /// The first changes of each kind and rule, in corpus order.
  public private(set) var examples: [MentionChange] = []
  private var exampleCounts: [String: Int] = [:]
  private let examplesPerRule: Int

  private static let contextLength = 36

  /// Prepares to compare; keeps `examplesPerRule` changes of each kind and rule.
  public init(examplesPerRule: Int) { self.examplesPerRule = examplesPerRule }

  /// Whether both find the same.
  public var isEmpty: Bool { counts.values.allSatisfy { $0 == 0 } }

  /// Compares what is found in one document.
  ///
  /// - Complexity: O(mentions × log mentions), and O(length of the text) where something differs.
  public mutating func compare(
    _ first: [GoldLayer: [PredictedMention]], _ second: [GoldLayer: [PredictedMention]],
    id: String, text: String
  ) {
    guard first != second else {
      same += first.values.reduce(0) { $0 + $1.count }
      return
    }
    let document = GoldDocument(id: id, text: text, layers: [:])
    for layer in GoldLayer.allCases {
      compare(first[layer] ?? [], second[layer] ?? [], document)
    }
  }

  private mutating func compare(
    _ first: [PredictedMention], _ second: [PredictedMention], _ document: GoldDocument
  ) {
    let marks = first.map { GoldMention(range: $0.range, label: $0.label) }
    let pairs = SpanMatcher(marks, second, .contact)
    for (index, mention) in first.enumerated() {
      guard let other = pairs.found[index].map({ second[$0] }) else {
        note(.lost, [], mention, nil, document)
        continue
      }
      var aspects: [String] = []
      if mention.range != other.range { aspects.append("span") }
      if mention.label != other.label { aspects.append("label") }
      if mention.value != other.value { aspects.append("value") }
      if mention.canonical != other.canonical { aspects.append("canonical") }
      if aspects.isEmpty {
        same += 1
        byAnotherRule += mention.rule == other.rule ? 0 : 1
      } else {
        note(.changed, aspects, mention, other, document)
      }
    }
    for (index, mention) in second.enumerated() where pairs.marked[index] == nil {
      note(.gained, [], nil, mention, document)
    }
  }

  private mutating func note(
    _ kind: MentionChange.Kind, _ aspects: [String], _ first: PredictedMention?,
    _ second: PredictedMention?, _ document: GoldDocument
  ) {
    guard let shown = second ?? first else { return }
    counts[kind, default: 0] += 1
    byRule[shown.rule, default: [:]][kind, default: 0] += 1
    let key = "\(kind.rawValue) \(shown.rule)"
    guard exampleCounts[key, default: 0] < examplesPerRule else { return }
    exampleCounts[key, default: 0] += 1
    let (before, after) = document.context(of: shown.range, length: Self.contextLength)
    examples.append(
      MentionChange(
        kind: kind, aspects: aspects, document: document.id, before: before,
        text: document.text(shown.range), after: after, first: first,
        firstText: first.map { document.text($0.range) }, second: second))
  }
}
