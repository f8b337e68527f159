import TextModel

/// Finds forms of several tokens; forms of one token are answered by the word type.
struct NameFinder {
  /// A form found in a run of tokens.
  struct Hit {
    var tokens: Range<Int>
    var node: UInt32
    /// What the last token adds to the dictionary form.
    var features: FeatureSet
  }

  let program: RuleProgram
  let keys: TypeKeys

  /// The forms of one of the `lists` that begin at a token, of all lengths.
  ///
  /// - Complexity: O(length of the longest form that the tokens begin).
  func hits(at start: Int, in types: ArraySlice<WordTypeID>, into hits: inout [Hit]) {
    var node = NameTrie.root
    var index = start
    while index < types.endIndex {
      if index > start {
        for base in keys.bases(types[index]) {
          guard let last = program.trie.child(of: node, key: base.key) else { continue }
          if program.trie.rows(at: last).isEmpty { continue }
          hits.append(Hit(tokens: start..<index + 1, node: last, features: base.features))
        }
      }
      let key = keys.norm(types[index])
      guard key != TypeKeys.unknown, let child = program.trie.child(of: node, key: key),
        program.trie.continues(at: child)
      else { return }
      node = child
      index += 1
    }
  }

  /// The rows whose form, inflected or not, a run of tokens is.
  func rows(
    of types: ArraySlice<WordTypeID>
  ) -> [(row: RowReference, features: FeatureSet)] {
    guard let last = types.last else { return [] }
    var node = NameTrie.root
    for type in types.dropLast() {
      let key = keys.norm(type)
      guard key != TypeKeys.unknown, let child = program.trie.child(of: node, key: key) else {
        return []
      }
      node = child
    }
    var rows: [(row: RowReference, features: FeatureSet)] = []
    for base in keys.bases(last) {
      guard let child = program.trie.child(of: node, key: base.key) else { continue }
      for row in program.trie.rows(at: child) { rows.append((row, base.features)) }
    }
    return rows
  }
}
