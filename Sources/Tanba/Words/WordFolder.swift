/// Folds words as a rule set says: lower case, normal form C, look-alike letters mapped.
///
/// One belongs to each thread, since ICU's transliterators carry state.
public final class WordFolder {
  private let describer: WordDescriber

  /// Prepares to fold words.
  public init(rules: RuleSet) { describer = WordDescriber(resources: rules.words) }

  /// The folded form of one word.
  ///
  /// - Complexity: O(length of the word).
  public func fold(_ word: String) -> String {
    String(decoding: describer.fold(Array(word.utf8)), as: UTF8.self)
  }
}
