import RuleSyntax
import Testing
import TextModel

@Suite("A phase")
struct PhaseConventionTests {
  private static func parse(_ text: String) throws -> RuleSource {
    try RuleParser.parse("main.rules") { path throws(Diagnostic) in
      SourceFile(name: path, bytes: Array(text.utf8))
    }
  }

  @Test("runs always, or for one convention")
  func namesItsConvention() throws {
    let source = try Self.parse("phase a\nphase b for wide\nphase c\n")
    #expect(source.phases == ["a", "b", "c"])
    #expect(source.conventions.map { $0?.name } == [nil, "wide", nil])
  }

  @Test("says what is missing behind its name", arguments: ["phase a wide", "phase a for"])
  func refusesOtherWords(text: String) {
    #expect(throws: DiagnosticList.self) { try Self.parse(text + "\n") }
  }

  @Test("that no one names is one, and runs always")
  func startsUnnamed() throws {
    let source = try Self.parse("rule a : A\n  x\n")
    #expect(source.phases == ["main"])
    #expect(source.conventions.count == 1)
    #expect(source.conventions[0] == nil)
  }
}
