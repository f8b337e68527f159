import Tanba
import Testing

@Suite("Repairs")
struct RepairTests {
  /// Damaged texts and the tokens that are joined in them.
  static let damaged: [(text: String, joined: [String])] = [
    ("Мектептің 47ші бөлмесі.", ["47ші"]),
    ("Сессия 47-ші рет өтті.", ["47-ші"]),
    ("Ол NATO-ға кірді.", ["NATO-ға"]),
    ("Жиын сағат 15\u{2011}те басталды.", ["15\u{2011}те"]),
    ("ЖИЫН САҒАТ 15-ТЕ БАСТАЛДЫ.", ["15-ТЕ"]),
    ("Жиын 15-тамыз күні өтеді.", []),
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
    ("Ол кыркуйекте келді.", ["кыркуйекте"]),
    ("Ол 1992 жылд ың күзінде келді.", ["жылд ың"]),
    ("Ол 5 қаз анда келді.", ["қаз анда"]),
    ("Ол үш күн бұр ын келді.", ["бұр ын"]),
    ("Жиын ек інші рет өтті.", ["ек інші"]),
    ("Бұл ғасыр дағы өзгеріс.", ["ғасыр дағы"]),
    ("Кеше Стам булға ұштық.", ["Стам булға"]),
    ("Емтихан маусымнын соңында.", ["маусымнын"]),
    ("Келеси айда келеміз, айынын басында.", ["Келеси", "айынын"]),
    ("Жиын қазанның 25-и күні өтеді.", ["25-и"]),
    ("Кітап 2020-жылгы басылым.", ["жылгы"]),
    ("Онда Гари Сти венсон жеңді.", ["Сти венсон"]),
    ("Онда Джон Гол дсон ойнады.", ["Гол дсон"]),
    ("Бұл Марат Тоқ аевтың кітабы.", ["Тоқ аевтың"]),
    ("Онда Арман Жолдыб еков сөйледі.", ["Жолдыб еков"]),
    ("Онда Эрик Вус аси сөйледі.", ["Вус аси"]),
    ("Кеше Де нис келді.", ["Де нис"]),
    ("Кеше Асқ ар келді.", ["Асқ ар"]),
    ("Бүгін Үк імет отырысы өтті.", ["Үк імет"]),
    ("Бұл Ұл ттық банк.", ["Ұл ттық"]),
    ("Ол қал асында тұрады.", ["қал асында"]),
    ("Бұл қаз ақ тілі.", ["қаз ақ"]),
    ("Бұл елдің құ жаттары.", ["құ жаттары"]),
    ("Ол Ар менияда тұрады.", ["Ар менияда"]),
    ("Бүгін Озбекстаннын елшісі келді.", ["Озбекстаннын"]),
    ("Бүгін Сенаттын отырысы өтті.", ["Сенаттын"]),
    ("Бұл Конституцияга сәйкес.", ["Конституцияга"]),
    ("Оған уш адам, уш кун керек.", ["уш", "уш", "кун"]),
    ("Бугин бағасы 70 тенге.", ["Бугин", "тенге"]),
    ("Бүгін Солтустик Корея мен АКШ-тын келісімі.", ["Солтустик", "АКШ-тын"]),
    ("Бүгін Укимет отырысы өтті.", ["Укимет"]),
    ("Ол СЕМЕЙДЕ[1] тұрды, 1992[2] жылы көшті.", ["СЕМЕЙДЕ", "1992"]),
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
      "Тауды аралап, отынмен жылытты.", "Күн де, түн де өтті.", "Үш қатын келді.",
      "Ким Чен Ын келді.", "Роман Сенкевич пен Берни Сандерс.", "1937-1938 гг. құрбандары.",
      "Өгіз өлгенше өседі.", "Ит ұяласынан қорықпас.", "Бүршік атып, қар кетті.",
      "Бұл Қарашар ноян, оның баласы.", "Мектеп тар, үй кең.", "Неке қию сарайы ашылды.",
      "Істің ағы біле ме?", "Ол үйді сатып алды.", "Үкімет тағы да айтты.", "Даже вот бұл сөз.",
      "Жақұт сылдырлап, от жанар.", "Бірен-саран кісі келді.", "Онда Камал Хасан ойнады.",
      "Бұл Кун деген ғалым.", "Өрім-өрім, оп-оңай жұмыс.", "«Алтын қыран» ордені берілді.",
      "Көлемі 25 м² жер, бағасы 100 [долл.] болды.",
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

  @Test(
    "part what lost its hyphen or its space",
    arguments: [
      ("Елдердің қарымқатынасы жақсарды.", "қарымқатынасы", "қарым-қатынасы"),
      ("Қарымқатынастан басталды.", "Қарымқатынастан", "Қарым-қатынастан"),
      ("Жиынға мүшемемлекеттердің елшілері келді.", "мүшемемлекеттердің", "мүше мемлекеттердің"),
    ])
  func part(text: String, written: String, read: String) throws {
    let pipeline = try Checkout.pipeline(ExtractionOptions(reportsRepairs: true))
    let document = try pipeline.extract(text)
    let repair = try #require(document.repairs?.first)
    #expect(document.text(repair.span) == written)
    #expect(repair.repaired == read)
    #expect(repair.kind == .glued)
  }

  @Test(
    "leave a head that agrees with its owner, and give it what it lacks",
    arguments: [
      ("Олар «АӨСШКның Сенім туралы декларацияға» келді.", "АӨСШК-нің Сенім туралы декларациясы"),
      ("Ол «АӨСШКның Сенім туралы декларациясына» қарады.", "АӨСШК-нің Сенім туралы декларациясы"),
      ("«Ауылдың жол картасы екі мың бес» жобасы.", "Ауылдың жол картасы екі мың бес"),
    ])
  func agree(text: String, canonical: String) throws {
    let document = try Checkout.pipeline().extract(text)
    #expect(document.mentions.contains { $0.canonical == canonical })
  }

  @Test(
    "give a listed name its capitals, where the text parts it more or less than the list does",
    arguments: [
      ("Ол М. Жұмабаевтан үзінді оқыды.", "М.Жұмабаев"),
      ("Жол Тянь - Шаньға барады.", "Тянь Шань"),
      ("Олар Ньюйоркта тұрады.", "Нью-Йорк"),
      ("Олар Нью-йоркте тұрады.", "Нью-йорк"),
    ])
  func capitals(text: String, canonical: String) throws {
    let document = try Checkout.pipeline().extract(text)
    #expect(document.mentions.map(\.canonical) == [canonical])
  }

  @Test(
    "read a typesetter's hyphens as the plain one, and don't call it damage",
    arguments: [
      "Қасым-Жомарт Тоқаев АҚШ-тың Сан-Диего қаласына барды.",
      "Сағат таңғы 6-да NATO-ға 25-ші рет келді.",
      "Жиын 2026-2028 жылдары өтеді.",
    ], ["\u{2010}", "\u{2011}"])
  func hyphens(text: String, hyphen: String) throws {
    let pipeline = try Checkout.pipeline(ExtractionOptions(reportsRepairs: true))
    let (plain, typeset) = (
      try pipeline.extract(text), try pipeline.extract(text.replacing("-", with: hyphen))
    )
    #expect(!plain.mentions.isEmpty)
    #expect(
      plain.mentions.map { plain.text($0.span).replacing("-", with: hyphen) }
        == typeset.mentions.map { typeset.text($0.span) })
    #expect(plain.mentions.map(\.canonical) == typeset.mentions.map(\.canonical))
    #expect(plain.mentions.map(\.timex?.value) == typeset.mentions.map(\.timex?.value))
    #expect(typeset.repairs == [])
  }

