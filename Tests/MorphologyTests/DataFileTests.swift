import Morphology
import Testing
import TextModel

@Suite("Data files")
struct DataFileTests {
  /// A small language with two harmonies, in Latin letters.
  static let small = """
    class vowel a e ı i
    class hard k t
    class soft g d
    class letter +vowel +hard +soft l r n
    harmony back a ı
    harmony front e i
    vary A a e
    vary I ı i
    nucleus vowel
    states base plural end
    feature kept pl abstract
    feature outer gen
    suffix pl base > plural lAr cost=1
    suffix abstract base > plural lIk
    suffix gen base,plural > end vowel:nIn letter:In
    alternate k:g after=vowel before=vowel
    """

  @Test("another language is other files")
  func smallLanguage() throws {
    let small = try Morphology.compile([SourceFile(name: "small", text: Self.small)])
    let plural = try #require(small.feature(named: "pl"))
    let genitive = try #require(small.feature(named: "gen"))
    #expect(small.inflected("ınek", plural.union(genitive)) == "ıneklerin")
    #expect(small.inflected("ınek", genitive) == "ınegin")
    #expect(small.inflected("kara", plural) == "karalar")
    #expect(small.readings("ınegin").contains { $0.baseText == "ınek" && $0.features == genitive })
  }

  @Test("a nominative undoes the change at the end of its last suffix")
  func alteredSuffix() throws {
    let small = try Morphology.compile([SourceFile(name: "small", text: Self.small)])
    let features = try #require(small.features("abstract+gen"))
    #expect(small.inflected("ınek", features) == "ınekligin")
    let reading = try #require(
      small.readings("ınekligin").first { $0.baseText == "ınek" && $0.features == features })
    #expect(small.nominative(reading, in: "ınekligin") == "ıneklik")
  }

  @Test("declarations may stand in any order and any file")
  func anyOrder() throws {
    let lines = Self.small.split(separator: "\n")
    let classes = lines.filter { $0.hasPrefix("class") }.joined(separator: "\n")
    let rest = lines.filter { !$0.hasPrefix("class") }.reversed().joined(separator: "\r\n")
    let morphology = try Morphology.compile([
      SourceFile(name: "b", text: "\u{FEFF}\(rest)"), SourceFile(name: "a", text: classes),
    ])
    let plural = try #require(morphology.feature(named: "pl"))
    // The harmonies are declared the other way round, so the varying letters are, too.
    #expect(morphology.inflected("kara", plural) == "karaler")
  }

  /// A line put behind the small language, the column of the error and a part of its message.
  static let mistakes: [(line: String, column: Int, message: String)] = [
    ("sufix gen base > end a", 1, "begins no line"),
    ("class vowel o", 7, "declared twice"),
    ("class Vowel o", 7, "letters a to z"),
    ("class x ab", 9, "not one letter"),
    ("class x +none", 9, "no class “none” above"),
    ("class x 😀", 9, "U+FFFF"),
    ("class x", 1, "has the form"),
    ("harmony back o", 9, "declared twice"),
    ("harmony round a", 15, "decides a harmony already"),
    ("loose none k", 7, "no harmony “none”"),
    ("loose back a", 12, "can't be loose"),
    ("spelt none k", 7, "no harmony “none”"),
    ("spelt back", 1, "has the form"),
    ("ending back kx", 13, "in no class"),
    ("vary A a e", 6, "not yet taken"),
    ("vary B a", 1, "for each of 2 harmonies"),
    ("nucleus none", 9, "no class “none”"),
    ("cluster klr", 9, "not two letters"),
    ("states base", 8, "declared twice"),
    ("group base plural", 7, "declared twice"),
    ("group all base,none", 16, "no state “none”"),
    ("bound none", 7, "no state “none”"),
    ("feature inner x", 9, "no role"),
    ("feature kept pl", 14, "declared twice"),
    ("agree gen", 1, "has the form"),
    ("agree gen none", 11, "no feature “none”"),
    ("weight none 3", 8, "no weight “none”"),
    ("weight plain much", 14, "no whole number"),
    ("weight plain 99999", 14, "no whole number"),
    ("suffix gen base > end", 1, "has the form"),
    ("suffix gen base plural end a", 17, "“>” belongs here"),
    ("suffix gen+none base > end a", 12, "no feature “none”"),
    ("suffix gen bases > end a", 12, "no state “bases”"),
    ("suffix gen base > none a", 19, "no state “none”"),
    ("suffix gen base > end vowels:a", 23, "no class “vowels”"),
    ("suffix gen base > end vowel:", 23, "a variant has the form"),
    ("suffix gen base > end ?", 23, "letters before"),
    ("suffix gen base > end axa", 23, "“x” is in no class"),
    ("suffix gen base > end a cost=x", 30, "no whole number"),
    ("suffix gen base > end a price=3", 25, "no option “price”"),
    ("suffix gen base > end a cost=3 cost=4", 32, "given twice"),
    ("alternate k before=vowel", 11, "BASE:SURFACE"),
    ("alternate k: before=vowel", 11, "BASE:SURFACE"),
    ("alternate k:? before=vowel", 11, "BASE:SURFACE"),
    ("alternate k:t", 1, "before which classes"),
    ("alternate k:t before=none", 22, "no class “none”"),
    ("stem ka ke", 1, "before which classes"),
    ("stem kx ke before=vowel", 6, "in no class"),
    ("form ka ke none base", 12, "no feature “none”"),
    ("form ka ke gen none", 16, "no state “none”"),
  ]

  @Test("a mistake is named with its line and column", arguments: mistakes)
  func mistake(line: String, column: Int, message: String) throws {
    let file = SourceFile(name: "small", text: "\(Self.small)\n\(line)\n")
    let error = try #require(throws: DiagnosticList.self) { try Morphology.compile([file]) }
    let diagnostic = try #require(
      error.diagnostics.first { $0.message.contains(message) },
      "\(error.diagnostics.map(\.rendered))")
    #expect(diagnostic.file == "small")
    #expect(diagnostic.line == file.lineCount - 1)
    #expect(diagnostic.column == column)
    #expect(diagnostic.excerpt == line)
  }

  @Test("all mistakes of all files come in one list, in file order")
  func allMistakes() throws {
    let lines = Self.mistakes.map(\.line)
    let files = [
      SourceFile(name: "one", text: Self.small + "\nnone of this\n"),
      SourceFile(name: "two", text: lines.joined(separator: "\n")),
    ]
    let error = try #require(throws: DiagnosticList.self) { try Morphology.compile(files) }
    let places = error.diagnostics.map { ($0.file == "one" ? 0 : 1, $0.line, $0.column) }
    #expect(places.count > lines.count / 2)
    #expect(places.elementsEqual(places.sorted(by: <), by: ==))
    #expect(places.first?.0 == 0)
  }

  @Test("nothing is no morphology")
  func nothing() throws {
    #expect(throws: DiagnosticList.self) { try Morphology.compile([]) }
    let error = try #require(throws: DiagnosticList.self) {
      try Morphology.compile([SourceFile(name: "empty", text: "# nothing\n")])
    }
    #expect(error.diagnostics.map(\.file) == ["empty"])
  }

  @Test("more names than there is room for are refused", arguments: ["class", "states", "feature"])
  func tooMany(directive: String) throws {
    let lines = (0..<70).map {
      switch directive {
      case "class": "class c\($0) a"
      case "states": "states s\($0)"
      default: "feature kept f\($0)"
      }
    }
    let file = SourceFile(name: "many", text: lines.joined(separator: "\n"))
    let error = try #require(throws: DiagnosticList.self) { try Morphology.compile([file]) }
    #expect(error.diagnostics.contains { $0.line == 65 && $0.message.contains("at most 64") })
  }

  @Test("data files cut anywhere never crash the compiler")
  func truncated() {
    let text = Self.small.unicodeScalars
    for length in 0..<text.count {
      let cut = String(String.UnicodeScalarView(text.prefix(length)))
      let file = SourceFile(name: "cut", text: cut)
      guard let morphology = try? Morphology.compile([file]) else { continue }
      #expect(!morphology.readings("karalarin").isEmpty)
    }
  }
}
