import Tanba
import Testing

@Suite("Lines that were broken at a width")
struct WrappedLinesTests {
  static let text =
    "Кеше өткен үлкен халықаралық жиында Ханс Вильгельм Гейгер мен Қазақстан Республикасының "
    + "өкілдері және басқа да қонақтар сөз сөйледі. Оған көптеген елдің адамдары қатысты, олардың "
    + "ішінде Нұрсұлтан Назарбаев пен Дональд Трамп бар. Жиын 1992 жылы 5 қазанда құрылған ұйымның "
    + "Астана қаласындағы үлкен сарайында өтіп, кейін Сан-Франциско қаласында жалғасты. "
    + "Ұзақ әңгімеден кейін қонақтар келесі кездесудің қашан және қай жерде болатынын жазып алып, "
    + "бір-бірімен жылы қоштасып, әрқайсысы өз еліне қайтуға қам жасады да, кешке қарай көшеге "
    + "шығып, жаңбырдан кейінгі таза ауада ұзақ қыдырып, қаланың ескі үйлерін тамашалады."

  static func wrapped(_ text: String, at width: Int) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(line) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  static func mentions(of text: String) throws -> [String] {
    let document = try Checkout.pipeline().extract(text)
    return document.mentions.map {
      let words = document.text($0.span).replacing("\n", with: " ")
      return "\(words) \($0.label) \($0.canonical ?? $0.timex?.value ?? "")"
    }
  }

  @Test("hide no name, whatever the width", arguments: 30...90)
  func names(width: Int) throws {
    let wrapped = Self.wrapped(Self.text, at: width)
    #expect(wrapped.contains("\n"))
    #expect(try Self.mentions(of: wrapped) == Self.mentions(of: Self.text))
  }

  @Test(
    "are told from titles, verses and lists, whose lines end where they will",
    arguments: [
      "Сөйледі Қайрат\nАхметов тыңдады\nКүлді Серік\nОмаров үндемеді",
      "Тізім:\nАстана\nНұрсұлтан\nНазарбаев\nАлматы",
    ])
  func lists(text: String) throws {
    #expect(
      try Checkout.pipeline().extract(text).mentions.allSatisfy { mention in
        !text.utf8.dropFirst(mention.span.start).prefix(mention.span.count).contains(0x0A)
      })
  }

  @Test("leave a short line above the text a title")
  func title() throws {
    let text = "Нұрсұлтан\n" + Self.wrapped("Назарбаев келді. " + Self.text, at: 50)
    #expect(
      try Self.mentions(of: text).prefix(2).map { $0.prefix { $0 != " " } } == [
        "Нұрсұлтан", "Назарбаев",
      ])
  }
}
