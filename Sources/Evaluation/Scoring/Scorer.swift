import Tanba

/// Compares what was found with what is marked.
///
/// The layers are scored each for itself. An optional mention costs nothing if it is missed, counts
/// nothing if it is found, and excuses what overlaps it; a scored mention inside an optional one
/// that was found is not missed.
public struct Scorer {
  private let equality: CanonicalEquality
  private let labels: Set<String>?
  private var result = EvaluationResult()
  private var classes: [String: EvaluationResult.ClassScore] = [:]
  private var groups: [String: Counts] = [:]
  private var rules: [String: RuleOutcome] = [:]

  /// The classes of names that annotation in spans uses: others count only where they are marked.
  private static let nameLabels: Set<String> = [
    "PERSON", "ORGANISATION", "GPE", "LOCATION", "FACILITY", "LAW", "EVENT", "NORP", "POSITION",
  ]
  private static let timeLabels: Set<String> = ["DATE", "TIME", "DURATION", "SET"]
  /// The characters of context on either side of an example.
  private static let contextLength = 36

  /// Prepares to score.
  ///
  /// - Parameter labels: the labels to score; nil for all that the gold annotates.
  /// - Parameter fold: folds one word to lower case and maps look-alike letters.
  public init(labels: Set<String>? = nil, fold: @escaping (String) -> String = { $0.lowercased() })
  {
    self.labels = labels
    equality = CanonicalEquality(fold: fold)
  }

  /// The comparison of a whole file; `found` goes with the documents of `gold`.
  ///
  /// - Complexity: O(mentions × log mentions of a document).
  public mutating func score(
    _ gold: GoldSet, _ found: [[GoldLayer: [PredictedMention]]]
  ) -> EvaluationResult {
    precondition(gold.documents.count == found.count, "a result for every document")
    result = EvaluationResult()
    classes = [:]
    groups = [:]
    rules = [:]
    result.documentCount = gold.documents.count
    let layers = gold.layers
    let scored = scoredLabels(gold)
    for (document, found) in zip(gold.documents, found) {
      var isEmpty = true
      var foundCount = 0
      for layer in layers {
        guard let marked = document.layers[layer] else { continue }
        let accepted = scored[layer] ?? []
        let marks = marked.filter { accepted.contains($0.label) }
        let finds = (found[layer] ?? []).filter { accepted.contains($0.label) }
        isEmpty = isEmpty && marks.isEmpty
        foundCount += finds.count
        score(marks, finds, layer, document)
      }
      result.foundCount += foundCount
      guard isEmpty else { continue }
      result.emptyDocuments.count += 1
      result.emptyDocuments.withFindings += foundCount > 0 ? 1 : 0
      result.emptyDocuments.findings += foundCount
    }
    return finished()
  }

  private func scoredLabels(_ gold: GoldSet) -> [GoldLayer: Set<String>] {
    var scored: [GoldLayer: Set<String>] = [:]
    for layer in gold.layers {
      var known =
        switch layer {
        case .names: Self.nameLabels
        case .times: Self.timeLabels
        case .all: Set(EntityLabel.allCases.map(\.rawValue))
        }
      for document in gold.documents { known.formUnion(document.layers[layer]?.map(\.label) ?? []) }
      scored[layer] = labels.map { known.intersection($0) } ?? known
    }
    return scored
  }

  private mutating func finished() -> EvaluationResult {
    let order = GoldLayer.allCases.map(\.rawValue)
    result.classes = classes.values.filter { !$0.counts.exact.isEmpty }.sorted {
      let left = order.firstIndex(of: $0.layer.rawValue) ?? 0
      let right = order.firstIndex(of: $1.layer.rawValue) ?? 0
      return (left, $0.label) < (right, $1.label)
    }
    result.groups = groups.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    result.rules = rules.values.sorted {
      ($1.errorCount, $1.found, $0.rule) < ($0.errorCount, $0.found, $1.rule)
    }
    return result
  }

  // MARK: One layer of one document

  private mutating func score(
    _ gold: [GoldMention], _ found: [PredictedMention], _ layer: GoldLayer,
    _ document: GoldDocument
  ) {
    result.markedCount += gold.count { !$0.isOptional }
    result.optionalCount += gold.count { $0.isOptional }
    if layer == .times {
      result.markedValueCount += gold.count { !$0.isOptional && !$0.values.isEmpty }
    }
    let optional = Neighbours(gold.filter(\.isOptional).map(\.range))
    for mention in found {
      rules[mention.rule, default: RuleOutcome(rule: mention.rule)].found += 1
    }
    for mode in MatchMode.allCases {
      let pairs = SpanMatcher(gold, found, mode)
      // What lies inside these was found with them.
      let excused = Neighbours(
        gold.indices.filter { gold[$0].isOptional && pairs.found[$0] != nil }
          .map { gold[$0].range })
      for (index, mention) in gold.enumerated() where !mention.isOptional {
        if let hit = pairs.found[index] {
          count(mode, layer, mention.label, document, Counts(hits: 1))
          compare(mention, found[hit], mode, layer, document)
        } else if !excused.covers(mention.range) {
          count(mode, layer, mention.label, document, Counts(misses: 1))
          noteMiss(mention, found, mode, document)
        }
      }
      for (index, mention) in found.enumerated()
      where pairs.marked[index] == nil && optional.touching(mention.range).isEmpty {
        count(mode, layer, mention.label, document, Counts(extras: 1))
        noteExtra(mention, gold, mode, document)
      }
    }
  }

