import RuleSyntax
import TextModel

/// A row of one of the rule set's lexicons.
public struct RowReference: Hashable, Sendable, BitwiseCopyable {
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
  let keys: ByteTable
  let edges: EdgeTable
  let isInner: PlainRow<UInt8>
  let rows: NodeItems<RowReference>
  let lists: NodeItems<Int32>
  /// The lists that have any form.
  let filledLists: Set<Int32>

  static let root: UInt32 = 0

  /// The node behind `node` along a key.
  func child(of node: UInt32, key: UInt32) -> UInt32? { edges.child(of: node, key: key) }

  /// The rows whose form ends at a node.
  func rows(at node: UInt32) -> Slice<PlainRow<RowReference>> { rows[node] }

  /// The lists that have a form which ends at a node; one may stand more than once.
  func lists(at node: UInt32) -> Slice<PlainRow<Int32>> { lists[node] }

  /// Whether a folded token is a form by itself.
  func isListed(key: UInt32) -> Bool {
    child(of: Self.root, key: key).map { !rows(at: $0).isEmpty } ?? false
  }

  /// Whether longer forms go through a node.
  func continues(at node: UInt32) -> Bool { isInner[Int(node)] != 0 }
}

extension NameTrie {
  /// An empty trie.
  init() { self = NameTrieBuilder().trie(lists: [], of: []) }

  func write(to writer: inout ByteWriter) {
    keys.write(to: &writer)
    edges.write(to: &writer)
    writer.add(row: isInner)
    rows.write(to: &writer)
    lists.write(to: &writer)
    writer.add(row: filledLists.sorted())
  }

  init(from reader: inout ByteReader) throws(ByteRecordFailure) {
    keys = try ByteTable(from: &reader)
    edges = try EdgeTable(from: &reader)
    isInner = try reader.row(of: UInt8.self)
    rows = try NodeItems(from: &reader)
    lists = try NodeItems(from: &reader)
    filledLists = Set(try reader.row(of: Int32.self))
  }
}
