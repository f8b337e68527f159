import TextModel

/// What hangs on each node of a trie, in one row.
struct NodeItems<Item: BitwiseCopyable & Sendable>: Sendable {
  private let starts: PlainRow<UInt32>
  private let items: PlainRow<Item>

  init() { self.init(nodes: 0, []) }

  /// Sorts items by node, keeping their order.
  ///
  /// - Complexity: O(nodes + items).
  init(nodes: Int, _ pairs: [(node: UInt32, row: Item)]) {
    var starts: [UInt32] = Array(repeating: 0, count: nodes + 1)
    for pair in pairs { starts[Int(pair.node) + 1] += 1 }
    for node in 0..<nodes { starts[node + 1] += starts[node] }
    self.starts = PlainRow(starts)
    guard let first = pairs.first else {
      items = PlainRow()
      return
    }
    var items = Array(repeating: first.row, count: pairs.count)
    var ends = starts
    for pair in pairs {
      items[Int(ends[Int(pair.node)])] = pair.row
      ends[Int(pair.node)] += 1
    }
    self.items = PlainRow(items)
  }

  func write(to writer: inout ByteWriter) {
    writer.add(row: starts)
    writer.add(row: items)
  }

  init(from reader: inout ByteReader) throws(ByteRecordFailure) {
    starts = try reader.row(of: UInt32.self)
    items = try reader.row(of: Item.self)
    guard starts.last.map({ Int($0) }) == items.count else { throw ByteRecordFailure() }
  }

  subscript(node: UInt32) -> Slice<PlainRow<Item>> {
    items[Int(starts[Int(node)])..<Int(starts[Int(node) + 1])]
  }
}
