import ICUText
import Tanba
import TestSupport
import Testing

@Suite("What ICU writes of dates is read as it was meant")
struct DateRoundTripTests {
  /// 1900-01-01 to 2100-12-31, counted from 1970-01-01.
  static let days = stride(from: -25_567, through: 47_846, by: RoundTrip.step(211))

  @Test(
    "every day in ICU's forms of Kazakh",
    arguments: ["full", "long", "medium", "yMMMMd"])
  func readsDays(style: String) throws {
    let format = try LocaleFormat(
      style == "yMMMMd" ? .skeleton(style) : .date(style), locale: RoundTrip.locale)
    let reader = try RoundTripReader()
    for day in Self.days { try reader.expect(try format.text(day: day), RoundTrip.iso(day: day)) }
    #expect(reader.failures.isEmpty, "\(reader.report)")
  }

  @Test("every day with every suffix of its month and of its number")
  func readsInflectedDays() throws {
    let months = try Months()
    let reader = try RoundTripReader()
    for day in Self.days {
      let date = RoundTrip.date(day: day)
      let iso = RoundTrip.iso(day: day)
      for text in months.texts(date) { try reader.expect(text, iso) { "Жиын \($0) өтті." } }
    }
    #expect(reader.failures.isEmpty, "\(reader.report)")
  }

  @Test(
    "random intervals, by day, month, year and in digits",
    arguments: ["yMMMMd", "yMMMd", "yMd", "yMMMEd"])
  func readsIntervals(skeleton: String) throws {
    let format = try LocaleFormat(.interval(skeleton), locale: RoundTrip.locale)
    let reader = try RoundTripReader()
    var random = SeededGenerator(seed: 5)
    for index in 0..<10_000 {
      let first = Int.random(in: -25_567...47_000, using: &random)
      // Short ones too: they share their month, or their year.
      let length = [20, 300, 846][index % 3]
      let last = first + Int.random(in: 1...length, using: &random)
      guard index.isMultiple(of: RoundTrip.step(41)) else { continue }
      let value = RoundTrip.iso(day: first) + "/" + RoundTrip.iso(day: last)
      try reader.expect(try format.text(from: first, to: last), value)
    }
    #expect(reader.failures.isEmpty, "\(reader.report)")
  }

  @Test("random intervals of months")
  func readsMonthIntervals() throws {
    let format = try LocaleFormat(.interval("yMMMM"), locale: RoundTrip.locale)
    let reader = try RoundTripReader()
    var random = SeededGenerator(seed: 6)
    for _ in 0..<200 {
      let first = Int.random(in: -25_567...47_000, using: &random)
      let last = first + Int.random(in: 35...846, using: &random)
      let value = "\(RoundTrip.iso(day: first).dropLast(3))/\(RoundTrip.iso(day: last).dropLast(3))"
      try reader.expect(try format.text(from: first, to: last), value)
    }
    #expect(reader.failures.isEmpty, "\(reader.report)")
  }

  /// The months as a generator writes them into dates.
  private struct Months {
    private var plain: [String] = []
    private var locative: [String] = []
    private var attributive: [String] = []
    private var possessed: [[String]] = []
    private var genitive: [String] = []
    private var dayNames: [String] = []
    private var dayDigits: [[String]] = []

    init() throws {
      let names = try LocaleFormat(.skeleton("MMMM"), locale: RoundTrip.locale)
      for month in 0..<12 {
        let name = try names.text(day: month * 30 + 15).lowercased()
        plain.append(name)
        locative.append(try RoundTrip.form(name, "loc"))
        attributive.append(try RoundTrip.form(name, "loc", "attr"))
        genitive.append(try RoundTrip.form(name, "gen"))
        possessed.append([
          try RoundTrip.form(name, "poss3"), try RoundTrip.form(name, "poss3", "loc"),
          try RoundTrip.form(name, "poss3", "abl"), try RoundTrip.form(name, "poss3", "dat"),
        ])
      }
      let words = try LocaleFormat(.words("%spellout-cardinal"), locale: RoundTrip.locale)
      for day in 1...31 {
        let name = try words.text(number: day)
        dayNames.append(name)
        dayDigits.append([
          try RoundTrip.digits(day, named: try last(of: name), "poss3"),
          try RoundTrip.digits(day, named: try last(of: name), "poss3", "loc"),
        ])
      }
    }

    private func last(of name: String) throws -> String {
      name.split(separator: " ").last.map(String.init) ?? name
    }

    func texts(_ date: (year: Int, month: Int, day: Int)) -> [String] {
      let (year, month, day) = (date.year, date.month - 1, date.day)
      return [
        "\(year) жылы \(day) \(locative[month])", "\(year) жылғы \(day) \(attributive[month])",
        "\(year) ж. \(day) \(plain[month])",
        "\(year) жылдың \(genitive[month]) \(dayDigits[day - 1][0])",
        "\(year) жылдың \(genitive[month]) \(dayDigits[day - 1][1])",
      ] + possessed[month].map { "\(year) жылдың \(day) \($0)" }
    }
  }
}