  private mutating func count(
    _ mode: MatchMode, _ layer: GoldLayer, _ label: String, _ document: GoldDocument,
    _ counts: Counts
  ) {
    result.total[mode] += counts
    result.layers[layer, default: ModeCounts()][mode] += counts
    let key = "\(layer.rawValue) \(label)"
    classes[key, default: .init(layer: layer, label: label)].counts[mode] += counts
    guard mode == .exact else { return }
    for group in document.groups { groups[group, default: Counts()] += counts }
  }

  private mutating func compare(
    _ mention: GoldMention, _ hit: PredictedMention, _ mode: MatchMode, _ layer: GoldLayer,
    _ document: GoldDocument
  ) {
    if mode == .contact {
      result.confusions[.init(marked: mention.label, found: hit.label), default: 0] += 1
    }
    if mode == .overlapping, layer == .times, !mention.values.isEmpty {
      result.overlappingValues.count(
        TemporalEquality.accepts(hit.value, among: mention.values))
    }
    guard mode == .exact else { return }
    let key = "\(layer.rawValue) \(mention.label)"
    rules[hit.rule]?.hits += 1
    if layer == .times, !mention.values.isEmpty {
      let isRight = TemporalEquality.accepts(hit.value, among: mention.values)
      result.values.count(isRight)
      classes[key]?.values.count(isRight)
      rules[hit.rule]?.values.count(isRight)
      if !isRight {
        let expected = mention.values.joined(separator: " or ")
        note(.value, hit, document, expected: expected, found: hit.value ?? "no value")
      }
    }
    // The form of another span is another form.
    guard !mention.canonicals.isEmpty, hit.range == mention.range else { return }
    result.canonicalHitCount += 1
    guard let canonical = hit.canonical else { return }
    let isRight = equality.accepts(canonical, among: mention.canonicals, ignoringCase: false)
    result.canonicals.count(isRight)
    result.caselessCanonicals.count(
      isRight || equality.accepts(canonical, among: mention.canonicals, ignoringCase: true))
    classes[key]?.canonicals.count(isRight)
    rules[hit.rule]?.canonicals.count(isRight)
    if !isRight {
      note(.canonical, hit, document, expected: mention.canonicals[0], found: canonical)
    }
  }

  // MARK: Errors

  private mutating func noteMiss(
    _ mention: GoldMention, _ found: [PredictedMention], _ mode: MatchMode,
    _ document: GoldDocument
  ) {
    if mode == .contact {
      result.confusions[.init(marked: mention.label, found: nil), default: 0] += 1
    }
    guard mode == .exact else { return }
    let instead = found.filter { $0.range.overlaps(mention.range) }
      .map { "\($0.label) “\(document.text($0.range))”" }.joined(separator: "; ")
    result.misses.append(
      example(
        .missed, mention.range, mention.label, rule: "", document,
        expected: mention.values.first ?? mention.canonicals.first ?? "", found: instead))
  }

  private mutating func noteExtra(
    _ mention: PredictedMention, _ gold: [GoldMention], _ mode: MatchMode,
    _ document: GoldDocument
  ) {
    if mode == .contact {
      result.confusions[.init(marked: nil, found: mention.label), default: 0] += 1
    }
    guard mode == .exact else { return }
    let marks = gold.filter { $0.range.overlaps(mention.range) }
    rules[mention.rule]?.extras += 1
    if marks.contains(where: { $0.accepts(label: mention.label) }) {
      rules[mention.rule]?.nearHits += 1
    }
    let expected = marks.map { "\($0.label) “\(document.text($0.range))”" }
    note(
      .extra, mention, document, expected: expected.joined(separator: "; "),
      found: mention.value ?? mention.canonical ?? "")
  }

  private mutating func note(
    _ kind: ErrorExample.Kind, _ mention: PredictedMention, _ document: GoldDocument,
    expected: String, found: String
  ) {
    let error = example(
      kind, mention.range, mention.label, rule: mention.rule, document, expected: expected,
      found: found)
    rules[mention.rule]?.errors.append(error)
  }

  private func example(
    _ kind: ErrorExample.Kind, _ range: Range<Int>, _ label: String, rule: String,
    _ document: GoldDocument, expected: String, found: String
  ) -> ErrorExample {
    let (before, after) = document.context(of: range, length: Self.contextLength)
    return ErrorExample(
      kind: kind, document: document.id, label: label, rule: rule, text: document.text(range),
      before: before, after: after, expected: expected, found: found)
  }
}

extension Neighbours {
  /// Whether a range lies wholly inside one of these.
  fileprivate func covers(_ range: Range<Int>) -> Bool {
    touching(range).contains { index in
      self[index].lowerBound <= range.lowerBound && range.upperBound <= self[index].upperBound
    }
  }
}
