import TextModel

extension RuleProgram {
  /// Calls `body` with each folded token that is a form of a lexicon by itself: its key, its bytes
  /// and its rows.
  public func forEachListedWord(
    _ body: (UInt32, Slice<PlainRow<UInt8>>, Slice<PlainRow<RowReference>>) -> Void
  ) {
    for key in 0..<UInt32(trie.keys.count) {
      guard let node = trie.child(of: NameTrie.root, key: key) else { continue }
      let rows = trie.rows(at: node)
      if !rows.isEmpty { body(key, trie.keys[key], rows) }
    }
  }

  /// The folded token of a key.
  public func form(ofKey key: UInt32) -> String { trie.keys.string(key) }
}
