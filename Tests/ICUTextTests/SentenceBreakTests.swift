import ICUText
import Testing

@Suite("Sentence segmentation")
struct SentenceBreakTests {
  /// `|` stands where a sentence is to end; the text is what remains without it.
  private func check(_ marked: String) throws {
    let text = marked.filter { $0 != "|" }
    let segments = try Checkout.segments(text, Checkout.sentences.get())
    #expect(segments.map(\.text).joined(separator: "|") == marked)
  }

  @Test(
    "initials and abbreviations end no sentence by themselves",
    arguments: [
      "Президент Н.Назарбаев айтты. |Ол келді.",
      "Қ.-Ж. К. Тоқаев айтты. |С. Пушкин келді.",
      "Дж. Ш. Мұса келді.",
      "1974 ж. 3 тамыз. |Ол келді.",
      "1992 ж. қазан айы.",
      "Ол 1992 ж. Алматыға келді. |Ол кетті.",
      "Ол 1838 ж. М. Ахметовты көрді. |Ол кетті.",
      "Б.з. VI ғ. Жетісуда тұрды.",
      "Семей обл. Абай ауд. Көкорай ауылы.",
      "05.10.1992 ж. басталды.",
      "Ол 5. 10. 1992 ж. басталды. |Саны 5. |10 адам.",
      "Алматы қ. т.б. 5 адам.",
      "Б.з.б. 5 ғ. ортасы.",
      "Бұл т.б. |Алматы келді.",
      "5-қаз. 1992 кетті. |5-қаз. |Сол кетті.",
      "(2007 ж.) Ол келді.",
      "Ол (т.с.с.) мен.",
      "Проф. Ахметов пен акад. Сәтбаев.",
      "Баж. |5 адам.",
    ])
  func abbreviations(text: String) throws { try check(text) }

  @Test(
    "glued sentences are parted",
    arguments: [
      "Ол келді.|Сол кетті.",
      "ұсынған болатын..|2007 жыл.",
      "болып табылды..|АӨСШК келді.",
      "табылады [4]..|2007 жыл.",
      "берді…» [7]..|Қорыта айтқанда.",
      "қойылды..|«Алматы актісінде».",
      "Олар:.|Азияда.",
      "болды.|2007 жылы.",
      "болды...сол.",
    ])
  func glued(text: String) throws { try check(text) }

  @Test(
    "stops within numbers, names and quoted speech end nothing",
    arguments: [
      "Баға 3.5 пайыз, ст.5 бойынша.",
      "1. Кіріспе сөз.",
      "Ол khabar.kz сайты.",
      "деді: «…Азия туралы айтқанда.",
      "«Кеттік!» – деді ол.",
      "«Кеттік!» |Ол айтты.",
      "(Ол кетті.) |Біз қалдық.",
      "“Ол кетті.” |Біз қалдық.",
      "„Кетті.“ |Біз қалдық.",
      "Солай ма? |Иә! |Жоқ…",
      "болды.[4] |Сол кетті. [4, 5] |Ол да.",
    ])
  func within(text: String) throws { try check(text) }

  @Test(
    "a line break ends a sentence unless the line goes on",
    arguments: [
      "Бір сөйлем\nжалғасы.\n|Үшінші",
      "Тақырып\n|Сөйлем.",
      "Үшінші қа-\r\nзанда",
      "Ол Алма-\nАтада",
      "Бір\n\n|екінші",
      "Бір\n \n|екінші",
      "Бір\u{2029}|екінші",
      "2007 ж.\nқазан айы\n|5 адам",
    ])
  func lines(text: String) throws { try check(text) }
}
