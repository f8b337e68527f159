import Tanba
import Testing

@Suite("Text without capitals in the rules' own alphabet")
struct SmallLettersTests {
  @Test(
    "has its names found as elsewhere, where lexicons or endings tell them",
    arguments: [
      "Қазақстан Республикасының президенті Қасым-Жомарт Тоқаев кеше Алматы қаласына барды",
      "Бүгін Астанада Нұрсұлтан Назарбаев сөз сөйледі",
      "Жиынға АҚШ пен Ресей өкілдері қатысты",
    ])
  func names(text: String) throws {
    let pipeline = try Checkout.pipeline()
    let (written, small) = (try pipeline.extract(text), try pipeline.extract(text.lowercased()))
    #expect(!written.mentions.isEmpty)
    #expect(small.mentions.map(\.span) == written.mentions.map(\.span))
    #expect(small.mentions.map(\.label) == written.mentions.map(\.label))
    #expect(small.mentions.map(\.canonical) == written.mentions.map(\.canonical))
    #expect(small.script == nil)
  }

  @Test(
    "is no such text where it has a capital, begins with none of its words, or is short",
    arguments: [
      "нұрсұлтан назарбаев кеше сөз сөйледі. Ол кетті.",
      "5 рет нұрсұлтан назарбаев сөз сөйледі", "нұрсұлтан назарбаев келді",
    ])
  func others(text: String) throws {
    #expect(try !Checkout.pipeline().extract(text).mentions.contains { $0.label == "PERSON" })
  }
}
