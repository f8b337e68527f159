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
    ("Жел тоқсан айы суық болды.", ["Жел тоқсан"]),
    ("Ол 2O19 жылы келді.", ["2O19"]),
    ("Ол 199О жылы келді.", ["199О"]),
    ("Ол 1О қазанда келді.", ["1О"]),
    ("Ол 5 қаз¹анда келді.", ["қаз¹анда"]),
    ("Алма тыда тұрады.", ["Алма тыда"]),
    ("Ол Казакстанда тұрады.", ["Казакстанда"]),
  ]

  @Test("join what was one word, over its whole source range", arguments: damaged)
  func join(text: String, joined: [String]) throws {
    #expect(try Self.joined(text) == joined)
  }

  @Test(
    "leave clean text alone",
    arguments: [
      "Ол қазан да, шәйнек те сатып алды.", "Мен де барамын.", "Ата-ана мен бала.",
      "Бала-шаға ойнайды.", "Қыс та өтті, жаз да келді.", "Ол 15-20 адам еді.",
      "Алматы – Астана пойызы.", "Бала үйде отыр.", "Ол 5 м жүрді.", "Кітап пен дәптер.",
      "Қазақстан Республикасының Президенті", "Тіл туралы заң.",
      "Біз бәріміз осы елдің азаматымыз.", "Толығырақ Ләззат Марқабаева толықтырады.",
      "Ол сыртқа шыға алмады.", "Тартып алды.", "Марат Тажин келді.", "Жолға шығамыз.",
      "А3 парағы, О2 газы және 3D басып шығару.", "COVID19 індеті.",
      "",
    ])
  func leave(text: String) throws {
    #expect(try Self.joined(text) == [])
  }

  @Test("a footnote's mark belongs to no token, and the mention around it goes on")
  func footnote() throws {
    let document = try Checkout.pipeline().extract("Жиын 1992 жылы[1] 5 қазанда[2] өтті.")
    #expect(document.mentions.map { document.text($0.span) } == ["1992 жылы[1] 5 қазанда"])
    #expect(document.mentions.first?.timex?.value == "1992-10-05")
  }

  @Test("are reported with what was written and what was read, where asked for")
  func report() throws {
    let pipeline = try Checkout.pipeline(ExtractionOptions(reportsRepairs: true))
    let document = try pipeline.extract("Ол 2O19 жылы Казакстанда мəселе қа\u{AD}зірледі.")
    let repairs = try #require(document.repairs).map {
      "\(document.text($0.span)) > \($0.repaired)"
    }
    #expect(
      repairs == [
        "2O19 > 2019", "Казакстанда > Қазақстанда", "мəселе > мәселе",
        "қа\u{AD}зірледі > қазірледі",
      ])
    #expect(try pipeline.extract("Таза мәтін.").repairs == [])
    #expect(try Checkout.pipeline().extract("Ол 2O19 жылы келді.").repairs == nil)
  }

  private static func joined(_ text: String) throws -> [String] {
    let document = try Checkout.pipeline().extract(text)
    return (0..<document.tokens.count).filter { document.tokens.flags[$0].contains(.repaired) }
      .map { document.text(document.tokens.span(of: $0)) }
  }
}
