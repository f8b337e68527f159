import Tanba
import Testing

@Suite("A date that hangs on one named before it")
struct AnaphorTests {
  private static func times(
    _ text: String, reference: Document.ReferenceDate? = RoundTrip.reference
  ) throws -> [Timex] {
    try Checkout.pipeline().extract(text, referenceDate: reference).mentions.compactMap(\.timex)
  }

  static let told: [(String, String?)] = [
    ("Ауыл 1931 жылы көшті. Сол жылы мектеп жабылды.", "1931"),
    ("Ауыл 1931 жылдың мамырында көшті. Сол жылы мектеп жабылды.", "1931"),
    ("Ауыл 1931 жылдың мамырында көшті. Сол айда мектеп жабылды.", "1931-05"),
    ("Мектеп 1992 жылы 5 қазанда ашылды. Сол күні той болды.", "1992-10-05"),
    ("Мектеп 1992 жылы 5 қазанда ашылды. Сол күні кешке той болды.", "1992-10-05TEV"),
    ("Мектеп 1992 жылы 31 желтоқсанда ашылды. Келесі күні сабақ болды.", "1993-01-01"),
    ("Мектеп 1992 жылы мамырда ашылды. Сол жылдың күзінде сабақ басталды.", "1992-FA"),
    ("Мектеп 1992 жылы мамырда ашылды. Сол айдың 17-сінде той болды.", "1992-05-17"),
    ("Кітап 1930 жылы шықты. Келесі жылы қайта басылды.", "1931"),
    ("Кітап 1930 жылы шықты. Осы жылы автор қайтыс болды.", "1930"),
    ("Кеше келді. Сол күні кетті.", "2021-05-11"),
    // The nearest that is fine enough.
    ("Ол 1992 жылы 5 қазанда келіп, 1993 жылы кетті. Сол күні той болды.", "1992-10-05"),
    // Open: nothing before it, nothing so fine, a range, another paragraph.
    ("Сол жылы мектеп жабылды.", nil),
    ("Ауыл 1931 жылы көшті. Сол күні жаңбыр жауды.", nil),
    ("Ол 1930–1935 жылдары оқыды. Сол жылы үйленді.", nil),
    ("Ауыл 1931 жылы көшті.\nСол жылы мектеп жабылды.", nil),
    // Not so long ago: the day of the text counts.
    ("Оған 2020 жылы ақша бөлінді. Осы жылы тағы бөлінеді.", "2021"),
    ("Былтыр ақша бөлінді. Келесі жылы тағы бөлінеді.", "2022"),
  ]

  @Test("takes its value from that, where it is clear", arguments: told)
  func takesValue(text: String, expected: String?) throws {
    #expect(try Self.times(text).last?.value == expected)
  }

  @Test("keeps the reading against the reference date as a candidate")
  func keepsCandidate() throws {
    let last = try Self.times("Кітап 1930 жылы шықты. Келесі жылы қайта басылды.").last
    #expect(last?.candidates == ["2022"])
  }

  @Test("takes it without a reference date too")
  func needsNoReference() throws {
    let text = "Кітап 2020 жылы шықты. Келесі жылы қайта басылды."
    #expect(try Self.times(text, reference: nil).last?.value == "2021")
    #expect(try Self.times("Келесі жылы басылады.", reference: nil).last?.value == nil)
  }

  @Test("a day without its year may be of the year that was named")
  func yearOfParagraph() throws {
    let last = try Self.times("Ол 1920 жылы туған. Той 5 мамырда болды.").last
    #expect(last?.value == "XXXX-05-05")
    #expect(last?.candidates.first == "1920-05-05")
  }

  @Test("a line that a sentence runs across is no paragraph's end")
  func runsAcross() throws {
    #expect(
      try Self.times("Ауыл 1931 жылы көшті, сол жылы\nмектеп жабылды.").last?.value == "1931")
  }
}
