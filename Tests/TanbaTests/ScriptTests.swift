import Tanba
import Testing

@Suite("Alphabets")
struct ScriptTests {
  @Test(
    "are found by the document, whose dates and names are read",
    arguments: [
      ("Qazaqstan Prezidentı 2019 jylğy 20 nauryzda keldı.", "kk-Latn-x-2021"),
      ("Qazaqstan Prezidenti 2019 jylǵy 20 naýryzda keldi, jumys isteıdi.", "kk-Latn-x-2018"),
      ("Qazaqstan Prezidenti 2019 jylg'y 20 nay'ryzda so'z so'yledi.", "kk-Latn-x-2017"),
      ("Qazaqstan prezïdenti 2019 jılğı 20 nawrızda keldi.", "kk-Latn-x-turkic"),
      ("Qazaqstan prezidenti 2019 jılğı 20 naurızda jwmısqa keldi.", "kk-Latn-x-w"),
      ("Qazaqstan prezidenti 2019 jylghy 20 nauryzda әli ýlken.", "kk-Latn-x-gh"),
      ("Qazaqstan Prezıdentí 2019 jylǵy 20 nauryzda keldí, būl jańa ís edí.", "kk-Latn-x-acute"),
      ("Qazaqstan Prezidentı 2019 jylǧy 20 nauryzda keldı, oŋ bolsyn.", "kk-Latn-x-2021"),
      ("قازاقستان پرەزيدەنتى 2019 جىلعى 20 ناۋرىزدا كەلدى.", "kk-Arab"),
    ])
  func find(text: String, tag: String) throws {
    let document = try Checkout.pipeline().extract(text)
    #expect(document.script?.tag == tag)
    #expect(document.mentions.contains { $0.timex?.value == "2019-03-20" })
  }

  @Test(
    "are told by how words are made where lexicons have few of them",
    arguments: [
      ("Köpbalalı anamın, jeti balam bar.", "kk-Latn-x-turkic"),
      ("Taidyñ şapqany bılınbes, şaldyñ aitqany bılınbes.", "kk-Latn-x-2021"),
      ("Juqpag'an dertten qoryqpag'an azamat.", "kk-Latn-x-2017"),
    ])
  func findByLetters(text: String, tag: String) throws {
    #expect(try Checkout.pipeline().extract(text).script?.tag == tag)
  }

  @Test("give names in the text's own letters, with the Cyrillic form beside them")
  func canonical() throws {
    let document = try Checkout.pipeline().extract(
      "Bız qazan aiynda Almatyğa jäne Ürımşıge bardyq.")
    let city = try #require(document.mentions.first { $0.label == "GPE" })
    #expect(document.text(city.span) == "Almatyğa")
    #expect(city.canonical == "Almaty")
    #expect(city.canonicalCyrillic == "Алматы")
  }

  @Test(
    "leave Cyrillic text, foreign text and foreign words in either alone",
    arguments: [
      "Ол Google мен WhatsApp туралы NATO-да айтты.", "The work is in one of these ways.",
      "Türkiye Cumhurbaşkanı bugün Ankara'da yeni bir toplantı yaptı.", "2021-05-12T09:30", "XX",
      "", "Google",
    ])
  func leave(text: String) throws {
    let document = try Checkout.pipeline().extract(text)
    #expect(document.script == nil)
    #expect(document.mentions.allSatisfy { $0.canonicalCyrillic == nil })
  }

