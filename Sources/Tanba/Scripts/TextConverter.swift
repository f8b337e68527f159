import TextModel

/// Carries whole texts from one alphabet of a rule set to another, word by word.
///
/// Immutable; pass each thread's own ``Worker``.
public struct TextConverter: Sendable {
  private let rules: RuleSet
  private let pipeline: Pipeline
  private let target: Int?

  /// Prepares to write an alphabet, and to read the one of this name or whichever a text is in.
  ///
  /// - Throws: `UnknownAlphabet`.
  public init(rules: RuleSet, to target: String, from source: String? = nil) throws {
    self.rules = rules
    if target.lowercased() == ScriptChoice.nativeName {
      self.target = nil
    } else {
      guard let number = rules.writingSystems.number(of: target) else {
        throw UnknownAlphabet(name: target, known: rules.writingSystems.all.map(\.name))
      }
      self.target = number
    }
    pipeline = try Pipeline([
      Segmenter(rules: rules),
      ScriptFinder(rules: rules, choice: ScriptChoice(source, among: rules.writingSystems)),
    ])
  }

  /// A text in the target alphabet. What stands between words comes out as it is; foreign words do
  /// too.
  ///
  /// - Complexity: O(length of the text).
  /// - Throws: what ICU fails with.
  public func convert(_ text: [UInt8], with worker: Worker) throws -> [UInt8] {
    var document = Document(id: "", source: text)
    worker.trim()
    try pipeline.process(&document, with: worker)
    let words = try WorkerWords.of(worker, rules)
    let writer = target.map { words.scripts.writer($0) }
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 4)
    var end = 0
    var converted: [WordTypeID: [UInt8]] = [:]
    for token in 0..<document.tokens.count {
      let span = document.tokens.span(of: token)
      result += text[end..<span.start]
      end = span.end
      let type = document.tokens.types[token]
      let isBetweenDigits = isBetweenDigits(token, document.tokens, words.types)
      if !isBetweenDigits, let known = converted[type] {
        result += known
        continue
      }
      var form = Array(words.types.surface(type))
      if isBetweenDigits {
        result += form
        continue
      }
      if writer != nil, let numeral = numeral(form, words.types.shape(type), words.describer) {
        form = numeral
      } else if let writer, isWritten(type, words) {
        form = writer.convert(form)
      }
      converted[type] = form
      result += form
    }
    return result + text[end...]
  }

  /// The comma of 9,58 belongs to the number.
  private func isBetweenDigits(_ token: Int, _ tokens: TokenTable, _ types: WordTypes) -> Bool {
    guard types.shape(tokens.types[token]).contains(.punctuation), token > 0,
      token + 1 < tokens.count, tokens.flags[token].contains(.glued),
      tokens.flags[token + 1].contains(.glued)
    else { return false }
    return types.shape(tokens.types[token - 1]).contains(.digits)
      && types.shape(tokens.types[token + 1]).contains(.digits)
  }

  /// A roman numeral in Latin letters, whatever letters it is written in.
  private func numeral(_ form: [UInt8], _ shape: Shape, _ describer: WordDescriber) -> [UInt8]? {
    guard shape.contains(.roman) else { return nil }
    return describer.romanForm(of: form)
  }

  private func isWritten(_ type: WordTypeID, _ words: WorkerWords) -> Bool {
    words.scripts.wordClass(of: type) == .native || words.types.shape(type).contains(.punctuation)
  }
}
