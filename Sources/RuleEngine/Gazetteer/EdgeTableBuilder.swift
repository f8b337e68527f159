/// An ``EdgeTable`` that is being filled.
struct EdgeTableBuilder {
  private(set) var edges: [UInt64]
  private(set) var targets: [UInt32]
  private var count = 0

  init() {
    edges = Array(repeating: EdgeTable.free, count: 1024)
    targets = Array(repeating: 0, count: 1024)
  }

  /// The node behind `node` along a key: `new` where there was none.
  mutating func child(of node: UInt32, key: UInt32, new: UInt32) -> UInt32 {
    let edge = EdgeTable.edge(node, key)
    let slot = slot(of: edge)
    if edges[slot] == edge { return targets[slot] }
    edges[slot] = edge
    targets[slot] = new
    count += 1
    if count * 2 > edges.count { grow() }
    return new
  }

  /// Where an edge stands, or the free slot where it would.
  private func slot(of edge: UInt64) -> Int {
    let mask = edges.count - 1
    var slot = EdgeTable.hash(edge) & mask
    while edges[slot] != EdgeTable.free, edges[slot] != edge { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldEdges, oldTargets) = (edges, targets)
    edges = Array(repeating: EdgeTable.free, count: oldEdges.count * 2)
    targets = Array(repeating: 0, count: oldEdges.count * 2)
    for (index, edge) in oldEdges.enumerated() where edge != EdgeTable.free {
      let slot = slot(of: edge)
      edges[slot] = edge
      targets[slot] = oldTargets[index]
    }
  }
}
