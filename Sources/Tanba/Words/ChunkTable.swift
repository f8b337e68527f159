import TextModel

/// How the stretches between blanks were cut into tokens before, by their bytes.
///
/// A table belongs to one worker and holds its word types.
final class ChunkTable {
  /// A token of a chunk.
  struct Token {
    /// Offsets from the chunk's start, in bytes, at most ``longestChunk``.
    var start: Int
    var end: Int
    var type: WordTypeID
    var flags: TokenFlags

    fileprivate var packed: UInt64 {
      UInt64(type) << 32 | UInt64(flags.rawValue) << 16 | UInt64(end) << 8 | UInt64(start)
    }

    fileprivate init(packed: UInt64) {
      start = Int(packed & 0xFF)
      end = Int(packed >> 8 & 0xFF)
      type = WordTypeID(packed >> 32)
      flags = TokenFlags(rawValue: UInt8(packed >> 16 & 0xFF))
    }

    init(start: Int, end: Int, type: WordTypeID, flags: TokenFlags) {
      self.start = start
      self.end = end
      self.type = type
      self.flags = flags
    }
  }

  /// What a chunk means for sentences.
  enum Kind: UInt8 {
    /// It ends no sentence.
    case plain
    /// It ends a sentence at its end, if anywhere.
    case ending
    /// Anything else.
    case other
  }

  /// The tokens of a chunk.
  struct Chunk: RandomAccessCollection {
    let kind: Kind
    fileprivate let words: PlainBuffer<UInt64>
    fileprivate let range: Range<Int>

    var startIndex: Int { range.lowerBound }
    var endIndex: Int { range.upperBound }
    subscript(index: Int) -> Token { Token(packed: words[index]) }
  }

  /// The chunks one behind the other, each with what is asked of it close by: how long it is, its
  /// kind and how many tokens it has, then its bytes eight at a time, then its tokens.
  private let words = PlainBuffer<UInt64>()
  /// Half of a chunk's hash and half where it lies.
  private let slots = PlainBuffer<UInt64>(repeating: ChunkTable.free, count: 1 << 12)
  private var count = 0

  private static let free = UInt64.max

  /// Longer chunks are cut anew each time.
  static let longestChunk = 255
  private static let mostChunks = 1 << 17

  /// Whether so many chunks are known that they should be forgotten between documents.
  var isFull: Bool { count > Self.mostChunks }

  /// Forgets all chunks.
  func removeAll() {
    words.removeAll()
    count = 0
    slots.removeAll()
    slots.append(repeating: Self.free, count: 1 << 12)
  }

  /// A chunk that was cut before; nil for a new one.
  ///
  /// - Complexity: O(length of the chunk).
  @inline(__always)
  func find(_ chunk: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Chunk? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while true {
      let entry = slots[slot]
      if entry == Self.free { return nil }
      let place = Int(entry & 0xFFFF_FFFF)
      if entry >> 32 == hash >> 32, isEqual(place, chunk) { return self.chunk(place) }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  private func isEqual(_ place: Int, _ chunk: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(words[place] & 0xFF) == chunk.count else { return false }
    var next = place + 1
    return Self.forEachWord(of: chunk) { word in
      next += 1
      return words[next - 1] == word
    }
  }

  @inline(__always)
  private func chunk(_ place: Int) -> Chunk {
    let header = words[place]
    let first = place + 1 + (Int(header & 0xFF) + 7) / 8
    guard let kind = Kind(rawValue: UInt8(header >> 8 & 0xFF)) else {
      preconditionFailure("a chunk of no kind")
    }
    return Chunk(kind: kind, words: words, range: first..<first + Int(header >> 16))
  }

  /// Keeps a chunk with its tokens.
  func insert(
    _ chunk: UnsafeBufferPointer<UInt8>, hash: UInt64, tokens: [Token], kind: Kind
  ) -> Chunk {
    precondition(chunk.count <= Self.longestChunk, "a chunk too long to keep")
    let place = words.count
    words.append(UInt64(tokens.count) << 16 | UInt64(kind.rawValue) << 8 | UInt64(chunk.count))
    _ = Self.forEachWord(of: chunk) { word in
      words.append(word)
      return true
    }
    for token in tokens { words.append(token.packed) }
    count += 1
    if count * 2 > slots.count {
      let old = slots.withValues { Array($0) }
      slots.removeAll()
      slots.append(repeating: Self.free, count: old.count * 2)
      for entry in old where entry != Self.free { put(entry) }
    }
    put(hash & ~0xFFFF_FFFF | UInt64(place))
    return self.chunk(place)
  }

  private func put(_ entry: UInt64) {
    let mask = slots.count - 1
    var slot = Int(entry >> 32) & mask
    while slots[slot] != Self.free { slot = (slot + 1) & mask }
    slots[slot] = entry
  }

  /// Calls `body` with the bytes of a chunk, eight at a time, until it says no; gives whether it
  /// never did.
  @inline(__always)
  private static func forEachWord(
    of chunk: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Bool
  ) -> Bool {
    let raw = UnsafeRawBufferPointer(chunk)
    var index = 0
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard body(UInt64(littleEndian: word)) else { return false }
      index += 8
    }
    guard index < raw.count else { return true }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    return body(rest)
  }

  /// A hash of a chunk's bytes, the same in every run.
  @inline(__always)
  static func hash(_ chunk: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(chunk.count) &* 0x9E37_79B9_7F4A_7C15
    _ = forEachWord(of: chunk) { word in
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      return true
    }
    return hash
  }

  /// What a chunk means for sentences, going by the letters and signs that no break rule can end a
  /// sentence at.
  static func kind(of chunk: UnsafeBufferPointer<UInt8>) -> Kind {
    var index = 0
    while index < chunk.count {
      guard let length = plainLength(at: index, chunk) else { break }
      index += length
    }
    if index == chunk.count { return .plain }
    while index < chunk.count {
      switch chunk[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): index += 1
      default: return .other
      }
    }
    return .ending
  }

  /// The length of a letter or sign at an offset that ends no sentence, in bytes.
  private static func plainLength(at index: Int, _ chunk: UnsafeBufferPointer<UInt8>) -> Int? {
    switch chunk[index] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return 1
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "-"),
      UInt8(ascii: "%"), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "\""):
      return 1
    // Letters of Cyrillic, U+0400 to U+0481 and U+048A to U+04FF.
    case 0xD0, 0xD1, 0xD3: return index + 1 < chunk.count ? 2 : nil
    case 0xD2: return index + 1 < chunk.count && chunk[index + 1] >= 0x8A ? 2 : nil
    // « and ».
    case 0xC2:
      return index + 1 < chunk.count && (chunk[index + 1] == 0xAB || chunk[index + 1] == 0xBB)
        ? 2 : nil
    default: return nil
    }
  }
}
