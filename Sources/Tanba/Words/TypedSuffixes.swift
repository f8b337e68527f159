import TextModel

/// The suffixes by what is left of them where a keyboard's missing letters are not told apart: what
/// tells at little cost that a text is no chain of them.
struct TypedSuffixes {
  private var skeletons = BytePool()
  private var longest = 0

  init(_ forms: [[UInt8]], _ letters: LostLetters) {
    for form in forms {
      let scalars = String(decoding: form, as: UTF8.self).unicodeScalars
      let skeleton = TypedStems.bytes(letters.skeleton(of: scalars))
      _ = skeletons.intern(skeleton)
      longest = max(longest, skeleton.count)
    }
  }

  /// Whether a stem's last letter and what stands behind it may be the end of a stem and suffixes.
  ///
  /// A stem may lose its last letter before suffixes or take one more: suffixes may begin with that
  /// letter or one behind where they should.
  /// - Complexity: O(letters × longest suffix).
  func mayBeChain(_ skeleton: [Unicode.Scalar]) -> Bool {
    if skeleton.count <= 2 { return true }
    let bytes = TypedStems.bytes(skeleton)
    // Where suffixes may begin: behind the first letters, and where others end.
    var starts: [Bool] = Array(repeating: false, count: bytes.count + 1)
    var offset = 0
    for letter in skeleton.prefix(3) {
      starts[offset] = true
      offset += UTF8.width(letter)
    }
    return bytes.withUnsafeBufferPointer { bytes in
      for start in bytes.indices where starts[start] {
        for end in start + 1..<min(bytes.count, start + longest) + 1 where !starts[end] {
          let part = UnsafeBufferPointer(rebasing: bytes[start..<end])
          if skeletons.find(part) != nil { starts[end] = true }
        }
      }
      return starts[bytes.count]
    }
  }
}
