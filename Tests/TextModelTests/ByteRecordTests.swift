import Foundation
import Testing

@testable import TextModel

@Suite("A byte record")
struct ByteRecordTests {
  @Test("gives back what was written, wherever rows come to lie", arguments: 0..<40)
  func roundTrip(shift: Int) throws {
    var inner = ByteWriter()
    inner.add(row: [1.5, -2])
    var writer = ByteWriter()
    writer.add(Array(repeating: UInt8(7), count: shift))
    writer.add("қала")
    writer.add(wide: .max)
    writer.add(numbers: [3, -1])
    writer.add(row: [SIMD4<UInt64>(1, 2, 3, 4)])
    writer.add(row: [Int32]())
    writer.add(row: inner.bytes)

    var reader = ByteReader(PlainRow(writer.bytes))
    #expect(try reader.bytes().count == shift)
    #expect(try reader.text() == "қала")
    #expect(try reader.wide() == .max)
    #expect(try reader.numbers() == [3, -1])
    #expect(Array(try reader.row(of: SIMD4<UInt64>.self)) == [SIMD4(1, 2, 3, 4)])
    #expect(try reader.row(of: Int32.self).isEmpty)
    var nested = ByteReader(try reader.row(of: UInt8.self))
    #expect(Array(try nested.row(of: Double.self)) == [1.5, -2])
  }

  @Test("that is cut short is refused at any place")
  func cutShort() throws {
    var writer = ByteWriter()
    writer.add("one")
    writer.add(numbers: [1, 2, 3])
    writer.add(row: [UInt32(5), 6])
    for count in 0..<writer.bytes.count {
      var reader = ByteReader(PlainRow(writer.bytes[..<count]))
      #expect(throws: ByteRecordFailure.self) {
        _ = try reader.text()
        _ = try reader.numbers()
        _ = try reader.row(of: UInt32.self)
      }
    }
  }
}

@Suite("A plain row")
struct PlainRowTests {
  @Test("keeps its values as long as a part of it is held")
  func parts() {
    let part = PlainRow((0..<1000).map { Int32($0) })[10..<12]
    #expect(Array(part) == [10, 11])
    #expect(part.startIndex == 10)
  }

  @Test("is copied where its bytes lie askew, and is none where they are no whole number of values")
  func askew() throws {
    let bytes = PlainRow<UInt8>((0..<64).map { UInt8($0) })
    let row = try #require(PlainRow<UInt32>(1..<9, of: bytes))
    #expect(row.map { UInt8(truncatingIfNeeded: $0) } == [1, 5])
    #expect(PlainRow<UInt32>(0..<6, of: bytes) == nil)
  }

  @Test("is a file's bytes where it is mapped, and stays so when the file is removed")
  func mapped() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("tanba-row-\(UUID().uuidString)")
    let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
    try Data(bytes).write(to: file)
    let row = try #require(PlainRow(mapping: file.path))
    try FileManager.default.removeItem(at: file)
    #expect(Array(row) == bytes)
    #expect(PlainRow(mapping: file.path) == nil)
    #expect(PlainRow(mapping: "/") == nil)
  }
}
