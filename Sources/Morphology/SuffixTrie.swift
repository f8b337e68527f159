/// All suffix variants in one trie, read from the end of the word.
struct SuffixTrie: Sendable {
  private var width: Int
  private var next: [UInt16]
  private var variantLists: [[UInt16]] = [[]]
  private var starts: [Int32] = []
  private var flat: [UInt16] = []

  /// Creates an empty trie over `letterCount` letters.
  init(letterCount: Int) {
    width = letterCount
    next = Array(repeating: 0, count: letterCount)
  }

  /// The root, where a walk begins; no walk comes back to it.
  static let root = 0

  /// Stores a variant under its letters; false where the trie is full.
  mutating func insert(_ letters: [UInt8], variant: Int) -> Bool {
    var node = Self.root
    for letter in letters.reversed() {
      let slot = node * width + Int(letter)
      if next[slot] == 0 {
        guard variantLists.count < Int(UInt16.max) else { return false }
        next[slot] = UInt16(variantLists.count)
        variantLists.append([])
        next.append(contentsOf: repeatElement(0, count: width))
      }
      node = Int(next[slot])
    }
    variantLists[node].append(UInt16(variant))
    return true
  }

  /// Lays the lists out flat, after the last insertion.
  mutating func freeze() {
    starts = [0]
    for list in variantLists {
      flat += list
      starts.append(Int32(flat.count))
    }
    variantLists = []
  }

  /// The node one letter further to the left, or nil.
  func step(from node: Int, _ letter: UInt8) -> Int? {
    let target = next[node * width + Int(letter)]
    return target == 0 ? nil : Int(target)
  }

  /// The indices of the variants that end at a node.
  func variants(at node: Int) -> ArraySlice<UInt16> {
    flat[Int(starts[node])..<Int(starts[node + 1])]
  }
}
