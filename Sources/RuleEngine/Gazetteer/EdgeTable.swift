import TextModel

/// The edges of a trie: from a node along a key to a node. Open addressing, never above half full.
struct EdgeTable: Sendable {
  /// A node in the upper and a key in the lower half; all ones where a slot is free.
  private var edges: [UInt64]
  private var targets: [UInt32]
  private var mask: Int
  private var count = 0

  private static let free = UInt64.max

  init() {
    edges = Array(repeating: Self.free, count: 1024)
    targets = Array(repeating: 0, count: 1024)
    mask = 1023
  }

  func write(to writer: inout ByteWriter) {
    writer.add(row: edges)
    writer.add(row: targets)
    writer.add(count)
  }

  init(from reader: inout ByteReader) throws(ByteRecordFailure) {
    edges = try reader.row(of: UInt64.self)
    targets = try reader.row(of: UInt32.self)
    count = try reader.int()
    mask = edges.count - 1
    guard edges.count == targets.count, edges.count.nonzeroBitCount == 1, count >= 0,
      count * 2 <= edges.count
    else { throw ByteRecordFailure() }
  }

  /// The node behind `node` along a key.
  func child(of node: UInt32, key: UInt32) -> UInt32? {
    let edge = Self.edge(node, key)
    var slot = Self.hash(edge) & mask
    while edges[slot] != Self.free {
      if edges[slot] == edge { return targets[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The node behind `node` along a key: `new` where there was none.
  mutating func child(of node: UInt32, key: UInt32, new: UInt32) -> UInt32 {
    let edge = Self.edge(node, key)
    var slot = Self.hash(edge) & mask
    while edges[slot] != Self.free {
      if edges[slot] == edge { return targets[slot] }
      slot = (slot + 1) & mask
    }
    edges[slot] = edge
    targets[slot] = new
    count += 1
    if count * 2 > edges.count { grow() }
    return new
  }

  private mutating func grow() {
    let (oldEdges, oldTargets) = (edges, targets)
    edges = Array(repeating: Self.free, count: oldEdges.count * 2)
    targets = Array(repeating: 0, count: oldEdges.count * 2)
    mask = edges.count - 1
    for (index, edge) in oldEdges.enumerated() where edge != Self.free {
      var slot = Self.hash(edge) & mask
      while edges[slot] != Self.free { slot = (slot + 1) & mask }
      edges[slot] = edge
      targets[slot] = oldTargets[index]
    }
  }

  private static func edge(_ node: UInt32, _ key: UInt32) -> UInt64 {
    UInt64(node) << 32 | UInt64(key)
  }

  private static func hash(_ edge: UInt64) -> Int {
    let mixed = (edge ^ (edge >> 31)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 20)
  }
}
