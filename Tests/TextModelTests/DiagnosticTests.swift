import Testing
import TextModel

@Suite("A diagnostic")
struct DiagnosticTests {
  @Test("shows file, line, column, the line and a caret below its place")
  func renders() {
    let file = SourceFile(name: "r.rules", text: "first\n\t\u{4D9}\u{1F600} wrong here\n")
    let start = "first\n\t\u{4D9}\u{1F600} ".utf8.count
    #expect(
      Diagnostic("is wrong", in: file, at: start..<start + 5).rendered == """
        r.rules:2:5: error: is wrong
          \t\u{4D9}\u{1F600} wrong here
          \t   ^~~~~

        """)
  }

  @Test("underlines no further than its line, and at least one place")
  func clamps() {
    let file = SourceFile(name: "f", text: "ab\ncd")
    #expect(
      Diagnostic(.warning, "m", in: file, at: 1..<5).rendered == "f:1:2: warning: m\n  ab\n   ^\n")
    #expect(Diagnostic("m", in: file, at: 5..<5).rendered == "f:2:3: error: m\n  cd\n    ^\n")
    #expect(
      Diagnostic(.error, "m", in: file, line: 0).rendered == "f:1:1: error: m\n  ab\n  ^~\n")
  }

  @Test("about a whole file shows no line")
  func wholeFile() {
    #expect(Diagnostic("not found", file: "x/y").rendered == "x/y: error: not found\n")
    #expect(Diagnostic("not found", file: "").rendered == "error: not found\n")
  }
}
