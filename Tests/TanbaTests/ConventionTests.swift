import Tanba
import Testing
import TextModel

@Suite("A convention")
struct ConventionTests {
  /// Where the spans of both conventions end, marked in the same sentence.
  static let sentences: [(full: String, kaznerd: String)] = [
    ("Жұмыс [бүгінге] дейін созылды.", "Жұмыс [бүгінге дейін] созылды."),
    ("Жиын [26 наурыз күні] болды.", "Жиын [26 наурыз] күні болды."),
    ("Жиын [тамыз айында] болды.", "Жиын [тамыз] айында болды."),
    ("Ол [2020 жылдың тамыз айында] келді.", "Ол [2020 жылдың тамыз айында] келді."),
    ("Ол [он жылдан] астам оқыды.", "Ол [он жылдан астам] оқыды."),
    ("Ол [кеше таңғы жетіде] келді.", "Ол [кеше] [таңғы жетіде] келді."),
    (
      "Биыл мұнда [2021 жылғы 12 мамырда] той болды.",
      "Биыл мұнда [2021 жылғы 12 мамырда] той болды."
    ),
    ("Ол [қазір] осында.", "Ол қазір осында."),
  ]

  private static func marked(
    _ sentence: String, _ convention: ExtractionOptions.Convention
  ) throws -> String {
    var options = ExtractionOptions()
    options.convention = convention
    let text = sentence.filter { $0 != "[" && $0 != "]" }
    let document = try makePipeline(rules: try RoundTrip.rules.get(), options: options)
      .extract(text, referenceDate: RoundTrip.reference)
    var bytes = document.source
    for mention in document.mentions.reversed()
    where mention.timex != nil && document.text(mention.span) != "Биыл" {
      bytes.insert(UInt8(ascii: "]"), at: mention.span.end)
      bytes.insert(UInt8(ascii: "["), at: mention.span.start)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("decides where the spans of times end", arguments: sentences.indices)
  func decidesSpans(index: Int) throws {
    let sentence = Self.sentences[index]
    #expect(try Self.marked(sentence.full, .full) == sentence.full)
    #expect(try Self.marked(sentence.kaznerd, .kaznerd) == sentence.kaznerd)
  }

  @Test(
    "gives a number its value and unit",
    arguments: [
      ("Оған 1,5 миллиард теңге керек.", "MONEY", "1500000000", "KZT"),
      ("Өсім 5,4 пайызға жетті.", "PERCENTAGE", "5.4", "%"),
      ("Жол алпыс бес километр.", "QUANTITY", "65", "km"),
      ("Залда 2 021 000 адам отыр.", "CARDINAL", "2021000", nil),
      ("Ол жиырма бірінші орын алды.", "ORDINAL", "21", nil),
    ] as [(String, String, String, String?)],
    [ExtractionOptions.Convention.full, .kaznerd])
  func givesValues(
    number: (text: String, label: String, value: String, unit: String?),
    convention: ExtractionOptions.Convention
  ) throws {
    var options = ExtractionOptions()
    options.convention = convention
    let document = try makePipeline(rules: try RoundTrip.rules.get(), options: options)
      .extract(number.text)
    let mention = try #require(document.mentions.first { $0.label == number.label })
    #expect(mention.value == number.value)
    #expect(mention.unit == number.unit)
  }

  @Test("gives out no number of a date", arguments: ExtractionOptions.Convention.allCases)
  func keepsDatesWhole(convention: ExtractionOptions.Convention) throws {
    var options = ExtractionOptions()
    options.convention = convention
    let document = try makePipeline(rules: try RoundTrip.rules.get(), options: options)
      .extract("Ол 1992 жылы 5 қазанда, ал ол 2005–2007 жылдары келді.")
    #expect(document.mentions.map(\.label) == ["DATE", "DATE"])
  }
}
