import RuleSyntax
import Testing
import TextModel

@Suite("Errors in rule files")
struct ErrorTests {
  /// A broken text, where it is broken, and what is said.
  static let cases: [(text: String, place: String, message: String)] = [
    ("rul r : L\n  а\n", "1:1", "expected one of include, phase, reference"),
    ("rul r : L\n  а\n", "1:1", "did you mean \"rule\"?"),
    ("  phase a\n", "1:3", "a statement starts at the left margin"),
    ("phase a b\n", "1:9", "expected the end of the statement"),
    ("phase\n", "1:1", "expected the phase's name"),
    ("phase a\nphase a\n", "2:7", "phase \"a\" stands above already"),
    ("reference 2020\n", "1:11", "expected a date in quotes"),
    ("include sub\n", "1:9", "expected a path in quotes"),
    ("include \"/etc/passwd\"\n", "1:9", "files of its own folder only"),
    ("include \"a/../b\"\n", "1:9", "files of its own folder only"),
    ("include \"gone.rules\"\n", "1:9", "can't include \"gone.rules\": no such file"),
    ("include \"main.rules\"\n", "1:9", "\"main.rules\" is included already"),
    ("lexicon \"a.tsv\"\n", "1:9", "expected a name"),
    ("lexicon a b\n", "1:11", "expected a path in quotes"),
    ("use a \"../b\"\n", "1:7", "uses files of its own folder only"),
    ("define a = б\n", "1:8", "begins with a capital"),
    ("define A б\n", "1:10", "expected \"=\""),
    ("define A =\n", "1:10", "expected a pattern"),
    ("define A = б\ndefine A = в\n", "2:8", "is defined already"),
    ("rule : L\n  а\n", "1:6", "expected the rule's id"),
    ("rule a. : L\n  а\n", "1:9", "expected the next part of the rule's id"),
    ("rule a L\n  а\n", "1:8", "expected \":\""),
    ("rule a :\n", "1:8", "expected a label"),
    ("rule a : L\n", "1:10", "expected a pattern"),
    ("rule a : L\n  value 1\n", "2:3", "expected a pattern"),
    ("rule a : L\n  а\nrule a : L\n  б\n", "3:6", "is defined already"),
    ("rule a : L\n  а )\n", "2:5", "expected the pattern to go on, or a clause"),
    ("rule a : L\n  (а б\n", "2:6", "expected \")\""),
    ("rule a : L\n  [а б\n", "2:6", "expected \"]\""),
    ("rule a : L\n  ()\n", "2:4", "expected a pattern"),
    ("rule a : L\n  а |\n", "2:5", "expected a pattern"),
    ("rule a : L\n  а | | б\n", "2:7", "expected a pattern"),
    ("rule a : L\n  Part:б\n", "2:3", "begins with a small letter"),
    ("rule a : L\n  Name & б\n", "2:8", "write the definition's tests out"),
    ("rule a : L\n  б & Name\n", "2:7", "a definition can't be part of an item's tests"),
    ("rule a : L\n  !\n", "2:3", "expected a word, a \"literal\" or a test"),
    ("rule a : L\n  а &\n", "2:5", "expected a word, a \"literal\" or a test"),
    ("rule a : L\n  а. б\n", "2:6", "expected the name of a feature"),
    ("rule a : L\n  а{0}\n", "2:4", "a repetition ends at 1 to 64"),
    ("rule a : L\n  а{3,2}\n", "2:4", "a repetition ends at 1 to 64"),
    ("rule a : L\n  а{1,65}\n", "2:4", "a repetition ends at 1 to 64"),
    ("rule a : L\n  а{65,}\n", "2:4", "at most 64 repetitions"),
    ("rule a : L\n  а{b}\n", "2:5", "expected a number"),
    ("rule a : L\n  а{1\n", "2:5", "expected \"}\""),
    ("rule a : L\n  int(5...3)\n", "2:3", "this range is empty"),
    ("rule a : L\n  int(5)\n", "2:8", "expected \"...\""),
    ("rule a : L\n  int(1...99999999999999999999)\n", "2:11", "this number is too large"),
    ("rule a : L\n  intt(1...3)\n", "2:3", "unknown test; known are int, digits, roman"),
    ("rule a : L\n  intt(1...3)\n", "2:3", "did you mean \"int\"?"),
    ("rule a : L\n  shape(\"x\")\n", "2:9", "expected the name of a shape"),
    ("rule a : L\n  lexicon(1)\n", "2:11", "expected the name of a lexicon"),
    ("rule a : L\n  lexicon(a, 1)\n", "2:14", "expected the name of a column"),
    ("rule a : L\n  lexicon(a, b)\n", "2:15", "expected \"=\""),
    ("rule a : L\n  lexicon(a, b=)\n", "2:16", "expected the value of the column"),
    ("rule a : L\n  ending()\n", "2:10", "expected the last letters of a word"),
    ("rule a : L\n  <1>\n", "2:4", "expected a label"),
    ("rule a : L\n  <a\n", "2:4", "expected \">\""),
    ("rule a : L\n  а\n  valu 1\n", "3:8", "expected the pattern to go on, or a clause"),
    ("rule a : L\n  а\n  value\n", "3:3", "expected a value"),
    ("rule a : L\n  а\n  value f(1,)\n", "3:13", "expected a value"),
    ("rule a : L\n  а\n  value f(1\n", "3:11", "expected \")\""),
    ("rule a : L\n  а\n  value a.1\n", "3:11", "expected the name of a column"),
    ("rule a : L\n  а\n  value -a\n", "3:10", "expected a number"),
    ("rule a : L\n  а\n  value 1\n  value 2\n", "4:3", "a rule has one \"value\" clause"),
    ("rule a : L\n  а\n  priority x\n", "3:12", "expected a number"),
    ("rule a : L\n  а\n  test x\n", "3:8", "expected a sentence in quotes"),
    ("rule a : L\n  а\n  test \"а\"\n", "3:8", "a test marks with [ and ]"),
    ("rule a : L\n  а\n  reject \"[а]\"\n", "3:10", "a reject marks nothing"),
    ("rule a : L\n  а\n  test \"[а\"\n", "3:8", "every [ of an example needs its ]"),
    ("rule a : L\n  а\n  test \"а]\"\n", "3:8", "every [ of an example needs its ]"),
    ("rule a : L\n  а\n  test \"[]а\"\n", "3:8", "every [ of an example needs its ]"),
    ("rule a : L\n  а\n  test \"[[а]]\"\n", "3:8", "every [ of an example needs its ]"),
    ("rule a : L\n  а\n  test \"[а]\" =>\n", "3:14", "expected the value"),
    ("rule a : L\n  а\n  test \"[а]\" =>\nrule b : L\n  а\n", "3:14", "expected the value"),
    ("rule a : L\n  \"а\n", "2:3", "this quote is never closed"),
    ("rule a : L\n  \"а\\q\"\n", "2:5", "unknown escape"),
    ("rule a : L\n  а %\n", "2:5", "this character has no meaning here; quote it"),
  ]

