import RuleSyntax
import TextModel

/// Predicates as a rule file writes them, for those who work on rules.
extension RuleProgram {
  /// A predicate as text.
  func describe(predicate number: Int) -> String {
    let predicate = predicates[number]
    let positive = predicate.positive.map { describe(atoms[$0]) }
    let negative = predicate.negative.map { "!" + describe(atoms[$0]) }
    return Array(Set(positive)).sorted().joined(separator: " & ")
      + (negative.isEmpty ? "" : (positive.isEmpty ? "" : " & "))
      + Array(Set(negative)).sorted().joined(separator: " & ")
  }

  private func describe(_ atom: Atom) -> String {
    switch atom {
    case .literal(let key): "\"\(trie.keys.string(key))\""
    case .lemma(let key, let inflection): trie.keys.string(key) + describe(inflection)
    case .list(let list, let inflection): describe(list: list) + describe(inflection)
    case .integer(let range, let inflection):
      "int(\(range.lowerBound)...\(range.upperBound))" + describe(inflection)
    case .roman(let range, let inflection):
      "roman(\(range.lowerBound)...\(range.upperBound))" + describe(inflection)
    case .shape(let shape):
      "shape(\(ShapeNames.all.filter { $0.value == shape }.keys.min() ?? "?"))"
    case .ending(let endings, let inflection):
      "ending("
        + endings.map { "\"\(String(decoding: $0, as: UTF8.self))\"" }.joined(separator: ", ") + ")"
        + describe(inflection)
    case .word(let inflection): "_" + (inflection == .any ? "" : describe(inflection))
    case .tag(let tag):
      switch tag.position {
      case .single, .begin, .member: describe(symbol: tag.symbol)
      case .inside, .end, .exactEnd, .derivedEnd: "the rest of \(describe(symbol: tag.symbol))"
      }
    case .sentenceStart: "^"
    case .sentenceEnd: "$"
    default: "\(atom)"
    }
  }

  private func describe(symbol: Int) -> String {
    symbol < lists.count ? describe(list: symbol) : "<\(labels[symbol - lists.count])>"
  }

  private func describe(list number: Int) -> String {
    let list = lists[number]
    let filters = list.filters.map { ", \($0.column)=\($0.value.isEmpty ? "\"\"" : $0.value)" }
    return "lexicon(\(lexicons[list.lexicon].name)\(filters.joined()))"
  }

  private func describe(_ inflection: Inflection) -> String {
    switch inflection {
    case .none: ""
    case .any: "+"
    case .features(let features): names(of: features).map { "." + $0 }.joined()
    }
  }

  /// The names of features, in the morphology's order.
  public func names(of features: FeatureSet) -> [String] {
    featureNames.filter { features.isSuperset(of: $0.value) && !$0.value.isEmpty }
      .sorted { $0.value.rawValue < $1.value.rawValue }.map(\.key)
  }
}