  @Test("are reported with what was written and what was read, where asked for")
  func report() throws {
    let pipeline = try Checkout.pipeline(ExtractionOptions(reportsRepairs: true))
    let document = try pipeline.extract("Ол 2O19 жылы кыркуйекте мəселе қа\u{AD}зірледі.")
    let repairs = try #require(document.repairs).map {
      "\(document.text($0.span)) > \($0.repaired), \($0.kind.rawValue)"
    }
    #expect(
      repairs == [
        "2O19 > 2019, digits", "кыркуйекте > қыркүйекте, keyboard",
        "мəселе > мәселе, look-alike", "қа\u{AD}зірледі > қазірледі, invisible",
      ])
    #expect(try pipeline.extract("Таза мәтін.").repairs == [])
    #expect(try Checkout.pipeline().extract("Ол 2O19 жылы келді.").repairs == nil)
  }

  /// Damaged dates; all have the value of 5 October 1992 and are found as they stand.
  static let dates: [String] = [
    "1992 жылы 5 қазанда", "1992жылы 5 қазанда", "1992\u{A0}жылы\u{A0}5 қазанда",
    "1992 жылы 5 қa\u{AD}занда", "1992 жы\u{200B}лы 5 қазанда", "1992 жылы 5 қазaнда",
    "1992 жы лы 5 қаза нда", "1992 жылы 5 казанда", "1992 жылгы 5 казан", "1992 жылы[3] 5 қазанда",
    "1992 жылы 5 қа-\nзанда", "1992 ж. 5 қазан куни",
  ]

  @Test("leave a damaged date whole, in the text as it stands", arguments: dates)
  func readDate(date: String) throws {
    let document = try Checkout.pipeline().extract("Кеңес \(date) құрылды.")
    let mention = try #require(document.mentions.first { $0.timex != nil })
    #expect(document.text(mention.span) == date)
    #expect(mention.timex?.value == "1992-10-05")
  }

  @Test("a sentence glued to another one stays its own")
  func gluedSentences() throws {
    let document = try Checkout.pipeline().extract("Жиын 1992 жылы өтті.Қазан айы жылы болды.")
    #expect(document.sentences.count == 2)
    #expect(
      document.mentions.filter { $0.timex != nil }.map { document.text($0.span) }
        == ["1992 жылы", "Қазан айы"])
  }

  private static func joined(_ text: String) throws -> [String] {
    let document = try Checkout.pipeline().extract(text)
    return (0..<document.tokens.count).filter { document.tokens.flags[$0].contains(.repaired) }
      .map { document.text(document.tokens.span(of: $0)) }
  }
}
