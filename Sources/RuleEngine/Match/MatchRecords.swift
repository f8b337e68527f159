import TextModel

/// The records of one worker, by what they depend on.
///
/// What a rule says of a match depends on the words of its extent, how they are glued, its captured
/// parts, the matches of earlier phases inside it and the reference date: where all these are the
/// same, so is the record.
final class MatchRecords {
  private let pool = NumberPool()
  private var records: [MatchRecord] = []
  private let key = PlainBuffer<Int32>()
  /// The reference dates met, by number, and the one that holds now.
  private var dates: [Document.ReferenceDate?: Int32] = [:]
  private var referenceDate: Document.ReferenceDate?
  private var date: Int32 = 0
  /// Records are numbered through, also when earlier ones are forgotten.
  private var next: Int32 = 0

  /// So many numbers are kept to find records by.
  private static let mostNumbers = 1 << 20

  /// Forgets all records; those that are still held elsewhere stay what they are.
  func removeAll() {
    pool.removeAll()
    records.removeAll()
    dates.removeAll()
  }

  /// Begins a sentence: forgets all records where they are many.
  func begin(referenceDate new: Document.ReferenceDate?) {
    if pool.numberCount > Self.mostNumbers { removeAll() }
    if !dates.isEmpty, new == referenceDate { return }
    referenceDate = new
    date = dates[new] ?? Int32(dates.count)
    dates[new] = date
  }

  /// The record of a match, made if there is none yet.
  ///
  /// - Parameter parts: the captured parts; empty where the rule needs none.
  /// - Parameter earlier: which of the matches of earlier phases begin in the extent.
  func record(
    of candidate: Candidate, parts: [Range<Int>?], _ found: FoundMatches, _ earlier: Range<Int>,
    in tokens: TokenTable,
    isInternal: Bool, make: () -> (values: [String: Value]?, rows: [RowReference])
  ) -> MatchRecord {
    let first = candidate.extent.lowerBound
    key.removeAll()
    key.append(Int32(candidate.rule))
    key.append(date)
    key.append(Int32(candidate.extent.count))
    key.append(Int32(candidate.tokens.lowerBound - first))
    key.append(Int32(candidate.tokens.upperBound - first))
    for token in candidate.extent {
      key.append(Int32(bitPattern: tokens.types[token]))
      key.append(Int32(tokens.flags[token].rawValue))
    }
    for part in parts {
      key.append(part.map { Int32($0.lowerBound - first) } ?? -1)
      key.append(part.map { Int32($0.upperBound - first) } ?? -1)
    }
    for index in earlier {
      let match = found[index]
      key.append(match.record.number)
      key.append(Int32(match.tokens.lowerBound - first))
      key.append(Int32(match.tokens.upperBound - first))
    }
    let id = Int(pool.intern(key))
    if id == records.count {
      let made = make()
      records.append(
        MatchRecord(
          rule: candidate.rule, isInternal: isInternal, values: made.values, rows: made.rows,
          number: next))
      next &+= 1
    }
    return records[id]
  }
}
