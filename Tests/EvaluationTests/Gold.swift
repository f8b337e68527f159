import Tanba

@testable import Evaluation

/// Gold and findings written down as ranges: `mention(0..<4, "GPE")`.
enum Gold {
  static func mention(
    _ range: Range<Int>, _ label: String, optional: Bool = false, alternative: Range<Int>? = nil,
    labels: [String] = [], canonicals: [String] = [], values: [String] = []
  ) -> GoldMention {
    var mention = GoldMention(range: range, label: label)
    mention.isOptional = optional
    mention.alternative = alternative
    mention.alternativeLabels = labels
    mention.canonicals = canonicals
    mention.values = values
    return mention
  }

  static func found(
    _ range: Range<Int>, _ label: String, canonical: String? = nil, value: String? = nil,
    rule: String = "r"
  ) -> PredictedMention {
    PredictedMention(range: range, label: label, canonical: canonical, value: value, rule: rule)
  }

  /// The score of one document of 40 letters.
  static func score(
    _ marked: [GoldMention], _ found: [PredictedMention], in layer: GoldLayer = .names,
    labels: Set<String>? = nil
  ) -> EvaluationResult {
    let text = String(repeating: "abcdefghij", count: 4)
    let document = GoldDocument(id: "d", text: text, layers: [layer: marked])
    let gold = GoldSet(name: "gold", format: .jsonLines, documents: [document])
    var scorer = Scorer(labels: labels)
    return scorer.score(gold, [[layer: found]])
  }

  static func read(_ text: String) throws -> GoldSet {
    try GoldSet(file: SourceFile(name: "gold", text: text))
  }

  /// The places of all errors of a broken file, as `LINE:COLUMN`.
  static func errors(in text: String) -> [String] {
    do throws(GoldError) {
      _ = try GoldSet(file: SourceFile(name: "gold", text: text))
      return []
    } catch {
      return error.diagnostics.map { "\($0.line):\($0.column)" }
    }
  }
}
