import RuleEngine
import Testing
import TextModel

@Suite("Lexicons in rules")
struct LexiconTests {
  static let lexicons = [
    "places": """
    # towns and rivers
    form\tkind\tcode
    york\ttown\t1
    new york\ttown\t2
    new york state\tregion\t3
    big river\triver
    river\triver\t5
    """,
    "months": "form\tnumber\nmay\t5\njune\t6\n",
    "numerals": "form\tnumber\none\t1\nfive\t5\ntwenty\t20\nhundred\t100\nthousand\t1000\n"
      + "million\t1000000\nmilliard\t1000000000\n",
  ]

  static let cases: [(pattern: String, text: String, found: String)] = [
    ("lexicon(places)", "york new york new york state", "r[york] r[new york] r[new york state]"),
    ("lexicon(places)", "york:loc new york:loc new york", "r[new york]"),
    (
      "lexicon(places)+", "york:loc new york:loc new york:attr new:pl york",
      "r[york:loc] r[new york:loc] r[york]"
    ),
    (
      "lexicon(places).loc", "york york:loc new york:loc big river:pl:loc",
      "r[york:loc] r[new york:loc] r[big river:pl:loc]"
    ),
    ("lexicon(places).attr", "york:attr new york:attr new york", "r[york:attr] r[new york:attr]"),
    ("lexicon(places, kind=town)", "river york new york state", "r[york] r[new york]"),
    ("lexicon(places, kind=river)", "big river big river york", "r[big river] r[big river]"),
    ("lexicon(places, code=\"\")", "big river york", "r[big river]"),
    (
      "lexicon(places) & shape(capital)", "york York New york new York",
      "r[York] r[New york] r[York]"
    ),
    ("_ & !lexicon(places)", "in new york now", "r[in] r[now]"),
    ("in lexicon(places)+ $", "in new york in big river:loc", "r[in big river:loc]"),
  ]

  @Test("find forms of one word and of several, inflected as asked for", arguments: cases)
  func find(pattern: String, text: String, found: String) throws {
    let rules = try ToyRules("rule r : X\n  \(pattern)\n", lexicons: Self.lexicons)
    #expect(rules.found(text) == found)
  }

  @Test("give the cells of the row that a part stands for")
  func cells() throws {
    let rules = try ToyRules(
      """
      rule column : INT
        month:lexicon(months)+
        value sum(month.number, 100)
      rule missing : INT
        at place:lexicon(places)+
        value place.code
      rule kind : TEXT
        by place:lexicon(places)+
        value place.kind
      """, lexicons: Self.lexicons)
    #expect(rules.found("may june:loc") == "column[may]=105 column[june:loc]=106")
    #expect(rules.found("at new york:loc at big river") == "missing[at new york:loc]=2")
    #expect(rules.found("by big river") == "kind[by big river]=river")
  }

  @Test(
    "put number words together",
    arguments: [
      ("five", 5), ("twenty five", 25), ("hundred five", 105), ("five hundred twenty five", 525),
      ("thousand", 1000), ("five thousand hundred", 5100), ("5 thousand", 5000),
      ("five million twenty thousand one", 5_020_001),
      ("hundred twenty thousand five hundred", 120_500),
    ])
  func numbers(text: String, number: Int) throws {
    let rules = try ToyRules(
      "rule r : INT\n  n:(int(0...999) | lexicon(numerals))*\n  value n\n",
      lexicons: Self.lexicons)
    #expect(rules.found(text) == "r[\(text)]=\(number)")
  }

  @Test(
    "give no number where one is too large to count",
    arguments: [
      "hundred hundred hundred hundred hundred hundred hundred milliard",
      "hundred hundred hundred hundred hundred hundred hundred hundred",
    ])
  func hugeNumbers(text: String) throws {
    let rules = try ToyRules(
      "rule r : INT\n  n:lexicon(numerals)*\n  value n\n", lexicons: Self.lexicons)
    #expect(rules.found(text) == "")
  }

  @Test(
    "are refused with place and reason where their tables are wrong",
    arguments: [
      ("name\tx\n", "l.tsv:1:1", "the first column of a lexicon is \"form\""),
      ("form\tx\ty\tx\n", "l.tsv:1:1", "a second column \"x\""),
      ("form\tx\na\tb\tc\n", "l.tsv:2:1", "3 cells where the head names 2 columns"),
      ("# c\nform\tx\n\tb\n", "l.tsv:3:1", "a row without a form"),
      ("form\n \n", "l.tsv:2:1", "a row without a form"),
    ])
  func tables(text: String, place: String, message: String) throws {
    let error = try #require(throws: DiagnosticList.self) {
      try Lexicon(name: "l", file: SourceFile(name: "l.tsv", text: text))
    }
    let finding = try #require(error.diagnostics.first)
    #expect("\(finding.file):\(finding.line):\(finding.column)" == place)
    #expect(finding.message.contains(message))
  }

  @Test("pass over comments, warn of repeated and short rows, and fill these with no value")
  func rows() throws {
    let lexicon = try Lexicon(
      name: "l",
      file: SourceFile(name: "l.tsv", text: "# c\nform\tx\na\n\na\nb\t1\r\n"))
    #expect(lexicon.rows.map { Array($0.cells) } == [["a", ""], ["a", ""], ["b", "1"]])
    #expect(lexicon.rows.map(\.line) == [2, 4, 5])
    #expect(lexicon.warnings.map(\.line) == [3, 5, 5])
    #expect(lexicon.column("x") == 1)
    #expect(lexicon.column("y") == nil)
  }
}
