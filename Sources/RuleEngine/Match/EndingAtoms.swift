import TextModel

/// The atoms that ask how a base ends, by the ending.
struct EndingAtoms {
  private var endings = BytePool()
  private var atoms: [[(atom: Int32, inflection: Inflection)]] = []
  /// The endings of one length in bytes.
  private var groups: [Group] = []

  private struct Group {
    var length: Int
    /// The bytes that their first and last letters end with: most bases fail here.
    var first = ByteSet()
    var last = ByteSet()
  }

  private struct ByteSet {
    private var words = SIMD4<UInt64>()

    mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

    func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }
  }

  /// Adds an atom that an ending makes true.
  mutating func add(_ ending: [UInt8], _ atom: Int32, _ inflection: Inflection) {
    guard let last = ending.last else { return }
    let id = Int(endings.intern(ending))
    if id == atoms.count { atoms.append([]) }
    atoms[id].append((atom, inflection))
    let index: Int
    if let known = groups.firstIndex(where: { $0.length == ending.count }) {
      index = known
    } else {
      index = groups.count
      groups.append(Group(length: ending.count))
    }
    groups[index].first.insert(ending[Self.firstTelling(of: ending.count)])
    groups[index].last.insert(last)
  }

  /// Calls `body` with each atom whose ending a base has, with something before it.
  ///
  /// - Complexity: O(lengths of all endings that are shorter than the base).
  func forEach(of base: UnsafeBufferPointer<UInt8>, _ body: (Int32, Inflection) -> Void) {
    guard let last = base.last else { return }
    for group in groups where group.length < base.count && group.last.contains(last) {
      let start = base.count - group.length
      guard group.first.contains(base[start + Self.firstTelling(of: group.length)]) else {
        continue
      }
      guard let id = endings.find(UnsafeBufferPointer(rebasing: base[start...])) else { continue }
      for (atom, inflection) in atoms[Int(id)] { body(atom, inflection) }
    }
  }

  /// Where in an ending a byte stands that tells of its first letter: mostly the second of two.
  private static func firstTelling(of length: Int) -> Int { min(1, length - 1) }
}
