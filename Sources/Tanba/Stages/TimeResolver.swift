import Temporal
import TextModel

/// Gives times the values that hang on more than their own words: on the reference date, on a
/// preference, and on the dates that the paragraph has named before.
struct TimeResolver {
  private let options: ExtractionOptions
  private let reference: CivilDate?
  private var paragraphs: ParagraphBreaks
  private var antecedents: [Antecedent] = []

  /// A date that the paragraph has named.
  private struct Antecedent {
    var day: CivilDate
    var unit: TemporalUnit
    /// It is one point; a range leaves open which part of it is meant.
    var isClear: Bool
    /// It is counted from the reference date itself.
    var isRelative: Bool
  }

  /// How many dates of a paragraph are remembered.
  private static let memory = 16
  /// Below this many years before the reference date, “next year” is counted from that.
  private static let narrativeYears = 2

  init(_ document: Document, _ options: ExtractionOptions) {
    self.options = options
    reference = document.referenceDate.flatMap {
      CivilDate(year: $0.year, month: $0.month, day: $0.day)
    }
    paragraphs = ParagraphBreaks(document)
  }

  /// What a reading says beside the reference date, whatever the text has named.
  func known(_ reading: TemporalReading) -> KnownTime {
    var value = reading.value
    var candidates = reading.others
    if let reference {
      var readings = reading.others.isEmpty ? [] : [value] + reading.others
      let around = value.readings(around: reference)
      candidates += around
      readings += around
      if let preference = options.preference,
        let chosen = TemporalValue.choose(preference, among: readings, around: reference)
      {
        candidates.insert(value, at: 0)
        value = chosen
        candidates.removeAll { !$0.isDefinite }
      }
    }
    return KnownTime(
      reading: reading, value: value, candidates: candidates, timex: timex(value, candidates),
      lacksYear: reading.value.inYear(2000) != nil, day: value.firstDay, unit: value.unit)
  }

  /// The value of a time where the paragraph says more than the words alone, else nil. To be asked
  /// for in the order of the text.
  mutating func timex(of time: KnownTime, at tokens: TokenSpan) -> Timex? {
    if paragraphs.pass(to: tokens.start) { antecedents.removeAll(keepingCapacity: true) }
    if let anaphor = time.reading.anaphor, let found = antecedent(of: anaphor),
      let resolved = anaphor.resolve(found.day)
    {
      var candidates = time.candidates
      if anaphor.isDeictic, time.value.isResolved { candidates.insert(time.value, at: 0) }
      remember(resolved.firstDay, resolved.unit, isRelative: found.isRelative)
      return timex(resolved, candidates)
    }
    defer { remember(time.day, time.unit, isRelative: time.reading.isRelative) }
    if time.lacksYear,
      let year = antecedents.last(where: { $0.isClear && !$0.isRelative })?.day.year,
      let inYear = time.reading.value.inYear(year)
    {
      return timex(time.value, [inYear] + time.candidates)
    }
    return nil
  }

  private func timex(_ value: TemporalValue, _ candidates: [TemporalValue]) -> Timex {
    var timex = value.timex
    if options.dateFormat == .edtf { timex.edtf = value.edtf }
    for candidate in candidates {
      if let text = candidate.timex.value, text != timex.value, !timex.candidates.contains(text) {
        timex.candidates.append(text)
      }
    }
    return timex
  }

  private func antecedent(of anaphor: Anaphor) -> Antecedent? {
    guard let found = antecedents.last(where: { $0.unit <= anaphor.unit || !$0.isClear }),
      found.isClear
    else { return nil }
    guard anaphor.isDeictic else { return found }
    if found.isRelative { return nil }
    guard let reference else { return found }
    return found.day.year <= reference.year - Self.narrativeYears ? found : nil
  }

  private mutating func remember(
    _ day: CivilDate?, _ unit: TemporalUnit?, isRelative: Bool
  ) {
    guard let day else { return }
    if antecedents.count == Self.memory { antecedents.removeFirst() }
    antecedents.append(
      Antecedent(day: day, unit: unit ?? .day, isClear: unit != nil, isRelative: isRelative))
  }
}

/// What is known of a time before the text around it is looked at.
struct KnownTime {
  var reading: TemporalReading
  /// The value beside the reference date, by the preference.
  var value: TemporalValue
  var candidates: [TemporalValue]
  var timex: Timex
  /// A year would make it definite.
  var lacksYear: Bool
  /// The first day of the value, where it is definite, and the unit of one that is a point.
  var day: CivilDate?
  var unit: TemporalUnit?
}
