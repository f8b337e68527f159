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

  @Test("stay what they are however long their row grows, narrow and wide ones")
  func growth() {
    let narrow = PlainBuffer<UInt16>(capacity: 1)
    let wide = PlainBuffer<SIMD8<UInt64>>(capacity: 1)
    for number in 0..<70_000 {
      narrow.append(UInt16(truncatingIfNeeded: number))
      wide.append(SIMD8(repeating: UInt64(number)))
    }
    #expect((0..<70_000).allSatisfy { narrow[$0] == UInt16(truncatingIfNeeded: $0) })
    #expect((0..<70_000).allSatisfy { wide[$0] == SIMD8(repeating: UInt64($0)) })
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

  @Test("in rows of any length have one id a row, however many there are")
  func pool() {
    var random = SeededGenerator(seed: 11)
    let pool = NumberPool()
    let row = PlainBuffer<Int32>()
    for round in 1...3 {
      var ids: [[Int32]: Int32] = [:]
      for _ in 0..<round * 2000 {
        let numbers = (0..<Int.random(in: 0...4, using: &random)).map { _ in
          Int32.random(in: -9...9, using: &random)
        }
        row.removeAll()
        row.append(contentsOf: numbers)
        let known = ids[numbers]
        let id = pool.intern(row)
        #expect(id == known ?? Int32(ids.count))
        ids[numbers] = id
      }
      #expect(pool.count == ids.count)
      for (numbers, id) in ids { #expect(pool.range(of: id).map { pool[$0] } == numbers) }
      pool.removeAll()
    }
  }

  @Test("as bits are united, also with none there")
  func union() {
    let row = PlainBuffer<UInt64>()
    #expect(row.union == 0)
    for bit: UInt64 in [0, 5, 63] { row.append(1 << bit) }
    #expect(row.union == UInt64(1) << 63 | 1 << 5 | 1)
  }
}
