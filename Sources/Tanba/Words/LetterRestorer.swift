import Morphology
import RuleEngine
import TextModel

/// Gives words back the letters that a keyboard lacked, where the lexicons leave no doubt.
///
/// One belongs to each worker.
final class LetterRestorer {
  private let letters: LostLetters
  private let morphology: Morphology
  private let describer: WordDescriber
  private let matcher: RuleMatcher
  private var seldom: FeatureSet = []
  private let stems: () -> TypedStems
  private lazy var knownStems = stems()
  private lazy var suffixes = TypedSuffixes(morphology.suffixForms, letters)

  /// The fewest letters of a stem, of a name with suffixes, of a frequent word, of any other, of
  /// suffixes behind a name, and of a name that is whole.
  static let shortestStem = 2
  private static let shortestName = 3
  private static let shortestWord = 2
  private static let shortestSurely = 3
  private static let shortestSuffix = 3
  private static let shortestWholeWord = 5
  /// The fewest letters of the stem of a common word that has a capital within a sentence, and of a
  /// stem that few others are like.
  private static let shortestCapitalWord = 5
  private static let shortestSure = 6

  /// - Parameter stems: gives what is shared, at the first word that needs it.
  init(
    _ letters: LostLetters, morphology: Morphology, describer: WordDescriber,
    matcher: RuleMatcher, stems: @escaping () -> TypedStems
  ) {
    self.letters = letters
    self.morphology = morphology
    self.stems = stems
    for name in letters.seldom {
      if let feature = morphology.feature(named: name) { seldom.formUnion(feature) }
    }
    self.describer = describer
    self.matcher = matcher
  }

  /// The word that an unlisted folded form was typed for: nil where there is none or several.
  ///
  /// - Parameter isInitial: it begins a sentence: it may be a name for all that it has a capital.
  /// - Complexity: O(square of the length of the form).
  func word(for form: [UInt8], isCapital: Bool, isInitial: Bool = false) -> [UInt8]? {
    let scalars = Array(String(decoding: form, as: UTF8.self).unicodeScalars)
    // A keyboard that lacks letters lacks them all.
    guard (Self.shortestWord...32).contains(scalars.count),
      !scalars.contains(where: letters.isLacking)
    else { return nil }
    let listing = listing(of: form, isCapital: isCapital || isInitial)
    if listing == .word { return nil }
    // What is a name with a capital, or too short, may be a frequent word.
    let isDoubtful = listing == .name || scalars.count < Self.shortestSurely
    let skeleton = letters.skeleton(of: scalars)
    let bytes = TypedStems.bytes(skeleton)
    var end = bytes.count
    let shortest = isCapital ? Self.shortestName : Self.shortestStem
    for length in stride(from: scalars.count, through: min(shortest, scalars.count), by: -1) {
      if length < scalars.count { end -= UTF8.width(skeleton[length]) }
      var candidates = Candidates()
      for stem in knownStems.stems(of: bytes[..<end])
      where letters.mayStand(scalars[..<length], for: stem.form) {
        for rest in rests(scalars[length...], behind: stem.form) {
          candidates.add(
            stem.form + rest, of: stem, isFrequent: letters.frequent.contains(stem.form))
        }
      }
      let typed = Typed(
        form: scalars, stemLength: length, isCapital: isCapital, isInitial: isInitial)
      if isCapital, let suffixed = suffixed(scalars, length) { return TypedStems.bytes(suffixed) }
      for words in candidates.inOrder(isCapital: isCapital) where !words.isEmpty {
        guard words.count == 1, let word = words.first, word != scalars else { return nil }
        let isFrequent = letters.frequent.contains(Array(word[..<length]))
        if isDoubtful, !isFrequent { return nil }
        return isCertain(typed, word, isName: words == candidates.names, isFrequent: isFrequent)
          ? TypedStems.bytes(word) : nil
      }
    }
    return nil
  }

  private enum Listing { case none, name, word }

  /// What a form is listed as, as it stands; in small letters it is no name.
  private func listing(of form: [UInt8], isCapital: Bool) -> Listing {
    let rows = matcher.rows(ofBase: form)
    if rows.isEmpty { return .none }
    let isWord = rows.contains {
      matcher.lexicon($0).rows[Int($0.row)].form.first?.isUppercase != true
    }
    return isCapital || isWord ? .word : .name
  }

