/// A word as letter numbers, with the byte offset and the harmony before each letter.
///
/// Lives on the stack: analysis allocates nothing for it.
struct LetterSequence: ~Copyable {
  /// The longest word that is analysed, in UTF-8 bytes.
  static let capacity = 256

  /// The number of letters.
  private(set) var count = 0
  private var letters = InlineArray<256, UInt8>(repeating: 0)
  private var offsets = InlineArray<257, UInt16>(repeating: 0)
  private var harmonies = InlineArray<257, UInt8>(repeating: Alphabet.loose)

  /// Creates an empty word.
  init() {}

  /// Reads bytes behind what is there; bytes that are no UTF-8 become unknown letters.
  ///
  /// - Precondition: The word holds at most ``capacity`` bytes then.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, alphabet: Alphabet) {
    let start = Int(offsets[count])
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      var scalar = UInt32(lead)
      var length = 1
      if lead >= 0xC2 {
        length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        scalar = UInt32(lead) & (0x7F >> UInt32(length))
        if index + length > bytes.count { length = bytes.count - index }
        for tail in index + 1..<max(index + 1, index + length) {
          scalar = scalar << 6 | UInt32(bytes[tail] & 0x3F)
        }
      }
      let letter = alphabet.number(of: scalar)
      letters[count] = letter
      index += length
      harmonies[count + 1] = alphabet.harmony(after: harmonies[count], letter)
      count += 1
      offsets[count] = UInt16(start + index)
    }
  }

  /// The letter at a position.
  subscript(position: Int) -> UInt8 { letters[position] }

  /// The UTF-8 offset of a letter position.
  func offset(of position: Int) -> Int { Int(offsets[position]) }

  /// The harmony of the letters before a position, with ``Alphabet/loose``.
  func harmony(before position: Int) -> UInt8 { harmonies[position] }
}
