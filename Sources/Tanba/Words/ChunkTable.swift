import TextModel

/// How the stretches between blanks were cut into tokens before, by their bytes.
///
/// A table belongs to one worker and holds its word types.
final class ChunkTable {
  /// A token of a chunk.
  struct Token: BitwiseCopyable {
    /// Offsets from the chunk's start, in bytes.
    var start: UInt16
    var end: UInt16
    var type: WordTypeID
    var flags: TokenFlags
  }

  /// What a chunk means for sentences.
  enum Kind: UInt8, BitwiseCopyable {
    /// It ends no sentence.
    case plain
    /// It ends a sentence at its end, if anywhere.
    case ending
    /// Anything else.
    case other
  }

  private struct Entry: BitwiseCopyable {
    var hash: UInt64
    var bytes: UInt32
    var byteCount: UInt16
    var kind: Kind
    var firstToken: UInt32
    var tokenCount: UInt32
  }

  private let entries = PlainBuffer<Entry>()
  private let bytes = PlainBuffer<UInt8>()
  let tokens = PlainBuffer<Token>()
  private let slots = PlainBuffer<Int32>(repeating: -1, count: 1 << 12)

  /// Longer chunks are cut anew each time.
  static let longestChunk = 255
  private static let mostChunks = 1 << 17

  /// Whether so many chunks are known that they should be forgotten between documents.
  var isFull: Bool { entries.count > Self.mostChunks }

  /// Forgets all chunks.
  func removeAll() {
    entries.removeAll()
    bytes.removeAll()
    tokens.removeAll()
    slots.removeAll()
    slots.append(repeating: -1, count: 1 << 12)
  }

  /// The tokens and the kind of a chunk by its number.
  @inline(__always)
  func chunk(_ number: Int) -> (tokens: Range<Int>, kind: Kind) {
    let entry = entries[number]
    return (
      Int(entry.firstToken)..<Int(entry.firstToken) + Int(entry.tokenCount), entry.kind
    )
  }

  /// The number of a chunk that was cut before; nil for a new one.
  ///
  /// - Complexity: O(length of the chunk).
  @inline(__always)
  func find(_ chunk: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while true {
      let number = slots[slot]
      if number < 0 { return nil }
      let entry = entries[Int(number)]
      if entry.hash == hash, Int(entry.byteCount) == chunk.count, isEqual(entry, chunk) {
        return Int(number)
      }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  private func isEqual(_ entry: Entry, _ chunk: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withValues { stored in
      let first = Int(entry.bytes)
      var index = 0
      let own = UnsafeRawBufferPointer(
        UnsafeBufferPointer(rebasing: stored[first..<first + chunk.count]))
      let other = UnsafeRawBufferPointer(chunk)
      while index + 8 <= chunk.count {
        if own.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          != other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        {
          return false
        }
        index += 8
      }
      while index < chunk.count {
        if own[index] != other[index] { return false }
        index += 1
      }
      return true
    }
  }

  /// Keeps a chunk whose tokens were added to ``tokens`` from `firstToken` on.
  func insert(
    _ chunk: UnsafeBufferPointer<UInt8>, hash: UInt64, firstToken: Int, kind: Kind
  ) -> Int {
    let number = entries.count
    entries.append(
      Entry(
        hash: hash, bytes: UInt32(bytes.count), byteCount: UInt16(chunk.count), kind: kind,
        firstToken: UInt32(firstToken), tokenCount: UInt32(tokens.count - firstToken)))
    bytes.append(contentsOf: chunk)
    put(number)
    if entries.count * 2 > slots.count {
      let size = slots.count * 2
      slots.removeAll()
      slots.append(repeating: -1, count: size)
      for number in 0..<entries.count { put(number) }
    }
    return number
  }

  private func put(_ number: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entries[number].hash >> 32) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(number)
  }

  /// A hash of a chunk's bytes, the same in every run.
  @inline(__always)
  static func hash(_ chunk: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(chunk)
    var hash = UInt64(chunk.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = (hash ^ UInt64(littleEndian: word)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      index += 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    hash = (hash ^ rest) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ (hash >> 29)
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
