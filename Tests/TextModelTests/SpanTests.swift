import Testing
import TextModel

@Suite("Spans")
struct SpanTests {
  @Test(
    "overlap where they share a byte and not where they touch",
    arguments: [
      (0..<3, 2..<5, true), (0..<3, 3..<5, false), (2..<5, 0..<3, true), (4..<5, 0..<3, false),
      (0..<9, 3..<4, true), (3..<3, 0..<9, true), (3..<3, 3..<3, false), (0..<3, 3..<3, false),
    ])
  func overlap(left: Range<Int>, right: Range<Int>, expected: Bool) {
    let (a, b) = (span(left), span(right))
    #expect(a.overlaps(b) == expected)
    #expect(b.overlaps(a) == expected)
    let (c, d) = (tokens(left), tokens(right))
    #expect(c.overlaps(d) == expected)
    #expect(d.overlaps(c) == expected)
  }

  @Test("contain what lies inside them, themselves included")
  func contain() {
    #expect(span(2..<6).contains(span(2..<6)))
    #expect(span(2..<6).contains(span(3..<5)))
    #expect(!span(2..<6).contains(span(1..<6)))
    #expect(!span(2..<6).contains(span(2..<7)))
    #expect(tokens(2..<6).contains(tokens(2..<3)))
    #expect(!tokens(2..<6).contains(tokens(0..<3)))
    #expect(span(2..<6).count == 4)
    #expect(tokens(2..<2).count == 0)
  }

  private func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(start: range.lowerBound, end: range.upperBound)
  }

  private func tokens(_ range: Range<Int>) -> TokenSpan {
    TokenSpan(start: range.lowerBound, end: range.upperBound)
  }
}
