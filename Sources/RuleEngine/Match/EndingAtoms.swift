import TextModel

/// The atoms that ask how a base ends, by the ending.
struct EndingAtoms {
  private var endings = BytePool()
  private var atoms: [[(atom: Int32, inflection: Inflection)]] = []
  /// The lengths in bytes that endings have.
  private var lengths: [Int] = []

  /// Adds an atom that an ending makes true.
  mutating func add(_ ending: [UInt8], _ atom: Int32, _ inflection: Inflection) {
    let id = Int(endings.intern(ending))
    if id == atoms.count { atoms.append([]) }
    atoms[id].append((atom, inflection))
    if !lengths.contains(ending.count) { lengths.append(ending.count) }
  }

  /// Calls `body` with each atom whose ending a base has, with something before it.
  ///
  /// - Complexity: O(lengths of all endings that are shorter than the base).
  func forEach(of base: UnsafeBufferPointer<UInt8>, _ body: (Int32, Inflection) -> Void) {
    for length in lengths where length < base.count {
      let end = UnsafeBufferPointer(rebasing: base[(base.count - length)...])
      guard let id = endings.find(end) else { continue }
      for (atom, inflection) in atoms[Int(id)] { body(atom, inflection) }
    }
  }
}
