import Morphology
import TestSupport
import Testing
import TextModel

@Suite("Hostile words")
struct HostileInputTests {
  let kazakh = Fixture.kazakh

  private func readings(
    of bytes: [UInt8], by morphology: Morphology = Fixture.kazakh
  ) -> [Morphology.Reading] {
    var readings: [Morphology.Reading] = []
    bytes.withUnsafeBufferPointer { morphology.readings(of: $0, into: &readings) }
    return readings
  }

  @Test("random bytes and random letters are read within bounds", arguments: 0..<8)
  func random(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    // A grammar in Latin letters meets broken sequences that end in a letter of its own.
    let isLatin = seed % 4 > 1
    let morphology =
      isLatin
      ? try Morphology.compile([SourceFile(name: "small", text: DataFileTests.small)]) : kazakh
    let pieces =
      isLatin
      ? ["lar", "ler", "ın", "in", "g", "k"].map { Array($0.utf8) }
      : Fixture.rows("suffixes").map { Array($0[0].utf8) }
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      let length = Int.random(in: 0..<300, using: &generator)
      while bytes.count < length {
        if seed % 2 == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        } else {
          bytes += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        }
      }
      let found = readings(of: bytes, by: morphology)
      #expect((1...Morphology.readingLimit).contains(found.count))
      #expect(found.contains { $0.base == bytes && $0.features.isEmpty })
      for reading in found {
        #expect(reading.stemLength <= bytes.count)
        let nominative = bytes.withUnsafeBufferPointer {
          morphology.nominative(of: reading, in: $0)
        }
        #expect(nominative.count <= bytes.count + 8)
        _ = reading.base.withUnsafeBufferPointer { morphology.inflect($0, reading.features) }
      }
      var suffixes: [Morphology.Reading] = []
      bytes.withUnsafeBufferPointer { whole in
        let cut = whole.count / 2
        morphology.suffixReadings(
          of: UnsafeBufferPointer(rebasing: whole[cut...]),
          after: UnsafeBufferPointer(rebasing: whole[..<cut]), into: &suffixes)
      }
      #expect(suffixes.count <= Morphology.readingLimit)
    }
  }

  @Test("a chain of a thousand suffixes is its own base", arguments: Fixture.rows("suffixes"))
  func longChain(row: [String]) {
    let chain = String(repeating: row[0], count: 1000)
    #expect(kazakh.readings(chain).map(\.baseText) == [chain])
    #expect(kazakh.suffixReadings(chain, after: nil).isEmpty)
  }

  @Test("a chain that just fits is read in bounded work", arguments: Fixture.rows("suffixes"))
  func fittingChain(row: [String]) {
    let count = Morphology.longestForm / row[0].utf8.count
    let chain = String(repeating: row[0], count: count)
    let clock = ContinuousClock()
    let time = clock.measure { _ = kazakh.readings(chain) }
    #expect(kazakh.readings(chain).count <= Morphology.readingLimit)
    #expect(time < .seconds(1))
  }

  @Test("suffixes that follow themselves in all orders cost no more than a bound")
  func loopingGrammar() throws {
    let names = (0..<40).map { "f\($0)" }
    let lines =
      ["class letter a k", "states base", "feature kept \(names.joined(separator: " "))"]
      + names.map { "suffix \($0) base > base a" }
    let loop = try Morphology.compile([
      SourceFile(name: "loop", text: lines.joined(separator: "\n"))
    ])
    let word = "k" + String(repeating: "a", count: 200)
    var found: [Morphology.Reading] = []
    let time = ContinuousClock().measure { found = loop.readings(word) }
    #expect(found.count == Morphology.readingLimit)
    #expect(found.contains { $0.baseText == word && $0.features.isEmpty })
    #expect(time < .seconds(1))
    let all = try #require(loop.features(names.joined(separator: "+")))
    #expect(loop.inflected("k", all) == "k" + String(repeating: "a", count: names.count))
  }

  @Test("a word of a megabyte is its own base")
  func megabyte() {
    let word = [UInt8](repeating: 0x61, count: 1 << 20)
    let found = readings(of: word)
    #expect(found.count == 1)
    #expect(found[0].base == word)
    #expect(found[0].features.isEmpty)
  }

  @Test("an empty word has one empty reading")
  func empty() {
    let found = readings(of: [])
    #expect(found.map(\.base) == [[]])
    #expect(kazakh.suffixReadings("", after: nil).map(\.features) == [[]])
  }
}
