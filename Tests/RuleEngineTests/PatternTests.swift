import Testing

@Suite("Patterns")
struct PatternTests {
  /// One rule's pattern, a text, and what is found in it.
  static let cases: [(pattern: String, text: String, found: String)] = [
    // Words
    ("cat", "the cat sat on cat:pl", "r[cat]"),
    ("cat", "The CAT", "r[CAT]"),
    ("cat+", "cat cat:pl cat:pl:loc cat:attr cats", "r[cat] r[cat:pl] r[cat:pl:loc]"),
    ("cat.loc", "cat cat:loc cat:pl:loc cat:loc:attr cat:attr", "r[cat:loc] r[cat:pl:loc]"),
    ("cat.pl.loc", "cat:loc cat:pl cat:pl:loc", "r[cat:pl:loc]"),
    ("cat.attr", "cat:attr cat:loc:attr cat:loc", "r[cat:attr] r[cat:loc:attr]"),
    ("\"cat:pl\"", "cat cat:pl", "r[cat:pl]"),
    ("\"cat\"+", "cat cat:pl", "r[cat] r[cat:pl]"),
    ("\"big cat\"", "big cat big cat:pl", "r[big cat]"),
    ("\"big cat\".pl", "big cat big cat:pl big cat:attr", "r[big cat:pl]"),
    ("\"a.b\"", "a . b a.b", "r[a . b] r[a.b]"),
    // Sequences, alternatives, repetitions
    ("a b c", "a b a b c", "r[a b c]"),
    ("a | b c", "b a b c", "r[a] r[b c]"),
    ("(a | b) c", "a c b c c", "r[a c] r[b c]"),
    ("a b?", "a a b", "r[a] r[a b]"),
    ("a b* c", "a c a b b b c a b", "r[a c] r[a b b b c]"),
    ("a{2}", "a a a a a", "r[a a] r[a a]"),
    ("a{2,3}", "a a a a a", "r[a a a] r[a a]"),
    ("a{2,}", "a b a a a a", "r[a a a a]"),
    ("a{0,2} b", "a a a b b", "r[a a b] r[b]"),
    ("(a b){1,2} c", "a b a b c", "r[a b a b c]"),
    ("(a? b?)* c", "a b b a c c", "r[a b b a c] r[c]"),
    ("((a*)*)* b", "a a b", "r[a a b]"),
    ("a?", "a b", "r[a]"),
    ("_ b", "a b b", "r[a b]"),
    // Tests of one token
    ("a & shape(capital)", "a A", "r[A]"),
    ("!a & shape(lower)", "a b", "r[b]"),
    ("!a & !b", "a b c", "r[c]"),
    ("_ & !shape(digits)", "1 a", "r[a]"),
    ("int(1...31)", "0 1 31 32 7:loc x", "r[1] r[31]"),
    ("int(1...31)+", "7:loc 7 7:attr", "r[7:loc] r[7]"),
    ("int(1...31).loc", "7:loc 7 7:pl", "r[7:loc]"),
    ("ending(ov, ova)", "ov ivanov ivanova ivanov:loc", "r[ivanov] r[ivanova]"),
    ("ending(ov)+", "ivanov:loc ivanov:attr", "r[ivanov:loc]"),
    // What stands glued
    ("a ~ b", "a b ab a.b", ""),
    ("a ~ \".\"", "a . a.", "r[a.]"),
    ("a glued & \".\"", "a . a.", "r[a.]"),
    ("a !glued & \".\"", "a . a.", "r[a .]"),
    ("a ~ (\".\" b)", "a . b a. b", "r[a. b]"),
    ("a ~ \".\"? b", "a b a.b a .b", "r[a b] r[a.b]"),
    ("a ~ \".\"{1,2}", "a . a.. a. .", "r[a..] r[a. .]"),
    ("a ~ \".\"{0,2} b", "a. .b a ..b", "r[a. .b]"),
    ("a ~ \".\"* b", "a .b a..b a b a. .b", "r[a..b] r[a b] r[a. .b]"),
    ("a ~ (\".\"? \",\")", "a , a, a., a.,", "r[a,] r[a.,] r[a.,]"),
    // Edges
    ("^ a", "a a / a", "r[a] r[a]"),
    ("a $", "a a / a", "r[a] r[a]"),
    ("^ a $", "a / a a", "r[a]"),
    ("(^ | b) a", "a b a a", "r[a] r[b a]"),
    ("a (b | $)", "a a b a", "r[a b] r[a]"),
    ("^", "a", ""),
    ("a b", "a / b", ""),
    // The mention and its context
    ("a [b] c", "a b c b", "r[b]"),
    ("[a] b", "a a b", "r[a]"),
    ("[a b] (c | $)", "a b c / a b", "r[a b] r[a b]"),
    ("^ [a]", "a a", "r[a]"),
    ("[a+] $", "a a:pl", "r[a:pl]"),
    ("a [b?] c", "a c a b c", "r[b]"),
    // Matches of several tokens do not overlap
    ("a a", "a a a a a", "r[a a] r[a a]"),
  ]

  @Test("find what they say and nothing else", arguments: cases)
  func find(pattern: String, text: String, found: String) throws {
    let rules = try ToyRules("rule r : X\n  \(pattern)\n")
    #expect(rules.found(text) == found)
  }

  @Test("stand under a name, inflected where it is used")
  func definitions() throws {
    let rules = try ToyRules(
      """
      define Pet  = cat | big dog
      define Pets = Pet+
      rule one : X
        my Pet
      rule two : Y
        your Pets
      rule three : Z
        his Pet.loc
      """)
    #expect(rules.found("my cat my cat:pl my big dog") == "one[my cat] one[my big dog]")
    #expect(rules.found("your cat:pl your big dog:loc") == "two[your cat:pl] two[your big dog:loc]")
    #expect(rules.found("his cat his cat:loc his big:loc dog") == "three[his cat:loc]")
  }

  @Test("match no more tokens than the longest match allowed")
  func longest() throws {
    let rules = try ToyRules("rule r : X\n  a*\n")
    let (_, matches) = rules.matches(Array(repeating: "a", count: 200).joined(separator: " "))
    #expect(matches.map(\.tokens.count).reduce(0, +) == 200)
    #expect(matches.allSatisfy { $0.tokens.count <= 96 })
  }
}
