import TextModel

/// Rows of numbers of any length, one behind the other.
struct NumberRows {
  private let numbers = PlainBuffer<Int32>()
  private let ends = PlainBuffer<Int32>()

  /// - Complexity: O(numbers of all rows).
  init(_ rows: some Sequence<[Int]>) {
    for row in rows {
      for number in row { numbers.append(Int32(number)) }
      ends.append(Int32(numbers.count))
    }
  }

  /// For each number the rows that it stands in, in order.
  ///
  /// - Complexity: O(numbers of all rows).
  init(inverting rows: NumberRows, count: Int, into rowCount: Int) {
    ends.append(repeating: 0, count: rowCount)
    for place in 0..<rows.numbers.count { ends[Int(rows[place])] += 1 }
    var sum: Int32 = 0
    // Where each row begins, which moves to where it ends as it is filled.
    for row in 0..<rowCount {
      let length = ends[row]
      ends[row] = sum
      sum += length
    }
    numbers.append(repeating: 0, count: Int(sum))
    for row in 0..<count {
      for place in rows.range(of: row) {
        let number = Int(rows[place])
        numbers[Int(ends[number])] = Int32(row)
        ends[number] += 1
      }
    }
  }

  /// The places of a row's numbers; ``subscript(_:)`` gives each.
  @inline(__always)
  func range(of row: Int) -> Range<Int> { (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row]) }

  /// A number by its place.
  @inline(__always)
  subscript(place: Int) -> Int32 { numbers[place] }
}