  /// News in the alphabets, with a name, its form in Cyrillic and its label, and a date.
  static let news: [(text: String, name: String, cyrillic: String, label: String, date: String)] = [
    (
      "Memleket basshysy Qasym-Jomart Toqaev 2019 jylǵy 12 maýsymda Nur-Sultanda ant berdi.",
      "Qasym-Jomart Toqaev", "Қасым-Жомарт Тоқаев", "PERSON", "2019-06-12"
    ),
    (
      "Fransııa men Shveısarııa 1815 jyldyń 20 qarashasynda kelisim jasady.", "Shveısarııa",
      "Швейцария", "GPE", "1815-11-20"
    ),
    (
      "AQSh-tyń ókilderi 2018 jyldyń 3 mamyrynda Nıý-Iorkte jıyn ótkizdi.", "AQSh-tyń", "АҚШ",
      "GPE", "2018-05-03"
    ),
    (
      "Iran men Irak 1988 jyly 20 tamyzda bitimge keldi.", "Iran", "Иран", "GPE", "1988-08-20"
    ),
    (
      "Qazaqstan Respublikasynyñ Prezidentı 1997 jylğy 10 qazanda joldau aitty.",
      "Qazaqstan Respublikasynyñ Prezidentı", "Қазақстан Республикасының Президенті", "POSITION",
      "1997-10-10"
    ),
    (
      "Jobalar S'ymkent qalasynda 2017 jyly 5 sa'y'irde bastaldy.", "S'ymkent", "Шымкент", "GPE",
      "2017-04-05"
    ),
    (
      "ٴۇندىستاندا قاسىم-جومارت توقاەۆ 2019 جىلى 20 ناۋرىزدا سوز سويلەدى.",
      "قاسىم-جومارت توقاەۆ", "Қасым-Жомарт Тоқаев", "PERSON", "2019-03-20"
    ),
    (
      "قازاقستاندا دۇنيەجۇزىلىك دەنساۋلىق ساقتاۋ ۇيىمى 2021 جىلى 7 ساۋىردە جيىن وتكىزدى.",
      "دۇنيەجۇزىلىك دەنساۋلىق ساقتاۋ ۇيىمى", "Дүниежүзілік денсаулық сақтау ұйымы",
      "ORGANISATION", "2021-04-07"
    ),
    (
      "جازۋشى ساۋلە قالىبەكوۆا 2001 جىلى 4 مامىردا كەلدى.", "ساۋلە قالىبەكوۆا",
      "Сәуле Қалыбекова", "PERSON", "2001-05-04"
    ),
    (
      "گەرمانييا ەلشىسى 1995 جىلى 9 مامىردا كەلدى.", "گەرمانييا ەلشىسى", "Германия елшісі",
      "POSITION", "1995-05-09"
    ),
  ]

  @Test("give news with its names and dates", arguments: news)
  func readNews(
    text: String, name: String, cyrillic: String, label: String, date: String
  ) throws {
    let document = try Checkout.pipeline().extract(text)
    let mention = try document.mention(of: name)
    #expect(mention.canonicalCyrillic == cyrillic)
    #expect(mention.label == label)
    #expect(document.mentions.contains { $0.timex?.value == date })
  }

  /// Names in Töte that nothing but their surroundings or their letters tells, and their Cyrillic
  /// form.
  static let caseless: [(text: String, name: String)] = [
    ("ولار ابايدىڭ ەڭبەگىن وقىدى.", "Абай"),
    ("كەشە قاراعاندىدا جاڭبىر جاۋدى.", "Қарағанды"),
    ("بىرلىك اۋلىندا مەكتەپ سالىندى.", "Бірлік"),
    ("كەشە ەلەنا ەسىمدى قىز كەلدى.", "Елена"),
    ("جيىندا كاپيتان شتولتس ايتتى.", "Штол"),
    ("كەشە بروللي، گستاد جانە تسۋگ قالالارىندا بولدى.", "Гстад"),
    ("كەشە ن.ب.ەرمەكباەۆ ەسەپ بەردى.", "Н.Б.Ермекбаев"),
    ("رومانعا م. يۋ. لەرمونتوۆ تۋرالى تاراۋ ەندى.", "М. Ю. Лермонтов"),
    ("كەزدەسۋگە ق.ت. جاقىپباەۆ، ش.مۇرتازا قاتىستى.", "Ш.Мұртаза"),
    ("ولار بوزجىرا اۋىلدىق وكرۋگىنە باردى.", "Бозжыра"),
    ("ەكسپەديتسيا سىرداريادان ٴوتىپ، كورديلەرگە جەتتى.", "Кордильер"),
    ("كەشە اباي قۇنانبايەۆ تۋرالى ايتتى.", "Абай Құнанбаев"),
    ("ولار ساپار بارىسىندا تورعاي جانە سىرداريا بويىن ارالادى.", "Торғай"),
    ("ساباققا سەيىتوۆا ادەمى، وسپانوۆ سەرىك، تاعى باسقالار قاتىستى.", "Сейітова Әдемі"),
    ("كەشە ەربول ىرسىمبەت ۇلىمەن تىلدەستىك.", "Ербол Ірсімбетұлы"),
    ("ولار قازاقستان رەسپۋبليكاسى پارلامەنتىنىڭ دەپۋتاتتارى.", "Қазақстан Республикасы Парламент"),
  ]

  @Test("in writing without capitals are told by what stands beside them", arguments: caseless)
  func readCaseless(text: String, name: String) throws {
    let document = try Checkout.pipeline().extract(text)
    #expect(document.mentions.contains { $0.canonicalCyrillic?.hasPrefix(name) == true })
  }

