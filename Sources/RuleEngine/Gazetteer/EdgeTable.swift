import TextModel

/// The edges of a trie: from a node along a key to a node. Open addressing, never above half full.
struct EdgeTable: Sendable {
  /// A node in the upper and a key in the lower half; all ones where a slot is free.
  private let edges: PlainRow<UInt64>
  private let targets: PlainRow<UInt32>

  init(_ builder: EdgeTableBuilder) {
    edges = PlainRow(builder.edges)
    targets = PlainRow(builder.targets)
  }

  func write(to writer: inout ByteWriter) {
    writer.add(row: edges)
    writer.add(row: targets)
  }

  init(from reader: inout ByteReader) throws(ByteRecordFailure) {
    edges = try reader.row(of: UInt64.self)
    targets = try reader.row(of: UInt32.self)
    guard edges.count == targets.count, edges.count.nonzeroBitCount == 1 else {
      throw ByteRecordFailure()
    }
  }

  /// The node behind `node` along a key.
  func child(of node: UInt32, key: UInt32) -> UInt32? {
    let edge = Self.edge(node, key)
    let mask = edges.count - 1
    var slot = Self.hash(edge) & mask
    while edges[slot] != Self.free {
      if edges[slot] == edge { return targets[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  static let free = UInt64.max

  static func edge(_ node: UInt32, _ key: UInt32) -> UInt64 { UInt64(node) << 32 | UInt64(key) }

  static func hash(_ edge: UInt64) -> Int {
    let mixed = (edge ^ (edge >> 31)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 20)
  }
}
