import RuleSyntax
import Testing
import TextModel

@Suite("The grammar of rules")
struct GrammarTests {
  @Test(
    "reads every kind of pattern",
    arguments: [
      ("жыл", "<lemma жыл>"),
      ("word", "<lemma word>"),
      ("жыл+", "<lemma жыл+>"),
      ("жыл.loc", "<lemma жыл.loc>"),
      ("жыл.poss3.loc", "<lemma жыл.poss3.loc>"),
      ("\"two words\"", "<literal two words>"),
      ("\"a\"+", "<literal a+>"),
      (#""q\"b\\t""#, "<literal q\"b\\t>"),
      ("int(1...31)", "<int 1...31>"),
      ("int(1...31).ord", "<int 1...31.ord>"),
      ("roman(1...39)+", "<roman 1...39+>"),
      ("lexicon(months)", "<lexicon months>"),
      (
        "lexicon(months, kind=a, b=\"c d\", e=ж)+",
        "<lexicon months kind=a b=c d e=ж+>"
      ),
      ("lexicon(months, other=\"\")", "<lexicon months other=>"),
      ("shape(capital)", "<shape capital>"),
      ("ending(ов, \"ев\", in)", "<ending ов,ев,in>"),
      ("<time-year>", "<mention time-year>"),
      ("<DATE>.abl", "<mention DATE.abl>"),
      ("_", "<any>"),
      ("^", "<start>"),
      ("$", "<end>"),
      ("unlisted & !first", "<unlisted>&!<first>"),
      ("glued & а", "<glued>&<lemma а>"),
      ("а & !б & shape(upper)", "<lemma а>&!<lemma б>&<shape upper>"),
      ("Name", "@Name"),
      ("Name+", "@Name+"),
      ("Name.loc", "@Name.loc"),
      ("а б в", "(<lemma а> <lemma б> <lemma в>)"),
      ("а | б в | г", "(<lemma а>|(<lemma б> <lemma в>)|<lemma г>)"),
      ("(а | б) в", "((<lemma а>|<lemma б>) <lemma в>)"),
      ("а?", "<lemma а>{0,1}"),
      ("а*", "<lemma а>{0,}"),
      ("а+*", "<lemma а+>{0,}"),
      ("а{2}", "<lemma а>{2,2}"),
      ("а{2,}", "<lemma а>{2,}"),
      ("а{2,5}", "<lemma а>{2,5}"),
      ("(а б){1,64}", "(<lemma а> <lemma б>){1,64}"),
      ("а ~ б", "(<lemma а> ~<lemma б>)"),
      ("~ а", "~<lemma а>"),
      ("part:(а | б)?", "part:(<lemma а>|<lemma б>){0,1}"),
      ("outer:(inner:а б)", "outer:(inner:<lemma а> <lemma б>)"),
      ("а [б в] г", "(<lemma а> [(<lemma б> <lemma в>)] <lemma г>)"),
      ("бау-бақша+", "(<literal бау> ~<literal -> ~<lemma бақша+>)"),
      ("test:а", "test:<lemma а>"),
    ])
  func patterns(text: String, outline: String) throws {
    #expect(try RuleText.pattern(text).outline == outline)
  }

  @Test("a pattern goes on over lines and comments until a clause or a statement begins")
  func lines() throws {
    let source = try RuleText.parse(
      """
      rule a.b-c.2 : DATE   # what it is
        first:int(1...2)    # a day

        second
      # at the margin
        | third
        except "x" | "y"
        except "z"
        value  date(1, -2, first, "t", first.column, now())
        canonical first
        ref "r"
        expansion "e"
        priority -3
        test "[а] \\[б\\] [в]" => 2020-01-02
        test "[a]" => "two words"
        test "[a]"
        reject "б"
      rule next : time-part
        w
      """)
    #expect(source.rules.map(\.id) == ["a.b-c.2", "next"])
    #expect(source.rules.map(\.label) == ["DATE", "time-part"])
    #expect(source.phases == ["main"])
    let rule = source.rules[0]
    #expect(
      rule.pattern.outline == "((first:<int 1...2> <lemma second>)|<lemma third>)")
    #expect(rule.exceptions.map(\.outline) == ["(<literal x>|<literal y>)", "<literal z>"])
    #expect(rule.priority == -3)
    #expect(Set(rule.values.keys) == ["value", "canonical", "ref", "expansion"])
    guard case .call("date", let arguments, _)? = rule.values["value"] else {
      Issue.record("no call")
      return
    }
    #expect(arguments.count == 6)
    #expect(arguments[0] == .integer(1))
    #expect(arguments[1] == .integer(-2))
    #expect(arguments[3] == .text("t"))
    guard case .capture("first", _) = arguments[2],
      case .column("first", "column", _) = arguments[4], case .call("now", [], _) = arguments[5]
    else {
      Issue.record("other arguments than written")
      return
    }
    #expect(rule.examples.map(\.text) == ["а [б] в", "a", "a", "б"])
    #expect(rule.examples.map(\.isReject) == [false, false, false, true])
    #expect(rule.examples.map(\.expected) == ["2020-01-02", "two words", nil, nil])
    let spans = rule.examples[0].spans
    #expect(
      spans == [
        SourceSpan(start: 0, end: 2),
        SourceSpan(start: "а [б] ".utf8.count, end: "а [б] в".utf8.count),
      ])
  }

  @Test("reads every statement, included files where they are named")
  func statements() throws {
    let source = try RuleText.parse(
      """
      reference "2021-05-12"
      use words "seg/words.rbbi"
      lexicon months "time/months.tsv"
      define A = а | б
      phase first
      rule r1 : x
        A
      include "sub/more.rules"
      rule r3 : x
        A
      """,
      files: ["sub/more.rules": "phase second\nrule r2 : y\n  B+\ndefine B = в\n"])
    #expect(source.exampleReference == "2021-05-12")
    #expect(source.resources.map(\.name) == ["words"])
    #expect(source.resources.map(\.path) == ["seg/words.rbbi"])
    #expect(source.lexicons.map(\.name) == ["months"])
    #expect(source.phases == ["first", "second"])
    #expect(source.rules.map(\.id) == ["r1", "r2", "r3"])
    #expect(source.rules.map(\.phase) == [0, 1, 1])
    #expect(source.definitions.keys.sorted() == ["A", "B"])
    #expect(source.files.map(\.name) == ["main.rules", "sub/more.rules"])
    #expect(source.rules[1].place.file == 1)
    #expect(source.diagnostic(.error, "m", at: source.rules[1].place).line == 2)
  }

  @Test("an inflection goes to the last item of a pattern")
  func inflects() throws {
    let pattern = try RuleText.pattern("а (б | в г) part:(д{2} ~ int(1...2) & shape(digits))")
    #expect(
      pattern.inflected(.features(["loc"])).outline
        == "(<lemma а> (<lemma б>|(<lemma в> <lemma г>)) "
        + "part:(<lemma д>{2,2} ~<int 1...2.loc>&<shape digits>))")
  }

  @Test("Windows line ends, tabs and a missing last line break change nothing")
  func whiteSpace() throws {
    let plain = "rule r : L\n  а б\n  value 1\n  test \"[а б]\" => 1\n"
    let other = "rule r : L\r\n\tа\tб\r\n\tvalue 1\r\n\ttest \"[а б]\" => 1"
    let (first, second) = (try RuleText.parse(plain), try RuleText.parse(other))
    #expect(first.rules[0].pattern.outline == second.rules[0].pattern.outline)
    #expect(first.rules[0].examples[0].expected == second.rules[0].examples[0].expected)
    #expect(try RuleText.parse("").rules.isEmpty)
    #expect(try RuleText.parse("# only this").rules.isEmpty)
  }
}
