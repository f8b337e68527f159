import TestSupport
import Testing
import TextModel

@Suite("A byte pool")
struct BytePoolTests {
  @Test("numbers strings in the order in which they first appear")
  func numbers() {
    var pool = BytePool()
    #expect(["b", "a", "b", "", "a", ""].map { pool.intern($0) } == [0, 1, 0, 2, 1, 2])
    #expect(pool.count == 3)
    #expect(pool.byteCount == 2)
    #expect(pool.string(1) == "a")
    #expect(pool.find(Array("b".utf8)) == 0)
    #expect(pool.find(Array("c".utf8)) == nil)
    #expect(pool.withBytes(of: 2) { $0.count } == 0)
  }

  @Test("tells thousands of strings apart while it grows, and finds each again")
  func grows() {
    var random = SeededGenerator(seed: 7)
    var pool = BytePool()
    var ids: [[UInt8]: UInt32] = [:]
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...3, using: &random)
      let string = (0..<length).map { _ in UInt8.random(in: 0...30, using: &random) }
      let id = pool.intern(string)
      #expect(ids[string, default: id] == id)
      ids[string] = id
    }
    #expect(pool.count == ids.count)
    for (string, id) in ids {
      #expect(pool.find(string) == id)
      #expect(Array(pool[id]) == string)
    }
  }

  @Test("forgets everything when told to")
  func forgets() {
    var pool = BytePool()
    _ = pool.intern("a")
    pool.removeAll()
    #expect(pool.count == 0)
    #expect(pool.find(Array("a".utf8)) == nil)
    #expect(pool.intern("b") == 0)
  }
}
