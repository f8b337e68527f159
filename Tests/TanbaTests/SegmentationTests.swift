import ICUText
import TestSupport
import Testing
import TextModel

@testable import Tanba

/// Kazakh text here is data.
@Suite("Cutting by stretches and cutting as a whole")
struct SegmentationTests {
  static let rules = Result { try RuleSet(folder: RulesLocation.folder([])) }

  /// The tokens and sentences of a text as plain numbers.
  private func cut(_ text: String, _ worker: Worker, icuOnly: Bool) throws -> [[Int]] {
    var document = Document(id: "", text: text)
    try Segmenter(rules: Self.rules.get(), usesICUOnly: icuOnly).process(&document, with: worker)
    let tokens = document.tokens
    return (0..<tokens.count).map {
      [
        Int(tokens.starts[$0]), Int(tokens.ends[$0]), Int(tokens.types[$0]),
        Int(tokens.flags[$0].rawValue),
      ]
    } + document.sentences.map { [$0.start, $0.end] }
  }

  @Test(
    "give the same tokens and sentences",
    arguments: [
      "", " ", ".", "Ол келді.", "Ол келді. Біз кеттік.", "т. б. адамдар", "б. з. д. V ғасыр",
      "А. Б. Сүлейменов 1992 ж. келді.", "1992  жылы\t5\nқазанда", "сөз\u{200B} сөз", "\u{301}а б",
      "а\u{AD}б в", "5 қазан.. 6 қазан", "«Ол  .  Ол»", "47-ші 47ші ж. ж.", "м. а. бастық",
      "бір\r\n\r\nекі", "Ия! Ия? Ия… Ия", "жыл\u{1}ы бір", "😀 👨‍👩‍👧 1️⃣ 🇰🇿", "а.б в.г. д",
    ])
  func agree(text: String) throws {
    let worker = Worker()
    #expect(
      try cut(text, worker, icuOnly: false) == cut(text, worker, icuOnly: true), "\(text)")
  }

  @Test("give the same for random texts, again and again")
  func agreeAtRandom() throws {
    let worker = Worker()
    let pieces = [
      " ", " ", " ", "  ", "\n", "\t", ".", "!", ",", "-", "«", "»", "(", "т.", "б.", "ж.", "А.",
      "сөз",
      "Сөз", "қазанда", "47", "ші", "\u{200B}", "\u{301}", "\u{A0}", "'", "’", "word", "XIX", "…",
      "٣",
      "語", "ғ", "%", "\u{1}", "...", "Дж.", "6-7", "12:30",
    ]
    var random = SeededGenerator(seed: 6)
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in
        pieces.randomElement(using: &random)!
      }.joined()
      let isEqual = try cut(text, worker, icuOnly: false) == cut(text, worker, icuOnly: true)
      #expect(isEqual, "\(text.debugDescription)")
    }
  }
}
