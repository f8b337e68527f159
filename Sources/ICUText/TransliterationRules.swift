public import TextModel

/// Checked transliteration rules, to be shared between threads.
public struct TransliterationRules: Sendable {
  /// The file that the rules stand in.
  public let source: SourceFile

  /// Checks a file of ICU transliteration rules.
  ///
  /// - Throws: The first fault that ICU finds in the rules.
  public init(source: SourceFile) throws(ICUError) {
    self.source = source
    _ = try Transliterator(rules: source)
  }

  /// Takes rules that were checked before.
  public init(checked source: SourceFile) { self.source = source }

  /// A transliterator for one thread. It compiles the rules again at its first word: some
  /// milliseconds.
  public func makeTransliterator() -> Transliterator { Transliterator(checked: self) }
}
