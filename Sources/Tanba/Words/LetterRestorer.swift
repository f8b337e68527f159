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

  /// The fewest letters of a stem, of a name with suffixes, of a word, and of a name that is whole.
  static let shortestStem = 2
  private static let shortestName = 3
  private static let shortestWord = 3
  private static let shortestWholeWord = 5

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
      !scalars.contains(where: letters.isLacking), matcher.rows(ofBase: form).isEmpty
    else { return nil }
    let skeleton = letters.skeleton(of: scalars)
    let bytes = TypedStems.bytes(skeleton)
    var end = bytes.count
    let shortest = isCapital ? Self.shortestName : Self.shortestStem
    for length in stride(from: scalars.count, through: min(shortest, scalars.count), by: -1) {
      if length < scalars.count { end -= UTF8.width(skeleton[length]) }
      let candidates = knownStems.stems(of: bytes[..<end])
      var words: Set<[Unicode.Scalar]> = []
      for stem in candidates
      where isCapital == !stem.isCommon && letters.mayStand(scalars[..<length], for: stem.form) {
        for rest in rests(scalars[length...], behind: stem.form) { words.insert(stem.form + rest) }
      }
      if words.count > 1 { return nil }
      if let word = words.first, word != scalars {
        return isCertain(scalars, word, length, isName: isCapital || isInitial)
          ? TypedStems.bytes(word) : nil
      }
      if !words.isEmpty { return nil }
    }
    return nil
  }

  /// The chain of suffixes that a folded text behind a number was typed for: nil where there is none
  /// or several.
  func suffix(for text: [UInt8]) -> [UInt8]? {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    guard scalars.count <= 12, !scalars.contains(where: letters.isLacking) else { return nil }
    let chains = letters.readings(of: scalars[...]).map { TypedStems.bytes($0) }.filter { chain in
      describer.describe([UInt8(ascii: "1"), UInt8(ascii: "-")] + chain).readings.contains {
        !$0.features.isEmpty && $0.features.isDisjoint(with: seldom)
      }
    }
    return chains.count == 1 ? chains[0] : nil
  }

  /// Whether a typed form can hardly be a word that the lexicons lack. Names are in no lexicon more
  /// often than words are: a letter must be one that the keyboard gives for a consonant no word of
  /// the language has there, or the name be whole.
  private func isCertain(
    _ form: [Unicode.Scalar], _ word: [Unicode.Scalar], _ stemLength: Int, isName: Bool
  ) -> Bool {
    let changed = zip(form, word).filter { $0 != $1 }.map(\.0)
    if !isName || changed.contains(where: letters.isTelling) { return true }
    return stemLength == form.count && form.count >= Self.shortestWholeWord
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
