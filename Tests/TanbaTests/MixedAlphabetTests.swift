import Tanba
import Testing

@Suite("Mixed alphabets")
struct MixedAlphabetTests {
  /// Sentences, a name or date in them and its dictionary form or value.
  private func expect(_ surface: String, _ form: String, in text: String) throws {
    let document = try Checkout.pipeline().extract(text, referenceDate: RoundTrip.reference)
    let mention = try document.mention(of: surface)
    #expect((mention.timex?.value ?? mention.canonicalCyrillic) == form)
  }

  @Test(
    "words of another Latin alphabet than their text's are read in their own",
    arguments: [
      ("Keshe Şymkentte jańa mektep ashyldy, oǵan ákim qatysty.", "Şymkentte", "Шымкент"),
      (
        "Jıyn Almaty qalasynda 2019 jyly 3 qyrküiekte ótti, oǵan júz adam keldi.",
        "2019 jyly 3 qyrküiekte", "2019-09-03"
      ),
    ])
  func stray(text: String, surface: String, form: String) throws {
    try expect(surface, form, in: text)
  }

  @Test(
    "a text of one alphabet is read in it, whatever its words would be in another",
    arguments: [
      ("Ol muny biletin edi, biraq qaýpi joq.", "Ол мұны білетін еді, бірақ қаупі жоқ."),
      ("Keshe arzandaý týraly aıtty.", "Кеше арзандау туралы айтты."),
    ])
  func pure(text: String, expected: String) throws {
    let converter = try TextConverter(
      rules: Checkout.rules.get(), to: "cyrl", from: "latn-2018")
    let result = try converter.convert(Array(text.utf8), with: Worker())
    #expect(String(decoding: result, as: UTF8.self) == expected)
  }

  @Test(
    "one letter that cuts a word short is read in its text's alphabet, whatever lexicons have",
    arguments: [
      ("Kitap 1992 j. jaryq kórdi.", "1992 j.", "1992"),
      ("Usynys 1992 j. 5 qazan kúni aıtyldy.", "1992 j. 5 qazan kúni", "1992-10-05"),
    ])
  func shortened(text: String, surface: String, form: String) throws {
    try expect(surface, form, in: text)
  }

  @Test(
    "a dot too many on the i of 2018 does no harm",
    arguments: [
      (
        "Qazaqstan Respýblikasynyń Prezidenti osy aidyń 5-inde Reseige bardy, jańa kelisim jasady.",
        "Reseige", "Ресей"
      ),
      (
        "Biyl naýryz aiynda jańa mektep ashylady, oǵan eki milliard teńge bólindi.",
        "Biyl naýryz aiynda",
        "2021-03"
      ),
      ("Komissiia múshesi Sergei Ivanov jańa zań týraly aıtty.", "Sergei Ivanov", "Сергей Иванов"),
    ])
  func dotted(text: String, surface: String, form: String) throws {
    try expect(surface, form, in: text)
  }

  @Test(
    "a Latin word with Cyrillic look-alikes, an accent of its own or a torn capital is made whole",
    arguments: [
      ("О\u{301}skemende jańa kópir salyndy, oǵan ákim keldi.", "О\u{301}skemende", "Өскемен"),
      (
        "TÚRKІSTAN. QazAqparat – Keshe jańa mektep ashyldy, oǵan júz bala keldi.", "TÚRKІSTAN",
        "Түркістан"
      ),
      ("Bul týraly Serіk Ahmetov aıtty, halyq qoldady.", "Serіk Ahmetov", "Серік Ахметов"),
      ("Keshe jańa kitapty ıAkýb Sádýaqasov usyndy.", "ıAkýb Sádýaqasov", "Якуб Сәдуақасов"),
      ("Ol 2018 jylǵy 5 qаzanda keldi.", "2018 jylǵy 5 qаzanda", "2018-10-05"),
    ])
  func mended(text: String, surface: String, form: String) throws {
    try expect(surface, form, in: text)
  }

  @Test("a Cyrillic text keeps its Latin words with Cyrillic letters")
  func mendsLatinTextsOnly() throws {
    let document = try Checkout.pipeline().extract("Ол кеше NАTО мен Googlе туралы айтты.")
    #expect(document.script == nil)
  }

  @Test(
    "foreign names keep their letters in a Latin text, and take Kazakh endings",
    arguments: [
      ("Bul týraly Sky News-ke aıtty, jańa kelisim jasaldy.", "Sky News-ke", "Sky News"),
      (
        "Olar Royal Springs kompanııasymen jańa kelisimge qol qoıdy.", "Royal Springs",
        "Royal Springs"
      ),
      ("Bız Google-dıñ jaña bağdarlamasyn kördık, ol öte jaqsy.", "Google-dıñ", "Google"),
    ])
  func foreign(text: String, surface: String, form: String) throws {
    try expect(surface, form, in: text)
  }