  @Test("name file, line and column and say what would be right", arguments: cases)
  func says(text: String, place: String, message: String) {
    let findings = RuleText.findings(text)
    #expect(
      findings.contains {
        $0.file == "main.rules" && "\($0.line):\($0.column)" == place
          && $0.message.contains(message)
      }, "found: \(findings.map(\.rendered).joined())")
    #expect(!findings.contains { $0.rendered.split(separator: "\n").count < 3 })
  }

  @Test("show the line with a caret")
  func showsLine() throws {
    let finding = try #require(
      RuleText.findings("phase a\nrule r : L\n  жыл shap(x) қазан\n").first)
    #expect(
      finding.rendered == """
        main.rules:3:7: error: unknown test; known are int, digits, roman, lexicon, shape, ending; \
        did you mean "shape"?
          \("  жыл shap(x) қазан")
                ^~~~

        """)
  }

  @Test("come all at once, in file order, those of included files among them")
  func showsAll() {
    let findings = RuleText.findings(
      "define a = б\nphase\ninclude \"sub.rules\"\nrule r : L\n  int(3...1)\nrule s : L\n  (а\n",
      files: ["sub.rules": "lexicon x\nuse y\n"])
    #expect(
      findings.map { "\($0.file):\($0.line)" } == [
        "main.rules:1", "main.rules:2", "sub.rules:1", "sub.rules:2", "main.rules:5",
        "main.rules:7",
      ])
  }

  @Test("of a missing main file name it")
  func missingMain() {
    #expect(throws: DiagnosticList.self) {
      try RuleParser.parse("main.rules") { path throws(Diagnostic) in
        throw Diagnostic("no such file", file: path)
      }
    }
  }

  @Test(
    "suggest the nearest name, or none where none is near",
    arguments: [
      ("capitl", "capital"), ("uper", "upper"), ("xyzzy", nil), ("", nil), ("lowr", "lower"),
      ("lwoer", "lower"),
    ] as [(String, String?)])
  func suggests(name: String, expected: String?) {
    #expect(NearestName.of(name, among: ["upper", "capital", "lower"]) == expected)
  }
}
