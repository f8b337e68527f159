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
  private var children: [UInt64: UInt32] = [:]
  private var rows: [[RowReference]] = [[]]
  private var isInner: [Bool] = [false]

  static let root: UInt32 = 0

  /// The key of a folded token, stored now if it is new.
  mutating func key(_ token: [UInt8]) -> UInt32 { keys.intern(token) }

  /// Adds a form.
  mutating func insert(_ tokens: [[UInt8]], row: RowReference) {
    var node = Self.root
    for token in tokens {
      let edge = Self.edge(node, keys.intern(token))
      if let child = children[edge] {
        node = child
      } else {
        let child = UInt32(rows.count)
        children[edge] = child
        rows.append([])
        isInner.append(false)
        isInner[Int(node)] = true
        node = child
      }
    }
    rows[Int(node)].append(row)
  }

  /// The node behind `node` along a key.
  func child(of node: UInt32, key: UInt32) -> UInt32? { children[Self.edge(node, key)] }

  /// The rows whose form ends at a node.
  func rows(at node: UInt32) -> [RowReference] { rows[Int(node)] }

  /// Whether a folded token is a form by itself.
  func isListed(key: UInt32) -> Bool {
    child(of: Self.root, key: key).map { !rows(at: $0).isEmpty } ?? false
  }

  /// Whether longer forms go through a node.
  func continues(at node: UInt32) -> Bool { isInner[Int(node)] }

  private static func edge(_ node: UInt32, _ key: UInt32) -> UInt64 {
    UInt64(node) << 32 | UInt64(key)
  }
}
