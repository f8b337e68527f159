import Tanba
import Testing

@Suite("A holiday")
struct HolidayTests {
  private static func events(_ text: String) throws -> [Mention] {
    try Checkout.pipeline().extract(text, referenceDate: RoundTrip.reference).mentions
      .filter { $0.label == EntityLabel.event.rawValue }
  }

  static let dates: [(String, String?)] = [
    ("Бүгін ел Тәуелсіздік күнін тойлады.", "XXXX-12-16"),
    ("Ел 2019 жылғы Жеңіс күнін есте сақтады.", "2019-05-09"),
    ("Халық 2022 жылғы Наурыз мейрамын тойлады.", "2022-03-21/2022-03-23"),
    ("Мұсылмандар 2021 жылғы Құрбан айтты қарсы алды.", "2021-07-20"),
    ("Мұсылмандар 2024 жылғы Құрбан айтты қарсы алды.", "2024-06-16"),
    ("Мұсылмандар биылғы Ораза айтты қарсы алды.", "2021-05-13"),
  ]

  @Test("is an event that has its date", arguments: dates)
  func hasDate(text: String, expected: String?) throws {
    #expect(try Self.events(text).map(\.value) == [expected])
    #expect(try Self.events(text).allSatisfy { $0.timex == nil })
  }

  @Test("of the Islamic calendar has no date without a year")
  func needsYear() throws {
    #expect(try Self.events("Мұсылмандар Құрбан айтты қарсы алды.").map(\.value) == [nil])
  }

  @Test("that falls twice into a year has both")
  func fallsTwice() throws {
    let event = try Self.events("Мұсылмандар 2006 жылғы Құрбан айтты қарсы алды.").first
    #expect(event?.value == "2006-01-10")
    #expect(event?.candidates == ["2006-12-31"])
  }
}
