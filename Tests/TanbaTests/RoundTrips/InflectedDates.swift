import ICUText

/// Writes days as texts have them: the month or the day in every case, in digits and in words.
struct InflectedDates {
  private struct Month {
    var plain: String
    var locative: String
    var attributive: String
    var genitive: String
    /// Of a year, in every case.
    var possessed: [String]
  }

  private struct Day {
    /// As an ordinal in words.
    var ordinal: String
    /// Of a month, in every case, in digits and in words.
    var possessed: [String]
  }

  private var months: [Month] = []
  private var days: [Day] = []

  private static let cases = [[], ["loc"], ["abl"], ["dat"], ["gen"], ["acc"], ["loc", "attr"]]

  init() throws {
    let names = try LocaleFormat(.skeleton("MMMM"), locale: RoundTrip.locale)
    for month in 0..<12 {
      let name = try names.text(day: month * 30 + 15).lowercased()
      months.append(
        Month(
          plain: name, locative: try RoundTrip.form(name, ["loc"]),
          attributive: try RoundTrip.form(name, ["loc", "attr"]),
          genitive: try RoundTrip.form(name, ["gen"]),
          possessed: try Self.cases.map { try RoundTrip.form(name, ["poss3"] + $0) }))
    }
    let cardinals = try LocaleFormat(.words("%spellout-cardinal"), locale: RoundTrip.locale)
    let ordinals = try LocaleFormat(.words("%spellout-ordinal"), locale: RoundTrip.locale)
    for number in 1...31 {
      let words = try cardinals.text(number: number).split(separator: " ").map(String.init)
      let last = words[words.count - 1]
      let head = words.dropLast().map { $0 + " " }.joined()
      var forms: [String] = []
      for features in Self.cases.dropLast() {
        forms.append(try RoundTrip.digits(number, named: last, ["poss3"] + features))
        forms.append(head + (try RoundTrip.form(last, ["poss3"] + features)))
      }
      days.append(Day(ordinal: try ordinals.text(number: number), possessed: forms))
    }
  }

  /// A day in every form.
  func texts(_ date: (year: Int, month: Int, day: Int)) -> [String] {
    let (year, day) = (date.year, date.day)
    let month = months[date.month - 1]
    let named = days[day - 1]
    return [
      "\(year) жылы \(day) \(month.locative)", "\(year) жылы \(day)-\(month.locative)",
      "\(year) жылғы \(day) \(month.attributive)", "\(year) ж. \(day) \(month.plain)",
      "\(year) жылы \(named.ordinal) \(month.locative)",
      "\(year) жылғы \(named.ordinal) \(month.attributive)",
      "\(year) жылдың \(named.ordinal) \(month.possessed[1])",
    ] + named.possessed.map { "\(year) жылдың \(month.genitive) \($0)" }
      + month.possessed.map { "\(year) жылдың \(day) \($0)" }
  }
}
