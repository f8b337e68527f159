import Tanba
import TestSupport
import Testing

@Suite("What is found in any text")
struct OffsetTests {
  /// Everything that holds of every result; each violation in words.
  static func violations(_ document: Document) -> [String] {
    var violations: [String] = []
    let text = String(decoding: document.source, as: UTF8.self)
    if document.mentions.isEmpty == false {
      let scalars = Array(text.unicodeScalars)
      let utf16 = Array(text.utf16)
      var scalarOffsets = OffsetConverter(unit: .scalar)
      var utf16Offsets = OffsetConverter(unit: .utf16)
      for mention in document.mentions {
        let (start, end) = (mention.span.start, mention.span.end)
        guard 0 <= start, start < end, end <= document.source.count else {
          violations.append("a span outside the text")
          continue
        }
        let reported = document.text(mention.span)
        let first = scalarOffsets.offset(atByte: start, in: document.source)
        let last = scalarOffsets.offset(atByte: end, in: document.source)
        var slice = String.UnicodeScalarView()
        slice.append(contentsOf: scalars[first..<last])
        if !String(slice).utf8.elementsEqual(reported.utf8) {
          violations.append("scalars of \(reported)")
        }
        let units =
          utf16Offsets.offset(
            atByte: start, in: document.source)..<utf16Offsets.offset(
            atByte: end, in: document.source)
        if !String(decoding: utf16[units], as: UTF16.self).utf8.elementsEqual(reported.utf8) {
          violations.append("UTF-16 of \(reported)")
        }
        if mention.span != document.tokens.span(of: mention.tokens) {
          violations.append("tokens of \(reported)")
        }
        if reported.unicodeScalars.first?.properties.isWhitespace != false
          || reported.unicodeScalars.last?.properties.isWhitespace != false
        {
          violations.append("white space at the edge of \(reported)")
        }
      }
    }
    for layer in [
      document.mentions.filter { $0.timex == nil }, document.mentions.filter { $0.timex != nil },
    ] {
      for (left, right) in zip(layer, layer.dropFirst()) where left.span.end > right.span.start {
        violations.append("\(document.text(left.span)) overlaps \(document.text(right.span))")
      }
    }
    let tokens = document.tokens
    for row in 0..<tokens.count where tokens.starts[row] >= tokens.ends[row] {
      violations.append("an empty token")
    }
    for row in 0..<max(0, tokens.count - 1) where tokens.ends[row] > tokens.starts[row + 1] {
      violations.append("tokens out of order")
    }
    let covered = document.sentences.reduce(into: 0) { end, sentence in
      if sentence.start != end || sentence.count == 0 { violations.append("a gap of sentences") }
      end = sentence.end
    }
    if covered != tokens.count { violations.append("tokens outside sentences") }
    return violations
  }

  @Test("of the seed document holds of every beginning of it, too", arguments: 0..<2)
  func prefixes(part: Int) throws {
    let pipeline = try Checkout.pipeline()
    let worker = Worker()
    let text = try Checkout.text(Checkout.seed)
    let ends = Array(text.unicodeScalars.indices) + [text.endIndex]
    // Every scalar at first, then steps that meet every part of a word in the long run.
    let lengths =
      Array(0..<1500) + Array(stride(from: 1500, to: ends.count, by: 211)) + [ends.count - 1]
    var found = 0
    for length in lengths where length % 2 == part {
      let prefix = String(text[..<ends[length]])
      let document = try pipeline.extract(prefix, with: worker)
      #expect(Self.violations(document) == [], "of the first \(length) scalars")
      found = max(found, document.mentions.count)
    }
    #expect(found > 0)
  }

  static let pieces = [
    "қазан", "Қазан", "5 қазан", "1992 жылы", "жылдың", "47ші", "47", "-", "ші", "ХХІ", "ғасыр",
    "да",
    "жы", "лы", "Назарбаев", "Н.", "Қазақстан", "Республикасы", "БҰҰ", "NATO-ға", "31.12.2020",
    "15:30", "сағат", "он", "жүз", "миллиард", "2,5", "%", "«", "»", "(", ")", "—", "…", ".", "!",
    "\n", "\r\n", "\t", " ", " ", " ", " ", "\u{A0}", "\u{200B}", "\u{AD}", "\u{0}", "\u{7}",
    "\u{1F600}",
    "\u{1F468}\u{200D}\u{1F469}", "\u{301}", "е\u{308}", "\u{20DD}", "مەملەكەت", "قازاق",
    "\u{202E}",
    "中国", "ไทย", "\u{10FFFF}", "\u{FEFF}", "\u{D7FF}", "\u{2028}", "1️⃣", "٣",
    "999999999999999999999",
    "e", "o", "қазaн", "ə", "İ", "ß", "ǅ", "Ⅷ", "½",
  ]

  static func randomText(_ random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...25, using: &random) {
      if Int.random(in: 0..<8, using: &random) == 0 {
        let value = UInt32.random(in: 0...0x10FFFF, using: &random)
        if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      } else {
        text += pieces.randomElement(using: &random)!
      }
      if Bool.random(using: &random) { text += " " }
    }
    return text
  }

  @Test("of random strings keeps its offsets, its order and its head", arguments: 0..<4)
  func randomStrings(seed: UInt64) throws {
    let pipelines = [
      try Checkout.pipeline(), try Checkout.pipeline(ExtractionOptions(convention: .kaznerd)),
    ]
    let worker = Worker()
    var random = SeededGenerator(seed: seed)
    var found = 0
    for index in 0..<500 {
      let text = Self.randomText(&random)
      let document = try pipelines[index % 2].extract(
        text, referenceDate: .init(year: 2021, month: 5, day: 12), with: worker)
      #expect(Self.violations(document) == [], "of \(text.debugDescription)")
      if index % 2 == 1 {
        for (left, right) in zip(document.mentions, document.mentions.dropFirst()) {
          #expect(left.span.end <= right.span.start, "in \(text.debugDescription)")
        }
      }
      found += document.mentions.count
    }
    #expect(found > 100)
  }

  @Test("does not hang on what came before in the same worker")
  func independence() throws {
    let pipeline = try Checkout.pipeline()
    let worker = Worker()
    var random = SeededGenerator(seed: 99)
    for _ in 0..<100 {
      let text = Self.randomText(&random)
      let shared = try pipeline.extract(text, with: worker)
      let alone = try pipeline.extract(text)
      #expect(shared.mentions == alone.mentions, "of \(text.debugDescription)")
    }
  }

  @Test("takes time that grows with the text, not with its square")
  func linearity() throws {
    let pipeline = try Checkout.pipeline()
    func time(_ count: Int) throws -> Duration {
      let text = String(repeating: "5 қазан ", count: count)
      let worker = Worker()
      _ = try pipeline.extract("5 қазан", with: worker)
      return try ContinuousClock().measure { _ = try pipeline.extract(text, with: worker) }
    }
    let small = try time(500)
    let large = try time(8000)
    // Sixteen times the text; a square would be 256.
    #expect(large < small * 64, "\(small) and \(large)")
  }
}
