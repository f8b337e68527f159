import ICUText
import RuleEngine
import TextModel

/// What one worker needs to read words: ICU's iterators and transliterators, and the rule matcher.
final class WorkerWords {
  let types: WordTypes
  let describer: WordDescriber
  let matcher: RuleMatcher
  let dictionaryForms: DictionaryForm
  let words: BreakIterator
  let sentences: BreakIterator
  private(set) lazy var scripts = WorkerScripts(rules, words: self)
  private let rules: RuleSet

  init(_ rules: RuleSet, types: WordTypes) throws {
    self.types = types
    self.rules = rules
    describer = try WordDescriber(resources: rules.words)
    matcher = RuleMatcher(program: rules.program)
    dictionaryForms = DictionaryForm(
      morphology: rules.words.morphology, describer: describer, matcher: matcher)
    words = try rules.wordBreaks.makeIterator()
    sentences = try rules.sentenceBreaks.makeIterator()
  }

  /// The worker's own, made when first asked for.
  static func of(_ worker: Worker, _ rules: RuleSet) throws -> WorkerWords {
    try worker.scratch(for: rules.workerKey) { try WorkerWords(rules, types: worker.wordTypes) }
  }

  /// Describes the word types that were interned since the last call.
  func describeNewTypes() {
    for type in types.describedCount..<max(types.describedCount, types.count) {
      let type = WordTypeID(type)
      types.describe(type, describer.describe(Array(types.surface(type))))
    }
    matcher.learn(types)
  }
}
