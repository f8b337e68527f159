import ICUText
import Testing
import TextModel

@Suite("Segments rejoin to the text")
struct RejoinTests {
  /// Ends rise, the last is the text's, and each lies between two scalars.
  private func check(_ bytes: ArraySlice<UInt8>, _ iterator: BreakIterator) throws {
    let boundaries = try bytes.withUnsafeBufferPointer { buffer in
      var result: [Boundary] = []
      try iterator.boundaries(of: buffer, into: &result)
      return result
    }
    var last = 0
    for boundary in boundaries {
      let offset = Int(boundary.offset)
      guard offset > last, offset <= bytes.count,
        offset == bytes.count || bytes[bytes.startIndex + offset] & 0xC0 != 0x80
      else {
        Issue.record("a boundary at \(offset) after \(last) in \(bytes.count) bytes")
        return
      }
      last = offset
    }
    if last != bytes.count { Issue.record("the last boundary is \(last) of \(bytes.count)") }
  }

  /// A small generator, so that a failure can be repeated.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private func randomText(_ generator: inout Generator) -> [UInt8] {
    let odd: [Unicode.Scalar] = [
      ".", "-", "'", " ", "\n", "\r", "\0", "\u{301}", "\u{AD}", "\u{200D}", "\u{200B}", "\u{FEFF}",
      "ж", "т", "б", "А", "5", "[", "]", "«", "»", "🇰", "👍", "\u{1F3FD}", "…", "\u{2029}",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 1...60, using: &generator) {
      if Bool.random(using: &generator) {
        text.unicodeScalars.append(odd.randomElement(using: &generator)!)
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return Array(text.utf8)
  }

  @Test("random Unicode is never lost", arguments: 1...8)
  func random(seed: Int) throws {
    var generator = Generator(state: UInt64(seed))
    let words = try Checkout.words.get().makeIterator()
    let sentences = try Checkout.sentences.get().makeIterator()
    for _ in 0..<300 {
      let text = randomText(&generator)
      try check(text[...], words)
      try check(text[...], sentences)
    }
  }

  @Test("every prefix of a line of the seed article rejoins")
  func prefixes() throws {
    let bytes = try Checkout.bytes("seeds/cica-article.txt")
    let words = try Checkout.words.get().makeIterator()
    let sentences = try Checkout.sentences.get().makeIterator()
    for line in bytes.split(separator: 0x0A) {
      for end in line.indices where line[end] & 0xC0 != 0x80 {
        try check(line[..<end], words)
        try check(line[..<end], sentences)
      }
    }
    try check(bytes[...], words)
    try check(bytes[...], sentences)
  }

  @Test("ill-formed UTF-8 neither stops nor loses anything")
  func illFormed() throws {
    let iterator = try Checkout.words.get().makeIterator()
    let bytes: [UInt8] = [0xD0, 0x20, 0xFF, 0xFE, 0xE2, 0x80, 0x41, 0xF4, 0x90, 0x80, 0x80, 0xC0]
    #expect(try iterator.boundaries(of: bytes).last?.offset == 12)
  }

  @Test("a token longer than a chunk and more tokens than one both come out whole")
  func long() throws {
    let iterator = try Checkout.words.get().makeIterator()
    #expect(try iterator.boundaries(of: Array(repeating: 0x61, count: 100_000)).count == 1)
    for count in [4095, 4096, 4097, 8192] {
      let boundaries = try iterator.boundaries(of: Array(repeating: 0x2E, count: count))
      #expect(boundaries.count == count)
    }
  }

  @Test("threads share compiled rules")
  func sharing() async throws {
    let rules = try Checkout.words.get()
    let bytes = try Checkout.bytes("seeds/cica-article.txt")
    let expected = try rules.makeIterator().boundaries(of: bytes)
    try await withThrowingTaskGroup(of: [Boundary].self) { group in
      for _ in 0..<8 { group.addTask { try rules.makeIterator().boundaries(of: bytes) } }
      for try await boundaries in group { #expect(boundaries == expected) }
    }
  }
}