  @Test(
    "in writing without capitals leave words alone that names could be forms of",
    arguments: [
      "ول كەشە اۋىلعا ورالدى.", "ولار جازاسىن وتەپ جاتىر.", "بۇل باستى جاڭالىعى بولدى.",
      "قازاقتىڭ كىندىك قالاسىنا كەلدى.", "ول ارقاندى تارتىپ الدى.", "ايتا كەتسەك، بۇل وسىنداي ەدى.",
      "\"كىتاپ\" دەگەن ٴسوز.", "الەۋمەتتىك جەلىلەر، گازەتتەر ت.ب. قۇرالدار بار.",
    ])
  func leaveCaseless(text: String) throws {
    let document = try Checkout.pipeline().extract(text)
    #expect(document.mentions.allSatisfy { $0.label == "NORP" || $0.timex != nil })
  }

  @Test("words of other alphabets are not taken for typed without letters")
  func convertedLetters() throws {
    let pipeline = try Checkout.pipeline(ExtractionOptions(reportsRepairs: true))
    let document = try pipeline.extract("جيىندا روبەرت بلەك-دەيلي ٴسوز سويلەدى.")
    #expect(document.repairs?.contains { $0.kind == .keyboard } == false)
  }

  /// Latin names that stay what they are in Latin text, and their labels.
  static let foreign: [(text: String, name: String, label: EntityLabel)] = [
    ("Nasdaq, Apple jáne Tesla aktsııalary keshe tústi.", "Tesla", .organisation),
    ("Kazakh TV arnasy keshe jańa habar taratty.", "Kazakh TV", .organisation),
    ("Bek Air kompanııasy keshe ushpady.", "Bek Air", .organisation),
    ("Keshe Kaspi Bank jańa qyzmet usyndy.", "Kaspi Bank", .organisation),
    ("Keşe Ilon Musk Berlinge bardy.", "Ilon Musk", .person),
  ]

