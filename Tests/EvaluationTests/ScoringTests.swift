import Testing

@testable import Evaluation

@Suite("Scoring")
struct ScoringTests {
  @Test("a hand-made document gives the figures worked out by hand")
  func handMade() {
    let result = Gold.score(
      [
        Gold.mention(0..<5, "GPE"), Gold.mention(6..<10, "PERSON"),
        Gold.mention(12..<16, "LAW"), Gold.mention(20..<25, "GPE"),
      ],
      [
        Gold.found(0..<5, "GPE"),  // exact
        Gold.found(6..<12, "PERSON"),  // overlaps
        Gold.found(12..<16, "EVENT"),  // another label
        Gold.found(30..<33, "GPE"),  // nothing is marked
      ])
    #expect(result.total.exact == Counts(hits: 1, extras: 3, misses: 3))
    #expect(result.total.overlapping == Counts(hits: 2, extras: 2, misses: 2))
    #expect(result.total.span == Counts(hits: 2, extras: 2, misses: 2))
    #expect(result.total.contact == Counts(hits: 3, extras: 1, misses: 1))
    #expect(result.total.exact.precision == 0.25)
    #expect(result.total.overlapping.f1 == 0.5)
    #expect(
      result.confusions == [
        .init(marked: "GPE", found: "GPE"): 1, .init(marked: "PERSON", found: "PERSON"): 1,
        .init(marked: "LAW", found: "EVENT"): 1, .init(marked: "GPE", found: nil): 1,
        .init(marked: nil, found: "GPE"): 1,
      ])
    #expect(result.misses.map(\.label) == ["PERSON", "LAW", "GPE"])
    #expect(result.rules.map(\.extras) == [3])
    #expect(result.rules.map(\.nearHits) == [1])
  }

  @Test("no mention is counted twice")
  func oneToOne() {
    let twoFound = Gold.score(
      [Gold.mention(0..<9, "GPE")], [Gold.found(0..<4, "GPE"), Gold.found(5..<9, "GPE")])
    #expect(twoFound.total.overlapping == Counts(hits: 1, extras: 1))
    let twoMarked = Gold.score(
      [Gold.mention(0..<4, "GPE"), Gold.mention(5..<9, "GPE")], [Gold.found(0..<9, "GPE")])
    #expect(twoMarked.total.overlapping == Counts(hits: 1, misses: 1))
  }

  @Test("an exact pair is found before one that only overlaps, whatever the order")
  func exactFirst() {
    let marked = [Gold.mention(0..<9, "GPE"), Gold.mention(4..<9, "GPE")]
    let found = [Gold.found(4..<9, "GPE"), Gold.found(2..<6, "GPE")]
    for found in [found, found.reversed()] {
      #expect(Gold.score(marked, found).total.overlapping == Counts(hits: 2))
    }
  }

  @Test("an optional mention is neither missed nor hit, and excuses what lies over it")
  func optional() {
    let optional = Gold.mention(0..<9, "LAW", optional: true)
    #expect(Gold.score([optional], []).total.exact == Counts())
    #expect(Gold.score([optional], [Gold.found(0..<9, "LAW")]).total.exact == Counts())
    #expect(Gold.score([optional], [Gold.found(8..<12, "GPE")]).total.exact == Counts())
    #expect(Gold.score([optional], [Gold.found(9..<12, "GPE")]).total.exact == Counts(extras: 1))
  }

  @Test("what lies in an optional mention is not missed where the optional one was found")
  func insideOptional() {
    let marked = [Gold.mention(0..<9, "LAW", optional: true), Gold.mention(0..<4, "GPE")]
    #expect(Gold.score(marked, [Gold.found(0..<9, "LAW")]).total.exact == Counts())
    #expect(Gold.score(marked, []).total.exact == Counts(misses: 1))
    #expect(Gold.score(marked, [Gold.found(0..<4, "GPE")]).total.exact == Counts(hits: 1))
  }

  @Test("another span and another label that the gold allows are hits under the gold's label")
  func alternatives() {
    let marked = [Gold.mention(0..<9, "FACILITY", alternative: 0..<4, labels: ["ORGANISATION"])]
    let result = Gold.score(marked, [Gold.found(0..<4, "ORGANISATION")])
    #expect(result.total.exact == Counts(hits: 1))
    #expect(result.classes.map(\.label) == ["FACILITY"])
    #expect(
      Gold.score(marked, [Gold.found(0..<5, "ORGANISATION")]).total.exact
        == Counts(extras: 1, misses: 1))
  }

  @Test("only the labels asked for are scored")
  func labels() {
    let marked = [Gold.mention(0..<4, "GPE"), Gold.mention(5..<9, "PERSON")]
    let found = [Gold.found(5..<9, "PERSON"), Gold.found(10..<12, "GPE")]
    #expect(Gold.score(marked, found, labels: ["PERSON"]).total.exact == Counts(hits: 1))
  }

  @Test("the dictionary form counts for the marked span alone, with quotes and spacing set aside")
  func canonical() {
    let marked = [Gold.mention(0..<4, "GPE", alternative: 0..<6, canonicals: ["New  York"])]
    func score(_ range: Range<Int>, _ form: String) -> EvaluationResult {
      Gold.score(marked, [Gold.found(range, "GPE", canonical: form)])
    }
    #expect(score(0..<4, "«New York»").canonicals == Ratio(1, of: 1))
    #expect(score(0..<4, "new York").canonicals == Ratio(0, of: 1))
    #expect(score(0..<4, "new York").caselessCanonicals == Ratio(1, of: 1))
    #expect(score(0..<6, "Newark").canonicals == Ratio(0, of: 0))
  }

  @Test("a right value on a wrong span counts as overlapping, a missing value is wrong")
  func values() {
    let marked = [Gold.mention(0..<4, "DATE", values: ["1992", "199"])]
    func score(_ range: Range<Int>, _ value: String?) -> EvaluationResult {
      Gold.score(marked, [Gold.found(range, "DATE", value: value)], in: .times)
    }
    #expect(score(0..<4, "199").values == Ratio(1, of: 1))
    #expect(score(0..<4, nil).values == Ratio(0, of: 1))
    #expect(score(0..<5, "1992").values == Ratio(0, of: 0))
    #expect(score(0..<5, "1992").overlappingValues == Ratio(1, of: 1))
  }

  @Test(
    "values that say the same are the same",
    arguments: [
      ("XXXX-XX-XXT10:30", "T10:30"), ("2021-05-12T09", "2021-05-12T09:00"),
      ("2021-05-12T09:30:00", "2021-05-12T09:30"), ("PT90M", "PT1H30M"), ("P7D", "P1W"),
      ("-0500", "BC0500"), ("1990/P0.5Y", "1990/P6M"), ("p1y", "P1Y"),
    ])
  func sameValues(_ pair: (String, String)) {
    #expect(TemporalEquality.accepts(pair.0, among: [pair.1]))
  }

  @Test(
    "values that differ are not the same",
    arguments: [
      ("2021-05", "2021"), ("T10:30", "T10:31"), ("P1D", "PT24H"), ("TMO", "TAF"),
      ("1990/1992", "1990"), ("2021-05-12T09:30:15", "2021-05-12T09:30"), ("", "P1Y"),
    ])
  func otherValues(_ pair: (String, String)) {
    #expect(!TemporalEquality.accepts(pair.0, among: [pair.1]))
  }

  @Test("random mentions are scored as a plain search through all pairs has it")
  func random() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      func ranges() -> [Range<Int>] {
        (0..<Int.random(in: 0...8, using: &generator)).map { _ in
          let start = Int.random(in: 0..<38, using: &generator)
          return start..<Int.random(in: start + 1...min(40, start + 9), using: &generator)
        }
      }
      let left = ranges()
      let right = ranges()
      for range in left {
        #expect(
          Neighbours(right).touching(range) == right.indices.filter { right[$0].overlaps(range) })
      }
      let result = Gold.score(
        left.map { Gold.mention($0, "GPE") }, right.map { Gold.found($0, "GPE") })
      for mode in MatchMode.allCases {
        #expect(result.total[mode].hits + result.total[mode].misses == left.count)
        #expect(result.total[mode].hits + result.total[mode].extras == right.count)
      }
    }
  }
}
