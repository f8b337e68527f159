import TestSupport
import Testing
import TextModel

@Suite("Plain numbers")
struct PlainNumbersTests {
  @Test("are put in order as an array's are, few and many", arguments: [0, 1, 2, 47, 48, 49, 400])
  func sort(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let numbers = (0..<count).map { _ in Int32.random(in: -50...50, using: &random) }
    let row = PlainBuffer<Int32>()
    row.append(contentsOf: numbers)
    row.sort()
    #expect(row.withValues { Array($0) } == numbers.sorted())
  }

  @Test("are in a set once, until it is emptied")
  func set() {
    var random = SeededGenerator(seed: 7)
    let set = NumberSet()
    for round in 0..<20 {
      var known: Set<UInt64> = []
      for _ in 0..<round * 40 {
        let number = UInt64.random(in: 0...500, using: &random) << 32
        #expect(set.insert(number) == known.insert(number).inserted)
      }
      set.removeAll()
    }
  }
}
