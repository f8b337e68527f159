import ICUText
import Testing

@Suite("Word segmentation")
struct WordBreakTests {
  /// Segments but the blank ones, each with its status, as in `05/100 ./20`.
  private func marked(_ text: String) throws -> String {
    try Checkout.segments(text, Checkout.words.get())
      .filter { $0.status != 10 }
      .map { "\($0.text)/\($0.status)" }
      .joined(separator: " ")
  }

  @Test(
    "digits join with digits only",
    arguments: [
      ("05.10.1992", "05/100 ./20 10/100 ./20 1992/100"),
      ("47ші", "47/100 ші/200"),
      ("9,58", "9/100 ,/20 58/100"),
      ("2021-05-12T09:30", "2021/100 -/20 05/100 -/20 12/100 T/200 09/100 :/20 30/100"),
      ("٢٠٠٧", "٢٠٠٧/100"),
      ("м²", "м/200 ²/20"),
    ])
  func digits(text: String, expected: String) throws {
    #expect(try marked(text) == expected)
  }

  @Test(
    "letters join over what can't be seen and over apostrophes, and over nothing else",
    arguments: [
      ("«47-ші»", "«/20 47/100 -/20 ші/200 »/20"),
      ("Сан-Диего", "Сан/200 -/20 Диего/200"),
      ("табылды..АӨСШК", "табылды/200 ./20 ./20 АӨСШК/200"),
      ("khabar.kz", "khabar/200 ./20 kz/200"),
      ("а_б", "а/200 _/20 б/200"),
      ("қа\u{AD}зан", "қа\u{AD}зан/200"),
      ("қа\u{200B}зан", "қа\u{200B}зан/200"),
      ("сөз\u{200B} сөз", "сөз/200 сөз/200"),
      ("Qazaq'stan’da", "Qazaq'stan’da/200"),
      ("'ай'", "'/20 ай/200 '/20"),
      ("ʼай", "ʼ/20 ай/200"),
      ("мəселе кaзак", "мəселе/200 кaзак/200"),
      ("и\u{306}од", "и\u{306}од/200"),
      ("ٴتىل ءتىل", "ٴتىل/200 ءتىل/200"),
      ("Ⅷ", "Ⅷ/200"),
    ])
  func letters(text: String, expected: String) throws {
    #expect(try marked(text) == expected)
  }

  @Test(
    "symbols stand one by one, an emoji sequence as one",
    arguments: [
      ("...…", "./20 ./20 ./20 …/20"),
      ("👨‍👩‍👧👍🏽", "👨‍👩‍👧/20 👍🏽/20"),
      ("🇰🇿🇹🇷", "🇰🇿/20 🇹🇷/20"),
      ("#️⃣№", "#️⃣/20 №/20"),
      ("\u{0}\u{1}", "\u{0}/20 \u{1}/20"),
      ("\u{301}\u{302}", "\u{301}\u{302}/20"),
      ("»\u{301}", "»\u{301}/20"),
    ])
  func symbols(text: String, expected: String) throws {
    #expect(try marked(text) == expected)
  }

  @Test(
    "abbreviations keep their full stops where they are whole words",
    arguments: [
      ("1992 ж. 5", "1992/100 ж./300 5/100"),
      ("2007ж.", "2007/100 ж./300"),
      ("1992 ж. т.б.", "1992/100 ж./300 т.б./300"),
      ("т.с.с.)", "т.с.с./300 )/20"),
      ("б. з. б. 5", "б. з. б./300 5/100"),
      ("Б.з.б.", "Б.з.б./300"),
      ("б.з.д.", "б.з.д./300"),
      ("Абай ауд. 7", "Абай/200 ауд./300 7/100"),
      ("байж. бк.", "байж/200 ./20 бк/200 ./20"),
      ("5-қаз. 2007", "5/100 -/20 қаз/200 ./20 2007/100"),
      ("сауда.", "сауда/200 ./20"),
      ("мың.", "мың/200 ./20"),
      ("проф. Сәтбаев", "проф./300 Сәтбаев/200"),
    ])
  func abbreviations(text: String, expected: String) throws {
    #expect(try marked(text) == expected)
  }

  @Test(
    "an initial keeps its full stop",
    arguments: [
      ("Н.Назарбаев", "Н./310 Назарбаев/200"),
      ("А.С.", "А./310 С./310"),
      ("Қ.-Ж. К. Тоқаев", "Қ./310 -/20 Ж./310 К./310 Тоқаев/200"),
      ("Дж. Ш. Мұса", "Дж./310 Ш./310 Мұса/200"),
      ("И\u{306}. Ә", "И\u{306}./310 Ә/200"),
      ("ХХІ.", "ХХІ/200 ./20"),
    ])
  func initials(text: String, expected: String) throws {
    #expect(try marked(text) == expected)
  }

  @Test("blank space is one segment, line breaks included")
  func blank() throws {
    let segments = try Checkout.segments("а \r\n\t\u{A0}\u{2003}б", Checkout.words.get())
    #expect(segments.map(\.text) == ["а", " \r\n\t\u{A0}\u{2003}", "б"])
    #expect(segments.map(\.status) == [200, 10, 200])
  }

  @Test("an empty text has no boundaries")
  func empty() throws {
    #expect(try Checkout.words.get().makeIterator().boundaries(of: []).isEmpty)
  }
}
