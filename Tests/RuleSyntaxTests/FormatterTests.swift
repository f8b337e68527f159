import RuleSyntax
import Testing
import TextModel

@Suite("Formatting rule files")
struct FormatterTests {
  private func format(_ text: String) throws -> String {
    let bytes = try RuleFormatter.format(SourceFile(name: "a.rules", text: text))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "has one layout",
    arguments: [
      ("rule a.b:X  c+  d", "rule a.b : X\n  c+ d\n"),
      (
        "rule a : X\n      c|d\n\ttest \"[c]\"=>1992-10-05",
        "rule a : X\n  c | d\n  test \"[c]\" => 1992-10-05\n"
      ),
      ("define A=b\ndefine Long   =c", "define A    = b\ndefine Long = c\n"),
      ("define A(B,C)=B~C", "define A(B, C) = B ~ C\n"),
      ("rule a : X\n  n:lexicon( l , k = v ) {1 , 3}", "rule a : X\n  n:lexicon(l, k=v){1,3}\n"),
      (
        "rule a : X\n  b\n  priority - 1\n  confidence 0.8",
        "rule a : X\n  b\n  priority -1\n  confidence 0.8\n"
      ),
      ("rule a : X\n  b\nrule c : X\n  d", "rule a : X\n  b\n\nrule c : X\n  d\n"),
      ("\n\n# one\n\n\n# two\nphase p   # three\n\n", "# one\n\n# two\nphase p  # three\n"),
      ("use words \"a\"\nuse fold  \"b\"", "use words \"a\"\nuse fold  \"b\"\n"),
      (
        "rule a : X\n  ! b&shape( upper )  <Y> [ c ] ^ $",
        "rule a : X\n  !b & shape(upper) <Y> [c] ^ $\n"
      ),
    ])
  func layout(text: String, expected: String) throws {
    #expect(try format(text) == expected)
  }

  @Test(
    "changes nothing the second time",
    arguments: [
      "rule a : X\n  b c\n  # why\n  test \"[b c]\"\n# what follows\nrule d : Y\n  e.loc.attr ~ f?\n",
      "define A = b\n  | c  # long\n  | d\ndefine B = e\n", "rule a : X test\n",
      "include \"a\" # b",
    ])
  func isIdempotent(text: String) throws {
    let once = try format(text)
    #expect(try format(once) == once)
  }

  @Test("leaves a file alone that can't be cut into units")
  func broken() {
    #expect(throws: DiagnosticList.self) { try format("rule a : X\n  \"b\n") }
  }
}
