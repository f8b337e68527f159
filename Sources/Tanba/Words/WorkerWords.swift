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
  /// What digitisation splits.
  var splitWords: SplitWords { rules.words.splits }
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
  private var restoredInitials: [WordTypeID: WordTypeID] = [:]
  private var restoredSuffixes: [WordTypeID: [UInt8]?] = [:]

  init(_ rules: RuleSet, types: WordTypes) throws {
    self.types = types
    self.rules = rules
    inflectionalFeatures = rules.words.morphology.inflectionalFeatures
    keptFeatures = rules.words.morphology.keptFeatures
    describer = WordDescriber(resources: rules.words)
    matcher = RuleMatcher(program: rules.program)
    dictionaryForms = DictionaryForm(
      morphology: rules.words.morphology, describer: describer, matcher: matcher)
    restorer = rules.words.lostLetters.map { [describer, matcher] letters in
      LetterRestorer(
        letters, morphology: rules.words.morphology, describer: describer, matcher: matcher,
        stems: { rules.typedStems(without: letters) })
    }
    digits = rules.words.digits?.makeTransliterator()
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
      var standing = rules.words.splits.standing(of: Array(types.normBytes(type)))
      if matcher.isListed(type, inflected: true),
        !types.shape(type).contains(.lower) || !isNameOnly(type)
      {
        standing.insert(.inflected)
        if matcher.isListed(type, inflected: false) { standing.insert(.listed) }
      }
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
    if isHyphen(surface) { marks.insert(.hyphen) }
    if Self.quotations.contains(where: { surface.elementsEqual($0) }) { marks.insert(.quotation) }
    if surface.elementsEqual([UInt8(ascii: "[")]) || Self.isRaisedDigit(surface) {
      marks.insert(.footnote)
    }
    if shape.contains(.lower), !shape.contains(.abbreviation), !standing.contains(.listed),
      !standing.contains(.inflected) || standing.contains(.splitEnding)
    {
      marks.insert(.splitTail)
    }
    if !standing.contains(.inflected), shape.contains(.letters),
      shape.isDisjoint(with: [.upper, .latin, .abbreviation, .initial])
    {
      marks.insert(.noWord)
    }
    if standing.contains(.splitHead) { marks.insert(.listedHead) }
    if standing.contains(.splitTail), shape.contains(.lower) { marks.insert(.listedTail) }
    return marks
  }

  private static let quotations = ["«", "»", "“", "”", "„", "\""].map { Array($0.utf8) }

  private func isHyphen(_ surface: ArraySlice<UInt8>) -> Bool {
    guard surface.count == 1 || surface.count == 3 else { return false }
    let scalars = String(decoding: surface, as: UTF8.self).unicodeScalars
    return scalars.count == 1 && WordAnatomy.servesAsHyphen(scalars.first!)
  }

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
      let type = WordTypeID(restored.count)
      restored.append(restore(type, isCapital: types.shape(type).contains(.capital)))
    }
    return restored[Int(type)]
  }

  /// The same of the first word of a sentence, whose capital says nothing.
  func restoredInitial(_ type: WordTypeID) -> WordTypeID {
    let restored = restored(type)
    guard restored == type, types.shape(type).contains(.capital) else { return restored }
    if let known = restoredInitials[type] { return known }
    let initial = restore(type, isCapital: false, isInitial: true)
    restoredInitials[type] = initial
    return initial
  }

  /// The suffixes that a text behind a number and a hyphen was typed for.
  func restoredSuffix(_ type: WordTypeID) -> [UInt8]? {
    guard let restorer else { return nil }
    if let known = restoredSuffixes[type] { return known }
    let suffix = restorer.suffix(for: Array(types.normBytes(type)))
    restoredSuffixes[type] = .some(suffix)
    return suffix
  }

  private func restore(
    _ type: WordTypeID, isCapital: Bool, isInitial: Bool = false
  ) -> WordTypeID {
    let shape = types.shape(type)
    guard shape.contains(.letters),
      shape.isDisjoint(with: [.latin, .roman, .mixedCase, .abbreviation, .initial]),
      standing(type).isDisjoint(with: [.inflected, .splitEnding]), types.number(type) == nil
    else { return type }
    let form = Array(types.normBytes(type))
    let surface = Array(types.surface(type))
    for reading in types.readings(type) {
      guard let signs = rules.words.glued.signs(of: Array(types.norms[reading.base])) else {
        continue
      }
      return signs.parting(DictionaryForm.cased(form, like: surface))
        .withUnsafeBufferPointer { types.intern($0) }
    }
    guard let word = restorer?.word(for: form, isCapital: isCapital, isInitial: isInitial) else {
      return type
    }
    return DictionaryForm.cased(word, like: surface)
      .withUnsafeBufferPointer { types.intern($0) }
  }

  /// Whether a listed word type is a form of names alone: in small letters it is none of them.
  private func isNameOnly(_ type: WordTypeID) -> Bool {
    !types.readings(type).contains { reading in
      types.norms.withBytes(of: reading.base) { matcher.isCommonWord(base: $0) }
    }
  }

  /// Whether a lexicon of dictionary forms has a folded form, and one has it in small letters.
  func isCommonWord(_ base: [UInt8]) -> Bool {
    base.withUnsafeBufferPointer { matcher.isCommonWord(base: $0) }
  }

  /// Whether a folded form is a name whatever else it is, or one of people.
  func isName(_ base: [UInt8]) -> Bool {
    guard let names = rules.words.caselessNames else { return matcher.isListed(base: base) }
    return matcher.rows(ofBase: base).contains {
      let lexicon = matcher.lexicon($0).name
      return names.nameLexicons.contains(lexicon) || names.peopleLexicons.contains(lexicon)
    }
  }
}
