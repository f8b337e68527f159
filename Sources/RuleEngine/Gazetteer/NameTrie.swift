import RuleSyntax
import TextModel

/// A row of one of the rule set's lexicons.
public struct RowReference: Hashable, Sendable {
  /// The index of the lexicon.
  public var lexicon: Int32
  /// The index of its row.
  public var row: Int32
}

/// All forms of all lexicons, as sequences of folded tokens.
///
/// Inner tokens of a form are matched as they stand; the last one is matched by its base, so that
/// every inflected form of a name is found by its dictionary form.
struct NameTrie: Sendable {
  /// The folded tokens that occur in forms, lemmas and literals.
  private(set) var keys = BytePool()
  private var edges = EdgeTable()
  private var nodeCount: UInt32 = 1
  private var isInner: [Bool] = [false]
  private var inserted: [(node: UInt32, row: RowReference)] = []
  private var rows = NodeItems<RowReference>()
  private var lists = NodeItems<Int32>()
  /// The lists that have any form.
  private(set) var filledLists: Set<Int32> = []

  static let root: UInt32 = 0

  init() {}

  func write(to writer: inout ByteWriter) {
    keys.write(to: &writer)
    edges.write(to: &writer)
    writer.add(row: isInner.map { $0 ? 1 as UInt8 : 0 })
    writer.add(row: rows.starts)
    writer.add(row: rows.items.flatMap { [$0.lexicon, $0.row] })
    writer.add(row: lists.starts)
    writer.add(row: lists.items)
    writer.add(row: filledLists.sorted())
  }

  init(from reader: inout ByteReader) throws(ByteRecordFailure) {
    keys = try BytePool(from: &reader)
    edges = try EdgeTable(from: &reader)
    isInner = try reader.row(of: UInt8.self).map { $0 != 0 }
    nodeCount = UInt32(isInner.count)
    let rowStarts = try reader.row(of: UInt32.self)
    let cells = try reader.row(of: Int32.self)
    guard cells.count % 2 == 0 else { throw ByteRecordFailure() }
    rows = try NodeItems(
      starts: rowStarts,
      stride(from: 0, to: cells.count, by: 2).map {
        RowReference(lexicon: cells[$0], row: cells[$0 + 1])
      })
    lists = try NodeItems(
      starts: try reader.row(of: UInt32.self), try reader.row(of: Int32.self))
    filledLists = Set(try reader.row(of: Int32.self))
  }

  /// The key of a folded token, stored now if it is new.
  mutating func key(_ token: [UInt8]) -> UInt32 { keys.intern(token) }

  /// Adds a form.
  mutating func insert(_ form: CutForm, row: RowReference) {
    var node = Self.root
    for index in 0..<form.count {
      let key = form[index].withUnsafeBufferPointer { keys.intern($0) }
      let child = edges.child(of: node, key: key, new: nodeCount)
      if child == nodeCount {
        nodeCount += 1
        isInner.append(false)
        isInner[Int(node)] = true
      }
      node = child
    }
    inserted.append((node, row))
  }

  /// Lays out rows and lists by node; nothing is inserted behind this.
  ///
  /// - Complexity: O(forms × lists of their lexicon).
  mutating func seal(lists all: [RuleProgram.List], of lexicons: [Lexicon]) {
    rows = NodeItems(nodes: Int(nodeCount), inserted)
    var listed: [(node: UInt32, row: Int32)] = []
    for (number, lexicon) in lexicons.enumerated() {
      let own = all.indices.filter { all[$0].lexicon == number }
      guard !own.isEmpty else { continue }
      for (node, row) in inserted where row.lexicon == number {
        for list in own where lexicon.passes(Int(row.row), all[list].filters) {
          listed.append((node, Int32(list)))
        }
      }
    }
    lists = NodeItems(nodes: Int(nodeCount), listed)
    filledLists = Set(listed.map(\.row))
    inserted = []
  }

  /// The node behind `node` along a key.
  func child(of node: UInt32, key: UInt32) -> UInt32? { edges.child(of: node, key: key) }

  /// The rows whose form ends at a node.
  func rows(at node: UInt32) -> ArraySlice<RowReference> { rows[node] }

  /// The lists that have a form which ends at a node; one may stand more than once.
  func lists(at node: UInt32) -> ArraySlice<Int32> { lists[node] }

  /// Whether a folded token is a form by itself.
  func isListed(key: UInt32) -> Bool {
    child(of: Self.root, key: key).map { !rows(at: $0).isEmpty } ?? false
  }

  /// Whether longer forms go through a node.
  func continues(at node: UInt32) -> Bool { isInner[Int(node)] }
}

/// What hangs on each node, in one array.
struct NodeItems<Item: Sendable>: Sendable {
  private(set) var starts: [UInt32] = [0]
  private(set) var items: [Item] = []

  init() {}

  init(starts: [UInt32], _ items: [Item]) throws(ByteRecordFailure) {
    let isOrdered = zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
    guard isOrdered, Int(starts.last ?? 0) <= items.count else { throw ByteRecordFailure() }
    self.starts = starts
    self.items = items
  }

  /// Sorts items by node, keeping their order.
  ///
  /// - Complexity: O(nodes + items).
  init(nodes: Int, _ pairs: [(node: UInt32, row: Item)]) {
    starts = Array(repeating: 0, count: nodes + 1)
    for pair in pairs { starts[Int(pair.node) + 1] += 1 }
    for node in 0..<nodes { starts[node + 1] += starts[node] }
    guard let first = pairs.first else { return }
    items = Array(repeating: first.row, count: pairs.count)
    var ends = starts
    for pair in pairs {
      items[Int(ends[Int(pair.node)])] = pair.row
      ends[Int(pair.node)] += 1
    }
  }

  subscript(node: UInt32) -> ArraySlice<Item> {
    items[Int(starts[Int(node)])..<Int(starts[Int(node) + 1])]
  }
}