  @Test("leave names of companies in Latin text as they are", arguments: foreign)
  func readForeign(text: String, name: String, label: EntityLabel) throws {
    let document = try Checkout.pipeline().extract(text)
    #expect(
      document.mentions.contains { document.text($0.span) == name && $0.label == label.rawValue })
  }

  /// Names in Latin text, as their text has them, and their Cyrillic form.
  static let latin: [(text: String, name: String, cyrillic: String)] = [
    (
      "Bul týraly jýrnalıst «Jarqyn.kz» saıtyna aıtty, dep habarlaıdy jarqyn.kz tilshisi.",
      "jarqyn.kz", "jarqyn.kz"
    ),
    ("Biz keshe Air Astana kompanııasynyń ushaǵymen ushtyq.", "Air Astana", "Air Astana"),
    (
      "Keshe Belarýs Respýblıkasynyń elshisi keldi.", "Belarýs Respýblıkasynyń elshisi",
      "Беларусь Республикасының елшісі"
    ),
    (
      "Ol keshe N.Ia. Marrmen sóılesti, Iý. Iakýbovskııdi kórdi.", "Iý. Iakýbovskııdi",
      "Ю. Якубовский"
    ),
    ("Kitapty S'.Qoi's'ybaev pen A'.Bo'kei'hanov jazdy.", "S'.Qoi's'ybaev", "Ш.Қойшыбаев"),
    (
      "Oyns'y Andrei' Ars'avi'nnіn' dopty bi'іk tepti, alan'da a'rі turdy.",
      "Andrei' Ars'avi'nnіn'",
      "Андрей Аршавин"
    ),
  ]

  @Test("give the names of Latin text whole", arguments: latin)
  func readLatin(text: String, name: String, cyrillic: String) throws {
    let document = try Checkout.pipeline().extract(text)
    let mention = try document.mention(of: name)
    #expect(mention.canonicalCyrillic == cyrillic)
  }

  @Test(
    "of centuries in letters without capitals are numerals",
    arguments: [("حىح عاسىردىڭ باسى", "18"), ("حح عاسىردىڭ ورتاسى", "19"), ("ىح عاسىر", "08")])
  func centuries(text: String, value: String) throws {
    let document = try Checkout.pipeline().extract("بۇل " + text + " ەدى.")
    #expect(document.mentions.first { $0.timex != nil }?.timex?.value == value)
  }

  @Test("of codes that are read by machines are no country")
  func codes() throws {
    let document = try Checkout.pipeline().extract("Jıynda QR-kod qoldanyldy.")
    #expect(!document.mentions.contains { $0.label == "GPE" })
  }

  @Test("leave addresses as they are when texts are carried over")
  func addresses() throws {
    let converter = try TextConverter(rules: Checkout.rules.get(), to: "cyrl")
    let text = "Bul týraly info@mail.kz pen https://egemen.kz/article/12 betinde, Massaget.kz-ke."
    #expect(
      String(decoding: try converter.convert(Array(text.utf8), with: Worker()), as: UTF8.self)
        == "Бұл туралы info@mail.kz пен https://egemen.kz/article/12 бетінде, Massaget.kz-ке.")
  }

  @Test("a short city is no reading of a given name, nor a small letter one of a name")
  func doubtful() throws {
    let document = try Checkout.pipeline().extract(
      "Keshe Orıol men Barselona oınady, ashatyn esik.")
    #expect(!document.mentions.contains { $0.canonicalCyrillic == "Орёл" })
    #expect(!document.mentions.contains { document.text($0.span) == "ashatyn" })
  }

  @Test(
    "of neighbours that are written alike are not taken for Kazakh",
    arguments: [
      "ئۇيغۇر تىلى تۈركىي تىللار ئائىلىسىگە كىرىدۇ.", "Bugünkü hava durumu çok güzel değil.",
      "Address to listen on for the connection.", "Tänään on hyvin kaunis ilma ja aurinko.",
      "A mai nap nagyon szép, sokan sétálnak.", "Dünen men işden sonra bazara getdim.",
      "Heute haben alle Kinder der Stadt keine Schule.",
    ])
  func leaveNeighbours(text: String) throws {
    #expect(try Checkout.pipeline().extract(text).script == nil)
  }

  @Test("one surface is read by each document's alphabet, by one worker")
  func perDocument() throws {
    let pipeline = try Checkout.pipeline()
    let worker = Worker()
    let texts = [
      "Ol jumys pen tu turaly 1992 jylǵy 5 qazanda aıtty, jáne ketti.",
      "Ol tu turaly 1992 jylğy 5 qazanda aitty, jäne kettı.",
    ]
    for _ in 0..<2 {
      let tags = try texts.map { try pipeline.extract($0, with: worker).script?.tag }
      #expect(tags == ["kk-Latn-x-2018", "kk-Latn-x-2021"])
    }
  }

  @Test("may be set, and a wrong name is told with the right one")
  func given() throws {
    let text = "Qazan."
    let native = try Checkout.pipeline(ExtractionOptions(script: "cyrl")).extract(text)
    #expect(native.script == nil)
    let latin = try Checkout.pipeline(ExtractionOptions(script: "kk-Latn-x-2018")).extract(text)
    #expect(latin.script?.tag == "kk-Latn-x-2018")
    let error = try #require(throws: UnknownAlphabet.self) {
      try Checkout.pipeline(ExtractionOptions(script: "latn-2012"))
    }
    #expect(error.description.contains("latn-2021"))
  }

  @Test(
    "texts are converted with their capitals, names and numbers",
    arguments: [
      (
        "ШҚО мен Ян 1992 жылы 5 қазанда ХХ ғасырда келді.",
        "latn-2021", "ŞQO men İan 1992 jyly 5 qazanda XX ğasyrda keldı."
      ),
      ("Иран, ІІМнің БҰҰ-ға хаты.", "latn-2021", "İran, IIMnıñ BŪŪ-ğa haty."),
      ("Шымкент ШҚО-да емес.", "latn-2018", "Shymkent SHQO-da emes."),
      ("Ол 9,58 секундта келді, иә?", "arab", "ول 9,58 سەكۋندتا كەلدى، ٴيا؟"),
      ("Google мен WhatsApp", "latn-2021", "Google men WhatsApp"), ("", "latn-2021", ""),
    ])
  func convert(text: String, alphabet: String, expected: String) throws {
    let converter = try TextConverter(rules: Checkout.rules.get(), to: alphabet, from: "cyrl")
    let result = try converter.convert(Array(text.utf8), with: Worker())
    #expect(String(decoding: result, as: UTF8.self) == expected)
  }

  @Test(
    "what is written in another alphabet is read back",
    arguments: ["latn-2021", "latn-2018", "latn-2017", "latn-turkic"])
  func roundTrip(alphabet: String) throws {
    let text = "Қазақстан Республикасының Президенті 1992 жылғы 5 қыркүйекте Алматыда сөз сөйледі."
    let worker = Worker()
    let rules = try Checkout.rules.get()
    let there = try TextConverter(rules: rules, to: alphabet, from: "cyrl")
    let back = try TextConverter(rules: rules, to: "cyrl", from: alphabet)
    let result = try back.convert(there.convert(Array(text.utf8), with: worker), with: worker)
    #expect(String(decoding: result, as: UTF8.self) == text)
  }
}
