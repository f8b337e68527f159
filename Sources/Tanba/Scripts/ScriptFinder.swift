import ICUText
import TextModel

/// Finds out which alphabet the sentences of a document are written in, and gives the words of those
/// in another alphabet the word types of their spelling in the rules' own.
///
/// Everything behind this stage sees one alphabet only; tokens keep their source ranges. A sentence
/// is read in another alphabet when most of its words are of that alphabet's script and enough of
/// them become words that the lexicons know: foreign words in a text stay as they are.
struct ScriptFinder: Processor {
  let rules: RuleSet
  let choice: ScriptChoice

  var name: String { "script" }
  var requires: Set<Layer> { [.tokens, .sentences, .wordTypes] }
  var provides: Set<Layer> { [.scripts] }

  /// The share of the letters that must stand in known words of a text where letters of the
  /// alphabet's own speak for it, where none do, where none do in a few words, and of a sentence in
  /// a text.
  private static let leastShare = 0.42
  private static let leastPlainShare = 0.47
  private static let leastShortShare = 0.57
  private static let fewWords = 4
  private static let leastSentenceShare = 0.2

  private var systems: [WritingSystem] { rules.writingSystems.all }

  func process(_ document: inout Document, with worker: Worker) throws {
    let words = try WorkerWords.of(worker, rules)
    if isAsked, document.tokens.types.contains(where: { words.marks[Int($0)].contains(.foreign) }) {
      convert(&document, words)
    }
    if document.script == nil, lacksCapitals(document, words) {
      restoreCapitals(of: .native, in: &document, words)
    }
  }

  /// Whether other alphabets are looked for.
  private var isAsked: Bool { if case .native = choice { false } else { !systems.isEmpty } }

  /// Reads the sentences that are in other alphabets.
  private func convert(_ document: inout Document, _ words: WorkerWords) {
    var runs: [LetterScript: [TokenSpan]] = [:]
    var nativeCount = 0
    for sentence in document.sentences {
      let count = count(sentence, &document.tokens, words)
      nativeCount += count.native
      if let script = count.script { runs[script, default: []].append(sentence) }
    }
    guard !runs.isEmpty else { return }
    var pass = ConversionPass(words: words)
    var caseless: LetterScript?
    for script in LetterScript.allCases {
      guard let sentences = runs[script],
        let (system, share) = system(of: sentences, script, document.tokens, words)
      else { continue }
      words.scripts.noteMixture(of: sentences, document.tokens, in: system)
      var convertedCount = 0
      for sentence in sentences {
        guard
          isGiven || sentences.count == 1
            || known(sentence, in: system, document.tokens, words) >= Self.leastSentenceShare
        else { continue }
        convertedCount += pass.convert(sentence, from: system, &document.tokens)
      }
      if systems[system].isCaseless { caseless = script }
      if convertedCount > nativeCount {
        document.script = Document.Script(tag: systems[system].tag, confidence: share)
      }
    }
    words.describeNewTypes()
    // Words and their marks come first: with them a letter may be an initial.
    pass.applyJoins(to: &document)
    if caseless != nil { pass.joinPatronymics(in: document) }
    pass.joinAbbreviations(in: document)
    pass.applyJoins(to: &document)
    words.describeNewTypes()
    if let caseless { restoreCapitals(of: .foreign(caseless), in: &document, words) }
  }

  private func restoreCapitals(
    of letters: LetterScript.WordClass, in document: inout Document, _ words: WorkerWords
  ) {
    guard let names = rules.words.caselessNames else { return }
    let restorer = CapitalRestorer(
      words, names: names, letters: letters, morphology: rules.words.morphology)
    restorer.restore(&document)
    words.describeNewTypes()
  }

  /// Whether a text in the rules' own alphabet was written without capitals, as people chat and
  /// search: it begins with a word in small letters, and no other kind of word is in it.
  private func lacksCapitals(_ document: Document, _ words: WorkerWords) -> Bool {
    var count = 0
    for type in document.tokens.types {
      let shape = words.types.shape(type)
      if shape.contains(.letters), !shape.contains(.lower) { return false }
      if shape.contains(.lower) { count += 1 } else if count == 0 { return false }
    }
    return count >= Self.fewWords
  }

  private var isGiven: Bool { if case .given = choice { true } else { false } }

  /// The script of most words of a sentence, and the number of words that are of none of these.
  ///
  /// In a sentence of most words in one script, those that have look-alikes of its letters among them
  /// are made whole.
  private func count(
    _ sentence: TokenSpan, _ tokens: inout TokenTable, _ words: WorkerWords
  ) -> (script: LetterScript?, native: Int) {
    var native = 0
    var latin = 0
    var arabic = 0
    for token in sentence.start..<sentence.end {
      switch words.scripts.wordClass(of: tokens.types[token]) {
      case .none: break
      case .native: native += 1
      case .foreign(.latin): latin += 1
      case .foreign(.arabic): arabic += 1
      }
    }
    if native > 0 {
      let mended = mended(sentence, tokens, words)
      if latin + mended.count > native - mended.count {
        for (token, type) in mended { tokens.setType(of: token, to: type) }
        latin += mended.count
        native -= mended.count
        if !mended.isEmpty { words.describeNewTypes() }
      }
    }
    if latin > native, latin > arabic { return (.latin, native) }
    if arabic > native { return (.arabic, native) }
    return (nil, native)
  }

  /// The words of a sentence that are Latin but for letters that look so, as they were meant.
  private func mended(
    _ sentence: TokenSpan, _ tokens: TokenTable, _ words: WorkerWords
  ) -> [(token: Int, type: WordTypeID)] {
    (sentence.start..<sentence.end).compactMap { token in
      let type = tokens.types[token]
      guard words.scripts.wordClass(of: type) == .native else { return nil }
      let mended = words.scripts.mended(type, for: .latin)
      return mended == type ? nil : (token, mended)
    }
  }

  /// The alphabet in which most letters of some sentences stand in known words, and their share.
  private func system(
    of sentences: [TokenSpan], _ script: LetterScript, _ tokens: TokenTable, _ words: WorkerWords
  ) -> (number: Int, share: Double)? {
    var best: (number: Int, share: Double)?
    var bestRank = -1.0
    var least = 0.0
    for (number, system) in systems.enumerated()
    where system.script == script && !system.read.isEmpty {
      if case .given(let given) = choice, given != number { continue }
      var total = AlphabetShare()
      for sentence in sentences { total.add(sentence, in: number, tokens, words) }
      let rank = total.value - system.handicap
      guard rank > bestRank else { continue }
      bestRank = rank
      best = (number, total.value)
      least =
        total.isTelling
        ? Self.leastShare
        : total.words < Self.fewWords ? Self.leastShortShare : Self.leastPlainShare
    }
    guard let best, isGiven || best.share >= least else { return nil }
    return best
  }

  private func known(
    _ sentence: TokenSpan, in system: Int, _ tokens: TokenTable, _ words: WorkerWords
  ) -> Double {
    var share = AlphabetShare()
    share.add(sentence, in: system, tokens, words)
    // Words too short to tell go with the rest of the text, and so do a few words of a script that few
    // languages have: what an initial cuts off a sentence.
    if share.isEmpty || systems[system].isCaseless && share.words < Self.fewWords { return 1 }
    return share.value
  }
}
