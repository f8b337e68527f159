import ICUText
import RuleEngine
import TextModel

/// What one worker needs to carry words between alphabets, and what it has found out of its word
/// types.
final class WorkerScripts {
  let systems: WritingSystems
  let rules: RuleSet
  unowned let words: WorkerWords
  var readers: [Int: WordConverter] = [:]
  var writers: [Int: WordConverter] = [:]
  var classes: [LetterScript.WordClass] = []
  var trials: [UInt64: Trial] = [:]
  var foreignTests: [Int: WordConverter] = [:]
  /// The text mixes alphabets of a script.
  var isMixed = false
  var converted: [UInt64: Conversion] = [:]
  var mended: [WordTypeID: WordTypeID] = [:]

  init(_ rules: RuleSet, words: WorkerWords) {
    self.rules = rules
    self.words = words
    systems = rules.writingSystems
  }

  /// What the rules' letters are typed for, in the alphabets of each script.
  private(set) lazy var lookAlikes = systems.all.reduce(
    into: [LetterScript: [Unicode.Scalar: Unicode.Scalar]]()
  ) { $0[$1.script, default: [:]].merge($1.lookAlikes) { first, _ in first } }

  /// The signs that alphabets of each script have as parts of letters.
  private(set) lazy var marks = systems.all.reduce(
    into: [LetterScript: Set<Unicode.Scalar>]()
  ) { $0[$1.script, default: []].formUnion($1.marks) }

  /// What tells a word of the language that no lexicon has.
  private(set) lazy var triples = systems.triples { LetterTriples(rules.program.lexicons) }

  /// What the letters of each word type are.
  func wordClass(of type: WordTypeID) -> LetterScript.WordClass {
    while classes.count <= Int(type) {
      classes.append(
        LetterScript.wordClass(of: words.types.surface(WordTypeID(classes.count))))
    }
    return classes[Int(type)]
  }

  /// The word type with its first letter in upper case.
  func titlecased(_ type: WordTypeID) -> WordTypeID {
    let surface = Array(words.types.surface(type))
    let form = String(decoding: surface, as: UTF8.self)
    guard let first = form.unicodeScalars.first else { return type }
    let title = Array(first.properties.titlecaseMapping.utf8) + surface[UTF8.width(first)...]
    return title.withUnsafeBufferPointer { words.types.intern($0) }
  }

  // MARK: Converters

  func reader(_ system: Int) -> WordConverter {
    if let made = readers[system] { return made }
    let made = WordConverter(
      systems.all[system].read, from: systems.all[system].locale, to: "")
    readers[system] = made
    return made
  }

  /// Carries words from the alphabet of the rules to another.
  func writer(_ system: Int) -> WordConverter {
    if let made = writers[system] { return made }
    let files = rules.words.folding.map(\.source) + systems.all[system].write
    let made = WordConverter(files, from: "", to: systems.all[system].locale)
    writers[system] = made
    return made
  }

  /// The reader of an alphabet that restores what the lexicons know.
  func correctingReader(_ system: Int) -> WordConverter {
    let reader = reader(system)
    guard reader.correct == nil else { return reader }
    let index = spellings(of: system)
    let writer = writer(system)
    let isMerging = !systems.all[system].merged.isEmpty
    reader.correct = { [unowned self, unowned reader] form in
      if isMerging ? isRegular(form) : isListed(form) { return form }
      if isMerging,
        let word = index.mergedWord(
          for: form,
          isWord: {
            // The text would have written it as it did.
            isRegular($0) && reader.carried(writer.carried($0)) == form
          })
      {
        return word
      }
      if isListed(form) { return form }
      if let word = index.word(for: form, isWord: isListed) { return word }
      return isMerging ? likeliest(index.variants(of: form)) : form
    }
    return reader
  }

  /// The words that an alphabet can't write without loss.
  func spellings(of system: Int) -> SpellingIndex {
    systems.spellings(of: system) { () in
      let locale = systems.all[system].locale
      var variants: [WordConverter] = []
      for file in systems.all[system].variants {
        variants.append(WordConverter([file], from: locale, to: locale))
      }
      return SpellingIndex(
        lexicons: rules.program.lexicons, losing: systems.all[system].lossy,
        merging: systems.all[system].merged, write: writer(system),
        variants: variants, read: reader(system))
    }
  }

  /// The form whose runs of letters are most like those of words; the first unless another is far
  /// more so.
  private func likeliest(_ variants: [[Unicode.Scalar]]) -> [UInt8] {
    var best = (variant: variants[0], share: triples.share(of: variants[0]) + Self.leastGain)
    for variant in variants.dropFirst() {
      let share = triples.share(of: variant)
      if share > best.share { best = (variant, share) }
    }
    return best.variant.flatMap { Array(UTF8.encode($0)!) }
  }

  private static let leastGain = 0.2
}
