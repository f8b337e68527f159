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

  /// The value of a time, to be asked for in the order of the text.
  mutating func timex(of reading: TemporalReading, at tokens: TokenSpan) -> Timex {
    if paragraphs.pass(to: tokens.start) { antecedents.removeAll(keepingCapacity: true) }
    var (value, candidates) = known(reading)
    var isRelative = reading.isRelative
    if let anaphor = reading.anaphor, let found = antecedent(of: anaphor),
      let resolved = anaphor.resolve(found.day)
    {
      if anaphor.isDeictic, value.isResolved { candidates.insert(value, at: 0) }
      value = resolved
      isRelative = found.isRelative
    }
    remember(value, isRelative: isRelative)
    var timex = value.timex
    if options.dateFormat == .edtf { timex.edtf = value.edtf }
    for candidate in candidates {
      if let text = candidate.timex.value, text != timex.value, !timex.candidates.contains(text) {
        timex.candidates.append(text)
      }
    }
    return timex
  }

  /// The value of the words by themselves, and what else they may mean.
  private func known(_ reading: TemporalReading) -> (TemporalValue, [TemporalValue]) {
    var value = reading.value
    var candidates = reading.others
    if let year = antecedents.last(where: { $0.isClear && !$0.isRelative })?.day.year,
      let inYear = value.inYear(year)
    {
      candidates.append(inYear)
    }
    guard let reference else { return (value, candidates) }
    var readings = candidates.isEmpty || reading.others.isEmpty ? [] : [value] + reading.others
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
    return (value, candidates)
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

  private mutating func remember(_ value: TemporalValue, isRelative: Bool) {
    guard let day = value.firstDay else { return }
    if antecedents.count == Self.memory { antecedents.removeFirst() }
    antecedents.append(
      Antecedent(
        day: day, unit: value.unit ?? .day, isClear: value.unit != nil, isRelative: isRelative))
  }
}
