import ICUText
import TextModel

/// Cuts one document into tokens and sentences.
struct SegmentationPass {
  let words: WorkerWords
  /// More than one sentence may be there.
  var mayHaveSentences = false
  private var boundaries: [Boundary] = []

  init(words: WorkerWords) { self.words = words }

  /// Adds the tokens of a whole text, stretch by stretch.
  mutating func cutChunks(
    _ source: UnsafeBufferPointer<UInt8>, into tokens: inout TokenTable
  ) throws(ICUError) {
    tokens.reserveCapacity(source.count / 8 + 4)
    var start = 0
    var flags: TokenFlags = []
    while start < source.count {
      let byte = source[start]
      if Self.isBlank(byte) {
        if byte == 0x0A {
          flags = .afterLineBreak
          mayHaveSentences = true
        } else if byte != 0x20 {
          mayHaveSentences = true
        }
        start += 1
        continue
      }
      var end = Self.chunkEnd(in: source, from: start)
      let count = tokens.count
      let isOpen = end < source.count && source[end] == 0x20 && source[end - 1] == 0x2E
      if isOpen || end - start > ChunkTable.longestChunk {
        while end < source.count, source[end] == 0x20, source[end - 1] == 0x2E {
          while end < source.count, source[end] == 0x20 { end += 1 }
          end = Self.chunkEnd(in: source, from: end)
        }
        mayHaveSentences = true
        try cut(source, start..<end, flags: flags, into: &tokens)
      } else {
        try add(source, start..<end, flags: flags, into: &tokens)
      }
      // A stretch of nothing that can be seen is blank.
      if tokens.count > count { flags = [] }
      start = end
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  /// The offset of the first blank from an offset on.
  private static func chunkEnd(in source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(source)
    var index = start
    while index < source.count {
      while index + 8 <= source.count {
        let block = UInt64(
          littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        // The highest bit of each byte up to a space.
        let ones: UInt64 = 0x0101_0101_0101_0101
        let low = (block &- ones &* 0x21) & ~block & (ones &* 0x80)
        if low != 0 {
          index += low.trailingZeroBitCount / 8
          break
        }
        index += 8
      }
      while index < source.count, !isBlank(source[index]) {
        index += 1
        if index % 8 == 0 { break }
      }
      if index < source.count, isBlank(source[index]) { return index }
    }
    return source.count
  }

  /// Adds the tokens of a stretch between blanks.
  private mutating func add(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, flags: TokenFlags,
    into tokens: inout TokenTable
  ) throws(ICUError) {
    let stretch = UnsafeBufferPointer(rebasing: source[range])
    let hash = ChunkTable.hash(stretch)
    let chunk: ChunkTable.Chunk
    if let known = words.chunks.find(stretch, hash: hash) {
      chunk = known
    } else {
      chunk = try learn(stretch, hash)
    }
    if chunk.kind == .other || chunk.kind == .ending && range.upperBound < source.count {
      mayHaveSentences = true
    }
    var isFirst = true
    for token in chunk {
      tokens.append(
        start: range.lowerBound + token.start, end: range.lowerBound + token.end,
        type: token.type,
        flags: isFirst && !token.flags.contains(.afterLineBreak) ? flags : token.flags)
      isFirst = false
    }
  }

  /// Has ICU cut a new stretch.
  private mutating func learn(
    _ stretch: UnsafeBufferPointer<UInt8>, _ hash: UInt64
  ) throws(ICUError) -> ChunkTable.Chunk {
    var tokens: [ChunkTable.Token] = []
    try words.words.boundaries(of: stretch, into: &boundaries)
    forEachToken(in: stretch, 0, flags: []) { start, end, type, flags in
      tokens.append(ChunkTable.Token(start: start, end: end, type: type, flags: flags))
    }
    return words.chunks.insert(
      stretch, hash: hash, tokens: tokens, kind: ChunkTable.kind(of: stretch))
  }

  /// Has ICU cut a part of a text, and adds its tokens.
  mutating func cut(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, flags: TokenFlags,
    into tokens: inout TokenTable
  ) throws(ICUError) {
    let part = UnsafeBufferPointer(rebasing: source[range])
    try words.words.boundaries(of: part, into: &boundaries)
    forEachToken(in: part, range.lowerBound, flags: flags) { start, end, type, flags in
      tokens.append(start: start, end: end, type: type, flags: flags)
    }
  }

  /// Calls `body` with each token between the boundaries of a part of a text that begins at an
  /// offset, its word type and its flags.
  private func forEachToken(
    in part: UnsafeBufferPointer<UInt8>, _ offset: Int, flags: TokenFlags,
    _ body: (Int, Int, WordTypeID, TokenFlags) -> Void
  ) {
    var start = 0
    var flags = flags
    for boundary in boundaries {
      let end = Int(boundary.offset)
      defer { start = end }
      if boundary.status == Segmenter.whiteSpace {
        // What can't be seen at the start goes with the blank before it.
        if start > 0 { flags = [] }
        if part[start..<end].contains(0x0A) { flags = .afterLineBreak }
        continue
      }
      let type = words.types.intern(UnsafeBufferPointer(rebasing: part[start..<end]))
      body(start + offset, end + offset, type, flags)
      flags = .glued
    }
  }

  // MARK: Sentences

  /// Runs of tokens between sentence boundaries; a token belongs to the sentence that it starts in.
  mutating func sentences(
    of source: UnsafeBufferPointer<UInt8>, _ tokens: TokenTable
  ) throws(ICUError) -> [TokenSpan] {
    guard tokens.count > 0 else { return [] }
    guard mayHaveSentences else { return [TokenSpan(start: 0, end: tokens.count)] }
    try words.sentences.boundaries(of: source, into: &boundaries)
    var sentences: [TokenSpan] = []
    var first = 0
    for boundary in boundaries {
      var next = first
      while next < tokens.count, tokens.starts[next] < boundary.offset { next += 1 }
      if next > first { sentences.append(TokenSpan(start: first, end: next)) }
      first = next
    }
    if first < tokens.count { sentences.append(TokenSpan(start: first, end: tokens.count)) }
    return sentences
  }
}
