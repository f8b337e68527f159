import Foundation
import Testing

@Suite("The sources")
struct HouseRuleTests {
  /// The lines of Swift or C text that hold a Cyrillic letter outside a comment.
  static func cyrillicLines(_ text: String) -> [Int] {
    var lines: [Int] = []
    var isBlock = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var rest = Substring(line)
      var code = ""
      while !rest.isEmpty {
        if isBlock {
          guard let end = rest.range(of: "*/") else { break }
          rest = rest[end.upperBound...]
          isBlock = false
        } else if rest.hasPrefix("//") {
          break
        } else if rest.hasPrefix("/*") {
          rest = rest.dropFirst(2)
          isBlock = true
        } else {
          code.append(rest.removeFirst())
        }
      }
      let isCyrillic = code.unicodeScalars.contains {
        (0x400...0x52F).contains($0.value) || (0x1C80...0x1C8F).contains($0.value)
          || (0x2DE0...0x2DFF).contains($0.value) || (0xA640...0xA69F).contains($0.value)
      }
      if isCyrillic { lines.append(index + 1) }
    }
    return lines
  }

  static func files() throws -> [String] {
    try [".swift", ".c", ".h"].flatMap { try Checkout.files(in: "Sources", withSuffix: $0) }
      .map { "Sources/" + $0 }
  }

  @Test("hold no Cyrillic letter outside comments")
  func noCyrillic() throws {
    let files = try Self.files()
    #expect(files.count > 100)
    for file in files {
      #expect(Self.cyrillicLines(try Checkout.text(file)) == [], "in \(file)")
    }
  }

  @Test(
    "are searched by a check that finds a planted letter",
    arguments: [
      ("let a = \"ж\"", [1]), ("// ж\nlet a = 1 // ж", []), ("/// ж\n\nlet ж = 1", [3]),
      ("/* ж\n ж */ let a = \"қ\"", [2]), ("a /* ж */ + b", []), ("\u{1C80}", [1]),
    ])
  func findsPlanted(text: String, lines: [Int]) {
    #expect(Self.cyrillicLines(text) == lines)
  }

  @Test("and the tests and rules keep their files within 400 lines")
  func shortFiles() throws {
    let tests = try Checkout.files(in: "Tests", withSuffix: ".swift").map { "Tests/" + $0 }
    let rules = try Checkout.files(in: "Rules", withSuffix: ".rules").map { "Rules/" + $0 }
    #expect(rules.count > 30)
    for file in try Self.files() + tests + rules {
      let count = try Checkout.text(file).utf8.count { $0 == 0x0A }
      #expect(count <= 400, "\(file) has \(count) lines")
    }
  }

  @Test("of the core modules import no Foundation, and ICU's headers nowhere but in CICU")
  func imports() throws {
    let core = [
      "TextModel", "ICUText", "RuleSyntax", "RuleEngine", "Morphology", "Temporal", "Tanba",
    ]
    for file in try Self.files() {
      let lines = try Checkout.text(file).split(separator: "\n")
      if core.contains(where: { file.hasPrefix("Sources/\($0)/") }) {
        #expect(!lines.contains { $0.hasPrefix("import Foundation") }, "in \(file)")
      }
      if !file.hasPrefix("Sources/CICU/") {
        #expect(!lines.contains { $0.hasPrefix("#include <unicode") }, "in \(file)")
      }
      if !file.hasPrefix("Sources/ICUText/") {
        #expect(!lines.contains { $0.hasSuffix("import CICU") }, "in \(file)")
      }
    }
  }
}
