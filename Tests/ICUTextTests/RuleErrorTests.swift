import ICUText
import Testing
import TextModel

@Suite("Faults in ICU rules")
struct RuleErrorTests {
  @Test(
    "a fault in break rules names file, line and column",
    arguments: [
      ("# пікір\n$a = [аб;\n", 2), ("[а-я]+ {200};\n\n  $unknown+ {100};\n", 3), ("a b )};", 1),
    ])
  func breakRules(text: String, line: Int) throws {
    let source = SourceFile(name: "бұзық.rbbi", text: text)
    let error = try #require(throws: ICUError.self) { try BreakRules(source: source) }
    #expect(error.file == "бұзық.rbbi")
    #expect(error.line == line)
    #expect(error.column >= 1)
    #expect(error.name.hasPrefix("U_"))
    #expect(error.diagnostic.line == line)
    #expect(error.description.hasPrefix("бұзық.rbbi:\(line):\(error.column): "))
  }

  @Test(
    "a fault in transliteration rules names file, line and column",
    arguments: [
      ("а > б;\nв > г;\nҚ > (((;\n", 3), ("# пікір\n:: NoSuchThing;\n", 2),
      ("😀 > а;\n\n  $x > б;\n", 3), ("а > б > в;", 1),
    ])
  func transliteration(text: String, line: Int) throws {
    let source = SourceFile(name: "бұзық.txt", text: text)
    let error = try #require(throws: ICUError.self) { try TransliterationRules(source: source) }
    #expect(error.file == "бұзық.txt")
    #expect(error.line == line)
    #expect(error.column >= 1)
    #expect(error.diagnostic.rendered.contains("бұзық.txt:\(line):"))
  }

  @Test("a rule hidden by another is shown with the one that hides it")
  func hidden() throws {
    let source = SourceFile(name: "hidden.txt", text: "a > b;\na } c > d;\n")
    let error = try #require(throws: ICUError.self) { try Transliterator(rules: source) }
    #expect(error.name == "U_RULE_MASK_ERROR")
    #expect(error.diagnostic.message.contains("c > d"))
    #expect(error.diagnostic.file == "hidden.txt")
  }

  @Test("empty rules are a fault, not a crash")
  func empty() {
    #expect(throws: ICUError.self) { try BreakRules(source: SourceFile(name: "empty", text: "")) }
  }

  @Test("both break rule files hold the same lists")
  func sharedLists() throws {
    func shared(_ path: String) throws -> String {
      let text = String(decoding: try Checkout.bytes(path), as: UTF8.self)
      let start = try #require(text.range(of: "# begin shared"))
      let end = try #require(text.range(of: "# end shared"))
      return String(text[start.lowerBound..<end.lowerBound])
    }
    let words = try shared("Rules/segmentation/words.rbbi")
    #expect(words.contains("$OneLetter"))
    #expect(try shared("Rules/segmentation/sentences.rbbi") == words)
  }
}
