import TestSupport
import Testing
import TextModel

@Suite("A token table")
struct TokenTableTests {
  /// Tokens of two bytes with one byte between, of type 100 + row.
  static func table(count: Int) -> TokenTable {
    var table = TokenTable()
    for row in 0..<count {
      table.append(
        start: row * 3, end: row * 3 + 2, type: UInt32(100 + row),
        flags: row == 1 ? .afterLineBreak : [])
    }
    return table
  }

  @Test("joins runs in place and says where each row went")
  func joins() {
    var table = Self.table(count: 7)
    let rows = table.join([
      .init(tokens: TokenSpan(start: 1, end: 3), type: 7),
      .init(tokens: TokenSpan(start: 4, end: 7), type: 8),
    ])
    #expect(rows == [0, 1, 1, 2, 3, 3, 3, 4])
    #expect(table.count == 4)
    #expect(table.types == [100, 7, 103, 8])
    #expect(table.starts == [0, 3, 9, 12])
    #expect(table.ends == [2, 8, 11, 20])
    #expect(table.flags == [[], [.afterLineBreak, .repaired], [], .repaired])
    #expect(table.span(of: 1) == SourceSpan(start: 3, end: 8))
    #expect(table.span(of: TokenSpan(start: 1, end: 4)) == SourceSpan(start: 3, end: 20))
  }

  @Test("joins nothing where nothing is to be joined")
  func joinsNothing() {
    var table = Self.table(count: 3)
    #expect(table.join([]) == [0, 1, 2, 3])
    #expect(table.types == [100, 101, 102])
    var empty = TokenTable()
    #expect(empty.join([]) == [0])
  }

  @Test("keeps every byte of what it joins, whatever the runs", arguments: 0..<50)
  func keepsBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...60, using: &random)
    var table = Self.table(count: count)
    let old = table
    var runs: [TokenTable.Join] = []
    var row = 0
    while row < count {
      let length = min(Int.random(in: 1...4, using: &random), count - row)
      if Bool.random(using: &random) {
        runs.append(.init(tokens: TokenSpan(start: row, end: row + length), type: 1))
      }
      row += length
    }
    let rows = table.join(runs)
    #expect(rows.count == count + 1)
    #expect(rows.last == table.count)
    #expect(table.count == count - runs.reduce(0) { $0 + $1.tokens.count - 1 })
    for row in 0..<count {
      #expect(table.span(of: rows[row]).contains(old.span(of: row)))
      if row > 0 { #expect(rows[row] - rows[row - 1] == 0 || rows[row] - rows[row - 1] == 1) }
    }
    for row in 1..<max(1, table.count) { #expect(table.starts[row] >= table.ends[row - 1]) }
  }

  @Test("is empty after its tokens were removed")
  func removes() {
    var table = Self.table(count: 3)
    table.removeAll()
    #expect(table.count == 0)
    table.append(start: 5, end: 6, type: 1, flags: .glued)
    #expect(table.span(of: 0) == SourceSpan(start: 5, end: 6))
  }
}
