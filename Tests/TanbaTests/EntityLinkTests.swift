import Tanba
import Testing

/// Kazakh text here is data: what a document as a whole says of its names.
@Suite("Names through a document")
struct EntityLinkTests {
  static let rules = Result { try RuleSet(folder: RulesLocation.folder([])) }

  func names(in text: String) throws -> [(text: String, mention: Mention)] {
    let pipeline = try makePipeline(rules: Self.rules.get())
    let document = try pipeline.extract(text)
    return document.mentions.filter { $0.timex == nil }.map { (document.text($0.span), $0) }
  }

  @Test("a surname alone and one with an initial stand for the full name met before")
  func expandsSurnames() throws {
    let found = try names(
      in: "Кеше Нұрсұлтан Назарбаев келді. Назарбаев сөйледі. Н. Назарбаевты олар күтті.")
    #expect(found.map(\.text) == ["Нұрсұлтан Назарбаев", "Назарбаев", "Н. Назарбаевты"])
    #expect(Set(found.map(\.mention.entity)) == [1])
    #expect(found.map(\.mention.expansion) == [nil, "Нұрсұлтан Назарбаев", "Нұрсұлтан Назарбаев"])
  }

  @Test("a surname of two people stands for either, and is not expanded")
  func keepsDoubt() throws {
    let found = try names(in: "Кеше Марат Тажин мен Айгүл Тажин келді. Тажин сөйледі.")
    let last = try #require(found.last).mention
    #expect(last.expansion == nil)
    #expect(last.candidates == ["Марат Тажин", "Айгүл Тажин"])
  }

  @Test("what a rule only guesses takes the kind that the document shows elsewhere")
  func settlesGuesses() throws {
    let found = try names(in: "Олар Люпаньшуй қаласына барды. Кеше олар Люпаньшуйге оралды.")
    #expect(found.map(\.text) == ["Люпаньшуй", "Люпаньшуйге"])
    #expect(found.map(\.mention.label) == ["GPE", "GPE"])
    #expect(Set(found.map(\.mention.entity)).count == 1)
  }

  @Test("an abbreviation in brackets stands for the name before it")
  func bindsAbbreviations() throws {
    let found = try names(in: "Кеше Біріккен Ұлттар Ұйымы (БҰҰ) мәлімдеме жасады. Бұл БҰҰ туы.")
    let short = found.filter { $0.text == "БҰҰ" }
    #expect(short.count == 2)
    #expect(short.allSatisfy { $0.mention.expansion == "Біріккен Ұлттар Ұйымы" })
    #expect(Set(found.map(\.mention.entity)).count == 1)
  }

  @Test("an abbreviation stands through the document for the name that defines it")
  func bindsUnknownAbbreviations() throws {
    let found = try names(
      in: "Дүниежүзілік табиғатты қорғау қоры (ДТҚҚ) отырыс өткізді. Олар ДТҚҚ туын көрді.")
    #expect(found.map(\.text) == ["Дүниежүзілік табиғатты қорғау қоры", "ДТҚҚ", "ДТҚҚ"])
    #expect(found.last?.mention.expansion == "Дүниежүзілік табиғатты қорғау қоры")
    #expect(Set(found.map(\.mention.entity)).count == 1)
  }

  @Test("a name in quotes is met again in quotes", arguments: ["Сарқырама", "Жасыл дала үні"])
  func findsQuotedNames(name: String) throws {
    let found = try names(
      in: "Кеше «\(name)» компаниясы ашылды. Биыл тұрғындар «\(name)» туралы айтты.")
    #expect(found.map(\.text) == [name, name])
    #expect(Set(found.map(\.mention.label)) == ["ORGANISATION"])
    #expect(Set(found.map(\.mention.entity)).count == 1)
  }

  @Test("a country and its short name are one by their code")
  func joinsByCode() throws {
    let found = try names(in: "Бұл Қазақстан Республикасы. Олар Қазақстанда тұрады.")
    #expect(found.map(\.mention.ref) == ["iso3166:KZ", "iso3166:KZ"])
    #expect(Set(found.map(\.mention.entity)).count == 1)
  }

  @Test("a long document of names that share a part ends in good time")
  func isBounded() throws {
    let text = (0..<2_000).map { "Олар Марат Тажин\($0 % 7) мен Тажинді көрді." }.joined(
      separator: " ")
    #expect(try names(in: text).count >= 2_000)
  }
}
