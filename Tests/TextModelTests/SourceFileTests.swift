import TestSupport
import Testing
import TextModel

@Suite("A source file")
struct SourceFileTests {
  @Test(
    "gives the lines of a text without their breaks",
    arguments: [
      ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\r\nb", ["a", "b"]), ("\n\n", ["", "", ""]),
      ("\r\n", ["", ""]), ("a\rb", ["a\rb"]), ("\u{4D9}\n\u{1F600}", ["\u{4D9}", "\u{1F600}"]),
    ])
  func lines(text: String, lines: [String]) {
    let file = SourceFile(name: "f", text: text)
    #expect((0..<file.lineCount).map { file.text(ofLine: $0) } == lines)
  }

  @Test("counts lines and columns from 1, columns in scalars")
  func positions() {
    let file = SourceFile(name: "f", text: "\u{4D9}b\n\u{1F600}x\r\n\ny")
    let expected: [Int: (Int, Int)] = [
      0: (1, 1), 2: (1, 2), 3: (1, 3), 4: (2, 1), 8: (2, 2), 9: (2, 3), 10: (2, 4), 11: (3, 1),
      12: (4, 1), 13: (4, 2),
    ]
    for (offset, (line, column)) in expected {
      #expect(file.position(at: offset) == (line, column), "at byte \(offset)")
    }
  }

  @Test("finds for each byte the line that its own walk finds", arguments: 0..<20)
  func agreesWithWalk(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = (0..<200).map { _ in [0x61, 0x0A, 0x0D, 0x20].randomElement(using: &random)! }
    let file = SourceFile(name: "f", bytes: bytes.map(UInt8.init))
    for offset in 0...200 {
      let line = bytes[..<offset].count { $0 == 0x0A }
      #expect(file.line(at: offset) == line)
      #expect(file.range(ofLine: line).lowerBound <= offset)
    }
  }
}
