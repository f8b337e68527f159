import TextModel

/// A ``NameTrie`` that is being filled.
struct NameTrieBuilder {
  private var keys = BytePool()
  private var edges = EdgeTableBuilder()
  private var nodeCount: UInt32 = 1
  private var isInner: [UInt8] = [0]
  private var inserted: [(node: UInt32, row: RowReference)] = []

  /// The key of a folded token, stored now if it is new.
  mutating func key(_ token: [UInt8]) -> UInt32 { keys.intern(token) }

  /// Adds a form.
  mutating func insert(_ form: CutForm, row: RowReference) {
    var node = NameTrie.root
    for index in 0..<form.count {
      let key = form[index].withUnsafeBufferPointer { keys.intern($0) }
      let child = edges.child(of: node, key: key, new: nodeCount)
      if child == nodeCount {
        nodeCount += 1
        isInner.append(0)
        isInner[Int(node)] = 1
      }
      node = child
    }
    inserted.append((node, row))
  }

  /// The trie of all that was added, with rows and lists by node.
  ///
  /// - Complexity: O(forms × lists of their lexicon).
  func trie(lists all: [RuleProgram.List], of lexicons: [Lexicon]) -> NameTrie {
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
    return NameTrie(
      keys: ByteTable(keys), edges: EdgeTable(edges), isInner: PlainRow(isInner),
      rows: NodeItems(nodes: Int(nodeCount), inserted),
      lists: NodeItems(nodes: Int(nodeCount), listed), filledLists: Set(listed.map(\.row)))
  }
}
