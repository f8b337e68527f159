import RuleEngine
import RuleSyntax
import TextModel

/// A language of its own for tests of the engine: words of ASCII letters and digits, features behind
/// colons (`cat:pl:loc`), everything else a token by itself.
enum ToyLanguage {
  static let features: [String: FeatureSet] = [
    "pl": FeatureSet(rawValue: 1), "loc": FeatureSet(rawValue: 2), "abl": FeatureSet(rawValue: 4),
    "attr": FeatureSet(rawValue: 8),
  ]
  /// All but `attr` is inflection.
  static let inflectional = FeatureSet(rawValue: 7)

  /// The UTF-8 ranges of a text's tokens.
  static func ranges(of text: [UInt8]) -> [Range<Int>] {
    func isWord(_ byte: UInt8) -> Bool {
      (0x30...0x3A).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte < 0x80
    }
    var ranges: [Range<Int>] = []
    var start = 0
    while start < text.count {
      var end = start + 1
      if isWord(text[start]) { while end < text.count, isWord(text[end]) { end += 1 } }
      if text[start] != 0x20 { ranges.append(start..<end) }
      start = end
    }
    return ranges
  }

  static func fold(_ token: some Sequence<UInt8>) -> [UInt8] {
    Array(String(decoding: Array(token), as: UTF8.self).lowercased().utf8)
  }

  /// A document of one sentence, or of one a line mark `/`.
  static func document(_ text: String, _ types: WordTypes) -> (TokenTable, [TokenSpan]) {
    let bytes = Array(text.utf8)
    var tokens = TokenTable()
    var sentences: [TokenSpan] = []
    var first = 0
    var end = -1
    for range in ranges(of: bytes) {
      if bytes[range.lowerBound] == UInt8(ascii: "/") {
        sentences.append(TokenSpan(start: first, end: tokens.count))
        first = tokens.count
        continue
      }
      let type = bytes[range].withUnsafeBufferPointer { types.intern($0) }
      if Int(type) == types.describedCount {
        types.describe(type, description(Array(bytes[range])))
      }
      tokens.append(
        start: range.lowerBound, end: range.upperBound, type: type,
        flags: range.lowerBound == end ? .glued : [])
      end = range.upperBound
    }
    sentences.append(TokenSpan(start: first, end: tokens.count))
    return (tokens, sentences)
  }

  private static func description(_ surface: [UInt8]) -> WordTypes.Description {
    let norm = fold(surface)
    let parts = norm.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var shape = Shape()
    if surface.contains(where: { (0x61...0x7A).contains($0 | 0x20) }) {
      shape.insert(.letters)
      if (0x41...0x5A).contains(surface[0]) { shape.insert(.capital) } else { shape.insert(.lower) }
    }
    let digits = parts.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let number = Int(digits)
    if number != nil { shape.insert(parts.count == 1 ? .digits : .suffixedNumber) }
    var readings: [(base: [UInt8], features: FeatureSet)] = []
    if parts.count > 1 {
      var features = FeatureSet()
      for part in parts.dropFirst() {
        features.formUnion(Self.features[String(decoding: part, as: UTF8.self)] ?? [])
      }
      readings.append((Array(parts[0]), features))
    }
    readings.append((norm, []))
    return WordTypes.Description(norm: norm, shape: shape, number: number, readings: readings)
  }

  static var environment: RuleEnvironment {
    RuleEnvironment(
      tokens: { text in
        let bytes = Array(text.utf8)
        return ranges(of: bytes).map { fold(bytes[$0]) }
      },
      features: features, inflectional: inflectional, functions: functions,
      layer: { $0.first?.isUppercase == true ? "given" : $0 },
      resultType: { clause, label in
        clause == "value"
          ? (label == "TEXT" ? .text : label == "SURFACE" ? .surface : .integer)
          : .text
      })
  }

  /// `even` has no value for odd numbers, `sum` adds one to three, `length` counts a text's bytes.
  private static let functions: [String: ValueFunction] = [
    "even": ValueFunction([.required(.integer)], gives: .integer) { arguments, _ in
      guard case .integer(let number)? = arguments[0], number % 2 == 0 else { return nil }
      return .integer(number)
    },
    "sum": ValueFunction(
      [.required(.integer), .optional(.integer), .optional(.integer)], gives: .integer
    ) { arguments, _ in
      .integer(
        arguments.reduce(0) { if case .integer(let number)? = $1 { $0 + number } else { $0 } })
    },
    "length": ValueFunction([.required(.text)], gives: .integer) { arguments, _ in
      guard case .text(let text)? = arguments[0] else { return nil }
      return .integer(text.utf8.count)
    },
    "reference-year": ValueFunction([], gives: .integer) { _, context in
      context.referenceDate.map { .integer($0.year) }
    },
  ]
}
