import Tanba
import Testing

@Suite("What a date may be otherwise")
struct DateReadingTests {
  private static func times(
    _ text: String, _ preference: TemporalPreference? = nil,
    reference: Document.ReferenceDate? = RoundTrip.reference,
    format: ExtractionOptions.DateFormat = .timex3
  ) throws -> [Timex] {
    let options = ExtractionOptions(dateFormat: format, preference: preference)
    return try Checkout.pipeline(options).extract(text, referenceDate: reference).mentions
      .compactMap(\.timex)
  }

  static let candidates: [(String, String?, [String])] = [
    ("Құжат 03/04/2021 күні келді.", "2021-04-03", ["2021-03-04"]),
    ("Құжат 04/04/2021 күні келді.", "2021-04-04", []),
    ("Құжат 13/04/2021 күні келді.", "2021-04-13", []),
    ("Құжат 03.04.2021 күні келді.", "2021-04-03", []),
    ("Мөрде 05.10.92 деп тұр.", "1992-10-05", ["2092-10-05"]),
    ("Отыз екінші жылдың ашаршылығы.", "1932", ["2032"]),
    ("Олар 20-жылдары көшті.", "192", ["202"]), ("Олар 60-жылдары көшті.", "196", []),
    ("Сейсенбіде кездесейік.", "XXXX-WXX-2", ["2021-05-11", "2021-05-18"]),
    ("Жиын 5 қазанда болады.", "XXXX-10-05", ["2020-10-05", "2021-10-05"]),
    ("Дәріс сағат 8-де өтеді.", "XXXX-XX-XXT08:00", ["XXXX-XX-XXT20:00"]),
    ("Дәріс таңғы 8-де өтеді.", "XXXX-XX-XXT08:00", []),
    ("Дәріс сағат 18-де өтеді.", "XXXX-XX-XXT18:00", []),
    ("Дәріс 08:00-де өтеді.", "XXXX-XX-XXT08:00", []),
    ("Мектеп 1992 жылы ашылды.", "1992", []), ("Биыл көшеміз.", "2021", []),
    ("Жұма сайын базарға барады.", "XXXX-WXX-5", []),
  ]

  @Test("stands in the candidates, where it is real", arguments: candidates)
  func hasCandidates(text: String, value: String?, expected: [String]) throws {
    let times = try Self.times(text)
    #expect(times.map(\.value) == [value])
    #expect(times.first?.candidates == expected)
  }

  @Test("needs no reference date where the words are enough")
  func needsNoReference() throws {
    let text = "Мөрде 05.10.92 және 03/04/2021 деп тұр. Сейсенбіде келді."
    let times = try Self.times(text, reference: nil)
    #expect(times.map(\.value) == ["1992-10-05", "2021-04-03", "XXXX-WXX-2"])
    #expect(times.map(\.candidates) == [["2092-10-05"], ["2021-03-04"], []])
  }

  static let preferences: [(String, [TemporalPreference: String])] = [
    (
      "Сейсенбіде кездесейік.",
      [.past: "2021-05-11", .future: "2021-05-18", .nearest: "2021-05-11"]
    ),
    (
      "Жиын 5 қазанда болады.",
      [.past: "2020-10-05", .future: "2021-10-05", .nearest: "2021-10-05"]
    ),
    ("Мөрде 05.10.92 деп тұр.", [.past: "1992-10-05", .future: "2092-10-05"]),
    ("Жиын мамырда болады.", [.past: "2021-05", .future: "2021-05", .nearest: "2021-05"]),
    ("Мектеп 1992 жылы ашылды.", [.past: "1992", .future: "1992", .nearest: "1992"]),
    ("Дәріс сағат 8-де өтеді.", [.past: "XXXX-XX-XXT08:00", .future: "XXXX-XX-XXT08:00"]),
  ]

  @Test("is the value where it is preferred", arguments: preferences)
  func prefers(text: String, values: [TemporalPreference: String]) throws {
    for (preference, value) in values {
      let times = try Self.times(text, preference)
      #expect(times.map(\.value) == [value], "\(preference)")
      #expect(times.first?.candidates.contains(value) == false)
    }
  }

  @Test("is left alone by a preference where there is no reference date")
  func needsReference() throws {
    #expect(
      try Self.times("Сейсенбіде кездесейік.", .past, reference: nil).map(\.value)
        == ["XXXX-WXX-2"])
  }

  @Test("EDTF stands beside the value where it is asked for")
  func edtf() throws {
    let text = "Мектеп 1992–1995 жылдары салынды, сейсенбіде ашылды."
    #expect(try Self.times(text).map(\.edtf) == [nil, nil])
    let times = try Self.times(text, format: .edtf)
    #expect(times.map(\.edtf) == ["1992/1995", nil])
    #expect(times.map(\.value) == ["1992/1995", "XXXX-WXX-2"])
  }

  @Test(
    "the clock of a place is told beside the time",
    arguments: [
      ("Матч 2024 жылғы 5 мамырда болды. Астана уақытымен сағат 21:00-де басталды.", "+06:00"),
      ("Астана уақытымен 2024 жылғы 5 мамырда сағат 21:00-де басталды.", nil),
      ("Мәскеу уақыты бойынша 14.30-да қонды.", "+03:00"), ("Хабар 14:20 GMT кезінде түсті.", "Z"),
      ("Дүмпу сағат 04:12-де (GMT+6) тіркелді.", "+06:00"), ("Дәріс 14:20-да басталды.", nil),
    ])
  func zones(text: String, expected: String?) throws {
    #expect(try Self.times(text).last?.zone == expected)
  }
}
