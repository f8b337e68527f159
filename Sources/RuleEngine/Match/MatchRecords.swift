import TextModel

/// The records of one worker, by what they depend on.
///
/// What a rule says of a match depends on the words of its extent, how they are glued, its captured
/// parts, the matches of earlier phases inside it and the reference date: where all these are the
/// same, so is the record.
final class MatchRecords {
  private let pool = NumberPool()
  private var records: [MatchRecord] = []
  private let areImpossible = PlainBuffer<Bool>()
  private let key = PlainBuffer<Int32>()
  /// The reference dates met, by number, and the one that holds now.
  private var dates: [Document.ReferenceDate: Int32] = [:]
  private var referenceDate: Document.ReferenceDate?
  private var lastDate: Int32 = 0
  @exclusivity(unchecked) private var date: Int32 = 0

  /// So many numbers are kept to find records by.
  private static let mostNumbers = 1 << 20

  /// Forgets all records; those that are still held elsewhere stay what they are.
  func removeAll() {
    pool.removeAll()
    records.removeAll()
    areImpossible.removeAll()
    dates.removeAll()
    lastDate = 0
  }

  /// Begins a document.
  func begin(referenceDate new: Document.ReferenceDate?) {
    guard let new else {
      date = 0
      return
    }
    if lastDate > 0, new == referenceDate {
      date = lastDate
      return
    }
    referenceDate = new
    // 0 is no date at all.
    lastDate = dates[new] ?? Int32(dates.count + 1)
    dates[new] = lastDate
    date = lastDate
  }

  /// Begins a sentence: forgets all records where they are many.
  func beginSentence() {
    guard pool.numberCount > Self.mostNumbers else { return }
    let day = date == 0 ? nil : referenceDate
    removeAll()
    begin(referenceDate: day)
  }

  /// The number of the one record of a rule whose matches say nothing but that they are there.
  func number(ofPlain rule: Int) -> (number: Int32, isNew: Bool) {
    key.removeAll()
    key.append(Int32(rule))
    let number = pool.intern(key)
    return (number, Int(number) == records.count)
  }

  /// A record by its number.
  subscript(number: Int32) -> MatchRecord { records[Int(number)] }

  /// Whether a record is that of a match which gives nothing.
  func isImpossible(_ number: Int32) -> Bool { areImpossible[Int(number)] }

  /// Whether the record of a match is known; it has the number that ``number`` gives.
  ///
  /// - Parameter captures: where the captured parts stand; nil where the rule needs none.
  /// - Parameter earlier: which of the matches of earlier phases begin in the extent.
  func number(
    of candidate: Candidate, _ captures: CaptureFinder?, _ found: FoundMatches,
    _ earlier: Range<Int>, symbols: PlainBuffer<Int32>, in tokens: TokenTable
  ) -> (number: Int32, isNew: Bool) {
    let first = candidate.extent.lowerBound
    key.removeAll()
    key.append(Int32(candidate.rule))
    key.append(date)
    key.append(Int32(candidate.extent.count))
    key.append(Int32(candidate.tokens.lowerBound - first))
    key.append(Int32(candidate.tokens.upperBound - first))
    for token in candidate.extent.lowerBound..<candidate.extent.upperBound {
      key.append(Int32(bitPattern: tokens.types[token]))
      key.append(Int32(tokens.flags[token].rawValue))
    }
    captures?.appendParts(of: candidate, symbols: symbols, to: key)
    for index in earlier {
      let match = found[index]
      key.append(match.record)
      key.append(Int32(match.tokens.lowerBound - first))
      key.append(Int32(match.tokens.upperBound - first))
    }
    let number = pool.intern(key)
    return (number, Int(number) == records.count)
  }

  /// Keeps the record that was asked for last and is new.
  func add(_ record: MatchRecord, isImpossible: Bool) {
    records.append(record)
    areImpossible.append(isImpossible)
  }
}