  @Test("the Latin letter for the sign of a number stays one")
  func numberSign() throws {
    let converter = try TextConverter(
      rules: Checkout.rules.get(), to: "cyrl", from: "latn-2018")
    let text = "QR 2014 jylǵy N 239 Zańy"
    let result = try converter.convert(Array(text.utf8), with: Worker())
    #expect(String(decoding: result, as: UTF8.self) == "ҚР 2014 жылғы N 239 Заңы")
  }
}

@Suite("Writing without capitals")
struct CaselessTests {
  @Test(
    "gives names their capitals by what stands beside them",
    arguments: [
      // Two unknown words side by side that look foreign.
      ("بۇگىن جازۋشى رەنار فەلدوس الماتىعا كەلدى.", "رەنار فەلدوس", "Ренар Фелдос"),
      // A name before what kind of place it is of.
      ("كەشە قاراساي اۋدانىندا جاڭا مەكتەپ اشىلدى.", "قاراساي", "Қарасай"),
      // An initial before a surname.
      ("بۇگىن ا. ساپاروۆ جاڭا مەكتەپ تۋرالى ايتتى.", "ا. ساپاروۆ", "А. Сапаров"),
      // The words that names of bodies are made of, before the word for one.
      (
        "بۇل تۋرالى توتەنشە جاعدايلار كوميتەتىنىڭ وكىلى ايتتى.", "توتەنشە جاعدايلار كوميتەتىنىڭ",
        "Төтенше жағдайлар комитеті"
      ),
      ("كەشە پرەزيدەنت قورى جاڭا جوبا ۇسىندى.", "پرەزيدەنت قورى", "Президент қоры"),
      // Any word before a patronymic.
      ("كىتاپتى بىرلىك اسقارۇلى جازدى.", "بىرلىك اسقارۇلى", "Бірлік Асқарұлы"),
      // What no lexicon knows behind a given name.
      ("بۇل كىتاپتى شەرحان بوكەيتەگى جازدى.", "شەرحان بوكەيتەگى", "Шерхан Бөкейтегі"),
      // A name that is a person's as well, in a row before what they are.
      ("كەشە جامبىل، قوستاناي مەن پاۆلودار وبلىستارىندا قار جاۋدى.", "جامبىل", "Жамбыл"),
      // Abbreviations whose letters stand apart, and a patronymic whose end does.
      ("بۇل تۋرالى ق ر پرەزيدەنتى ايتتى.", "ق ر پرەزيدەنتى", "ҚР президенті"),
      ("ول ا ق ش ەلىنە باردى.", "ا ق ش", "АҚШ"),
      ("كىتاپتى اباي قۇنانباي ۇلى جازدى.", "اباي قۇنانباي ۇلى", "Абай Құнанбайұлы"),
      // A village that no lexicon knows.
      ("كەشە شاعىلتوپ ەلدى مەكەنىندە مەكتەپ اشىلدى.", "شاعىلتوپ", "Шағылтоп"),
      // What no lexicon knows, before what somebody was of old.
      ("كەشە قۇلشورا داتقا تۋرالى ايتىلدى.", "قۇلشورا", "Құлшора"),
      // A direction before a land.
      ("ول سولتۇستىك قازاقستاندا تۇرادى.", "سولتۇستىك قازاقستاندا", "Солтүстік Қазақстан"),
    ])
  func beside(text: String, surface: String, form: String) throws {
    let document = try Checkout.pipeline().extract(text)
    let mention = try document.mention(of: surface)
    #expect(mention.canonicalCyrillic == form)
  }

  @Test(
    "makes no names of words beside each other that names could be made of",
    arguments: [
      "جيىنعا جۇزدەن استام ادام كەلدى.", "كوشەدە جەدەل جاردەم كولىگى تۇر.",
      "بۇل ۇسىنىستى ەشكىم قابىلدامايدى، ادام قابىلدانبايدى.", "جالپىۇلتتىق ازا تۇتۋ كۇنى بولدى.",
      "قالاعا جاقىن ورنالاسقان ەلدى مەكەندەردە جول جوندەلدى.",
    ])
  func words(text: String) throws {
    let document = try Checkout.pipeline().extract(text)
    #expect(!document.mentions.contains { $0.canonical != nil }, "\(document.mentions)")
  }

  @Test(
    "is read with the vowels of loans and of common words",
    arguments: [
      ("полигондағы биатлон", "پوليگونداعى بياتلون"), ("материал мен вагон", "ماتەريال مەن ۆاگون"),
      ("дәлел мен тәсіл", "دالەل مەن ٴتاسىل"),
    ])
  func loans(cyrillic: String, arabic: String) throws {
    let converter = try TextConverter(rules: Checkout.rules.get(), to: "cyrl", from: "arab")
    let result = try converter.convert(Array(arabic.utf8), with: Worker())
    #expect(String(decoding: result, as: UTF8.self).lowercased() == cyrillic)
  }
}
