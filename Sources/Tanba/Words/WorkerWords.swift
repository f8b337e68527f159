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
  let chunks = ChunkTable()
  let nameKeys = NameKeys()
  private(set) lazy var scripts = WorkerScripts(rules, words: self)
  private let rules: RuleSet
  let inflectionalFeatures: FeatureSet
  let keptFeatures: FeatureSet
  private let restorer: LetterRestorer?
  let digits: Transliterator?
  /// Folded endings that may stand apart from the word that they belong to.
  var splitEndings: Set<[UInt8]> { rules.words.splitEndings }
  /// What the lexicons know of each word type.
  private let standings = PlainBuffer<WordStanding>()
  /// What stages look for in each word type.
  let marks = PlainBuffer<WordMarks>()
  /// Whether two neighbouring types are one word, as far as it was asked.
  private var splits: [UInt64: Bool] = [:]
  /// The answers that are kept; memory is bounded whatever the text.
  private static let mostSplits = 1 << 18

  /// For each word type the one that it was typed for, itself where there is nothing to restore.
  private let restored = PlainBuffer<WordTypeID>()

  init(_ rules: RuleSet, types: WordTypes) throws {
    self.types = types
    self.rules = rules
    inflectionalFeatures = rules.words.morphology.inflectionalFeatures
    keptFeatures = rules.words.morphology.keptFeatures
    describer = try WordDescriber(resources: rules.words)
    matcher = RuleMatcher(program: rules.program)
    dictionaryForms = DictionaryForm(
      morphology: rules.words.morphology, describer: describer, matcher: matcher)
    restorer = rules.words.lostLetters.map { [describer, matcher] in
      LetterRestorer($0, describer: describer, matcher: matcher)
    }
    digits = try rules.words.digits?.makeTransliterator()
    words = try rules.wordBreaks.makeIterator()
    sentences = try rules.sentenceBreaks.makeIterator()
  }

  /// The worker's own, made when first asked for.
  static func of(_ worker: Worker, _ rules: RuleSet) throws -> WorkerWords {
    try worker.scratch(for: rules.workerKey) { try WorkerWords(rules, types: worker.wordTypes) }
  }

  /// Describes the word types that were interned since the last call.
  func describeNewTypes() {
    guard types.count > marks.count else { return }
    for type in types.describedCount..<max(types.describedCount, types.count) {
      let type = WordTypeID(type)
      types.describe(type, describer.describe(Array(types.surface(type))))
    }
    matcher.learn(types)
    for type in standings.count..<max(standings.count, types.describedCount) {
      let type = WordTypeID(type)
      var standing: WordStanding = []
      if matcher.isListed(type, inflected: false) { standing.insert([.listed, .inflected]) }
      if matcher.isListed(type, inflected: true) { standing.insert(.inflected) }
      if splitEndings.contains(Array(types.normBytes(type))) { standing.insert(.splitEnding) }
      standings.append(standing)
      marks.append(marks(of: type, standing))
    }
  }

  private func marks(of type: WordTypeID, _ standing: WordStanding) -> WordMarks {
    let shape = types.shape(type)
    let surface = types.surface(type)
    var marks: WordMarks = []
    if case .foreign = LetterScript.wordClass(of: surface) { marks.insert(.foreign) }
    if shape.contains(.digits) { marks.insert([.digits, .digitLike]) }
    if shape.contains(.lower) { marks.insert(.lower) }
    if shape.contains(.capital) {
      marks.insert(.capital)
      if surface.count <= 4, shape.isDisjoint(with: [.initial, .abbreviation]) {
        marks.insert(.digitLike)
      }
    }
    if Self.hyphens.contains(where: { surface.elementsEqual($0) }) { marks.insert(.hyphen) }
    if surface.elementsEqual([UInt8(ascii: "[")]) || Self.isRaisedDigit(surface) {
      marks.insert(.footnote)
    }
    if shape.contains(.lower), !shape.contains(.abbreviation), !standing.contains(.listed),
      !standing.contains(.inflected) || standing.contains(.splitEnding)
    {
      marks.insert(.splitTail)
    }
    return marks
  }

  private static let hyphens = ["-", "\u{2010}", "\u{2011}"].map { Array($0.utf8) }

  private static func isRaisedDigit(_ text: ArraySlice<UInt8>) -> Bool {
    guard (2...3).contains(text.count), text.first! == 0xC2 || text.first! == 0xE2 else {
      return false
    }
    switch String(decoding: text, as: UTF8.self).unicodeScalars.first!.value {
    case 0xB9, 0xB2, 0xB3, 0x2070, 0x2074...0x2079: return true
    default: return false
    }
  }

  /// What the lexicons know of a word type.
  func standing(_ type: WordTypeID) -> WordStanding { standings[Int(type)] }

  /// Whether two neighbouring types are one word: asked once a pair.
  func isSplit(_ head: WordTypeID, _ tail: WordTypeID, decide: () -> Bool) -> Bool {
    let pair = UInt64(head) << 32 | UInt64(tail)
    if let known = splits[pair] { return known }
    let answer = decide()
    if splits.count >= Self.mostSplits { splits.removeAll(keepingCapacity: true) }
    splits[pair] = answer
    return answer
  }

  /// The word type of the word that a type was typed for without the letters that a keyboard lacks.
  func restored(_ type: WordTypeID) -> WordTypeID {
    if Int(type) < restored.count { return restored[Int(type)] }
    while restored.count <= Int(type) {
      restored.append(restore(WordTypeID(restored.count)))
    }
    return restored[Int(type)]
  }

  private func restore(_ type: WordTypeID) -> WordTypeID {
    let shape = types.shape(type)
    guard let restorer, shape.contains(.letters),
      shape.isDisjoint(with: [.latin, .upper, .roman, .mixedCase]),
      !matcher.isListed(type, inflected: true), types.number(type) == nil
    else { return type }
    let form = Array(types.normBytes(type))
    guard let word = restorer.word(for: form, isCapital: shape.contains(.capital)) else {
      return type
    }
    return DictionaryForm.cased(word, like: Array(types.surface(type)))
      .withUnsafeBufferPointer { types.intern($0) }
  }
}
