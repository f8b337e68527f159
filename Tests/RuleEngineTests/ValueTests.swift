import Testing
import TextModel

@Suite("Values of rules")
struct ValueTests {
  @Test("are made of the parts that were met")
  func parts() throws {
    let rules = try ToyRules(
      """
      rule sum : INT
        n a:int(0...99) b:int(0...99)? c:int(0...99)?
        value sum(a, b, c)
      rule either : INT
        m (a:int(0...9) | b:int(10...99))
        value sum(1, a, b)
      rule text : TEXT
        t part:(_ _)
        value part
      rule surface : SURFACE
        s part:(_ _)
        value part
      rule length : INT
        l part:(_ _)
        value length(part)
      rule constant : TEXT
        c
        value "fixed"
      rule year : INT
        y
        value reference-year()
      """)
    #expect(rules.found("n 1") == "sum[n 1]=1")
    #expect(rules.found("n 1 2 3:loc") == "sum[n 1 2]=3")
    #expect(rules.found("n 1 2 3") == "sum[n 1 2 3]=6")
    #expect(rules.found("m 5 m 50") == "either[m 5]=6 either[m 50]=51")
    #expect(rules.found("t Big cat:pl") == "text[t Big cat:pl]=big_cat:pl")
    #expect(rules.found("s Big cat:pl") == "surface[s Big cat:pl]=big cat:pl")
    #expect(rules.found("l aa bb") == "length[l aa bb]=5")
    #expect(rules.found("c") == "constant[c]=fixed")
    #expect(rules.found("y", year: 2021) == "year[y]=2021")
    #expect(rules.found("y") == "")
  }

  @Test("take the parts in writing order where a pattern can be read in two ways")
  func greed() throws {
    let rules = try ToyRules(
      "rule r : TEXT\n  a first:b* second:b* c\n  value first\n")
    #expect(rules.found("a b b c") == "r[a b b c]=b_b")
  }

  /// Broken rules, the place and what is said.
  static let broken: [(text: String, place: String, message: String)] = [
    ("rule r : INT\n  a\n  value \"x\"\n", "1:6", "a text stands where a integer is wanted"),
    ("rule r : TEXT\n  a\n  value 3\n", "1:6", "a number stands where a text is wanted"),
    ("rule r : INT\n  a\n  value even(\"x\")\n", "1:6", "a text stands where a integer is wanted"),
    ("rule r : TEXT\n  a\n  value even(2)\n", "3:9", "that \"even\" gives stands where a text"),
    ("rule r : INT\n  a\n  value evn(2)\n", "3:9", "no function is called \"evn\""),
    ("rule r : INT\n  a\n  value evn(2)\n", "3:9", "did you mean \"even\"?"),
    ("rule r : INT\n  a\n  value even()\n", "3:9", "\"even\" takes 1 arguments, here are 0"),
    ("rule r : INT\n  a\n  value sum(1,2,3,4)\n", "3:9", "takes 1 to 3 arguments, here are 4"),
    ("rule r : INT\n  part:a\n  value pert\n", "3:9", "captures no part \"pert\"; did you mean"),
    ("rule r : INT\n  part:a\n  value part.x\n", "3:9", "no lexicon in the part \"part\" has a"),
    ("rule r : X\n  Nam\ndefine Name = a\n", "2:3", "nothing is defined as \"Nam\"; did you mean"),
    ("rule r : X\n  A\ndefine A = B\ndefine B = c A\n", "4:14", "itself: A → B → A"),
    ("rule r : X\n  A\ndefine A = A\n", "3:12", "a definition can't contain itself: A → A"),
    ("rule r : X\n  lexicon(no)\n", "2:3", "no lexicon \"no\" is named in the rule set"),
    ("rule r : X\n  a.lok\n", "2:3", "no feature \"lok\"; did you mean \"loc\"?"),
    ("rule r : X\n  shape(capitl)\n", "2:3", "no shape is called \"capitl\"; did you mean"),
    ("rule r : X\n  <day>\n", "2:3", "no rule gives the label \"day\""),
    ("rule r : X\n  [a] [b]\n", "1:6", "a rule marks one part"),
    ("rule r : X\n  part:([a] b)\n", "2:9", "can't stand inside a captured part"),
    ("rule r : X\n  a & \"b c\"\n", "2:7", "\"b c\" is 2 tokens"),
    ("rule r : X\n  \"\"\n", "2:3", "\"\" is 0 tokens"),
    ("rule r : X\n  <r> & <s>\n", "2:3", "an item tests for one lexicon or mention"),
  ]

  @Test("and names are checked when rules are compiled", arguments: broken)
  func errors(text: String, place: String, message: String) {
    let findings = ToyRules.findings(text)
    #expect(
      findings.contains {
        "\($0.line):\($0.column)" == place && $0.message.contains(message)
      }, "found: \(findings.map(\.rendered).joined())")
  }

  @Test("and lexicons are checked for the columns that rules ask for")
  func columns() {
    let lexicons = ["l": "form\tnumber\nx\t1\n"]
    let findings = ToyRules.findings(
      "rule r : X\n  lexicon(l, numbr=1)\nrule s : INT\n  part:lexicon(l)\n  value part.nmber\n",
      lexicons: lexicons)
    #expect(findings.map(\.line) == [3, 6])
    #expect(findings[0].message.contains("did you mean \"number\"?"))
  }

  @Test("all errors of a rule set are found in one run")
  func allErrors() {
    let findings = ToyRules.findings(
      "rule r : INT\n  a.lok B\n  value c\nrule s : INT\n  shape(x)\n  value even()\n")
    #expect(findings.count == 5)
    #expect(Set(findings.map(\.line)) == [2, 3, 5, 6])
  }

  @Test("a pattern that grows beyond all measure is refused, and at once")
  func bounds() {
    let nested = ToyRules.findings("rule r : X\n  ((((a{64}){64}){64}){64}){64}\n")
    #expect(nested.contains { $0.message.contains("multiply to more than") })
    var chain = "rule r : X\n  A40\ndefine A0 = a\n"
    for index in 1...40 { chain += "define A\(index) = A\(index - 1) A\(index - 1)\n" }
    #expect(ToyRules.findings(chain).contains { $0.message.contains("multiply to more than") })
  }
}