  /// A listed word with suffixes that alone were typed otherwise: «Сенаттын».
  private func suffixed(_ form: [Unicode.Scalar], _ length: Int) -> [Unicode.Scalar]? {
    guard length >= Self.shortestCapitalWord, form.count - length >= Self.shortestSuffix,
      matcher.isListed(base: TypedStems.bytes(form[..<length]))
    else { return nil }
    let rests = rests(form[length...], behind: Array(form[..<length]))
    guard rests.count == 1, !form.suffix(from: length).elementsEqual(rests[0]) else { return nil }
    return form[..<length] + rests[0]
  }

  /// What a form may have been typed for, with stems of one length.
  private struct Candidates {
    private(set) var names: Set<[Unicode.Scalar]> = []
    private var words: Set<[Unicode.Scalar]> = []
    private var frequentWords: Set<[Unicode.Scalar]> = []

    mutating func add(_ word: [Unicode.Scalar], of stem: TypedStems.Stem, isFrequent: Bool) {
      if !stem.isCommon { names.insert(word) } else { words.insert(word) }
      if isFrequent { frequentWords.insert(word) }
    }

    /// The sets of candidates, of which the first that is not empty counts.
    func inOrder(isCapital: Bool) -> [Set<[Unicode.Scalar]>] {
      let words = frequentWords.count == 1 ? frequentWords : words
      return isCapital ? [names, words] : [words]
    }
  }

  /// A form, and how it stands.
  private struct Typed {
    let form: [Unicode.Scalar]
    let stemLength: Int
    let isCapital: Bool
    let isInitial: Bool
  }

  /// The chain of suffixes that a folded text behind a number was typed for: nil where there is none,
  /// or several that are equally like it.
  func suffix(for text: [UInt8]) -> [UInt8]? {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    guard scalars.count <= 12, !scalars.contains(where: letters.isLacking) else { return nil }
    let chains = letters.readings(of: scalars[...]).map { TypedStems.bytes($0) }.filter { chain in
      describer.describe([UInt8(ascii: "1"), UInt8(ascii: "-")] + chain).readings.contains {
        !$0.features.isEmpty && $0.features.isDisjoint(with: seldom)
      }
    }
    func changes(_ chain: [UInt8]) -> Int {
      zip(String(decoding: chain, as: UTF8.self).unicodeScalars, scalars).count { $0 != $1 }
    }
    guard let fewest = chains.map(changes).min() else { return nil }
    let best = chains.filter { changes($0) == fewest }
    return best.count == 1 ? best[0] : nil
  }

  /// Whether a typed form can hardly be a word that the lexicons lack. Names are in no lexicon more
  /// often than words are: a letter must be one that the keyboard gives for a consonant no word of
  /// the language has there, or the name be whole or long.
  private func isCertain(
    _ typed: Typed, _ word: [Unicode.Scalar], isName: Bool, isFrequent: Bool
  ) -> Bool {
    if !typed.isCapital, !typed.isInitial { return true }
    let form = typed.form
    let changed = zip(form, word).filter { $0 != $1 }.map(\.0)
    let isTelling = changed.contains(where: letters.isTelling)
    if letters.parts.contains(Array(word[..<typed.stemLength])) { return true }
    if typed.isCapital, !isName {
      return typed.stemLength >= Self.shortestSure
        || isFrequent && form.count >= Self.shortestCapitalWord
    }
    if isTelling || isFrequent || typed.stemLength >= Self.shortestSure { return true }
    return typed.stemLength == form.count && form.count >= Self.shortestWholeWord
      && changed.allSatisfy { $0 == changed[0] } && letters.isRare(changed[0])
  }

  private func rests(
    _ rest: ArraySlice<Unicode.Scalar>, behind stem: [Unicode.Scalar]
  ) -> [[Unicode.Scalar]] {
    if rest.isEmpty { return [[]] }
    guard suffixes.mayBeChain(letters.skeleton(of: [stem[stem.count - 1]] + rest)) else {
      return []
    }
    let stem = TypedStems.bytes(stem)
    return letters.readings(of: rest).filter { rest in
      let whole = stem + TypedStems.bytes(rest)
      // Where the sounds do not fit, the morphology would sooner take the whole for a word.
      let reading = describer.readings(ofFolded: whole).first {
        $0.base == stem || $0.base == whole
      }
      return reading.map { $0.base == stem && $0.features.isDisjoint(with: seldom) } ?? false
    }
  }
}
