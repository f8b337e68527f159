import Tanba
import Testing

@Suite("Repairs")
struct RepairTests {
  /// Damaged texts and the tokens that are joined in them.
  static let damaged: [(text: String, joined: [String])] = [
    ("Мектептің 47ші бөлмесі.", ["47ші"]),
    ("Сессия 47-ші рет өтті.", ["47-ші"]),
    ("Ол NATO-ға кірді.", ["NATO-ға"]),
    ("БҰҰ-ның жиыны өтті.", ["БҰҰ-ның"]),
    ("Ол 1992 жы лы келді.", ["жы лы"]),
    ("Бұл Корея ның елшісі.", ["Корея ның"]),
    ("Ол 5 қазан да келді.", ["қазан да"]),
    ("Ол 5 қа-\nзанда келді.", ["қа-\nзанда"]),
    ("Жел тоқсан айында аяз болды.", ["Жел тоқсан"]),
  ]

  @Test("join what was one word, over its whole source range", arguments: damaged)
  func join(text: String, joined: [String]) throws {
    #expect(try Self.joined(text) == joined)
  }

  @Test(
    "leave clean text alone",
    arguments: [
      "Ол қазан да, шәйнек те сатып алды.", "Мен де барамын.", "Ата-ана мен бала.",
      "Бау-бақша гүлдейді.", "Қыс та өтті, жаз да келді.", "Ол 15-20 адам еді.",
      "Алматы – Астана пойызы.", "Бала үйде отыр.", "Ол 5 м жүрді.", "Кітап пен дәптер.",
      "Қазақстан Республикасының Президенті", "Тіл туралы заң.",
      "Біз бәріміз осы елдің азаматымыз.",
      "",
    ])
  func leave(text: String) throws {
    #expect(try Self.joined(text) == [])
  }

  private static func joined(_ text: String) throws -> [String] {
    let document = try Checkout.pipeline().extract(text)
    return (0..<document.tokens.count).filter { document.tokens.flags[$0].contains(.repaired) }
      .map { document.text(document.tokens.span(of: $0)) }
  }
}
