import Testing

@Suite("The order of rules")
struct ConflictTests {
  @Test("the leftmost match wins over a longer one behind it")
  func leftmost() throws {
    let rules = try ToyRules("rule long : X\n  b c d\nrule left : X\n  a b\n")
    #expect(rules.found("a b c d") == "left[a b]")
    #expect(rules.found("b c d") == "long[b c d]")
  }

  @Test("of those that begin together the longest wins, whatever its priority")
  func longest() throws {
    let rules = try ToyRules("rule short : X\n  a\n  priority 9\nrule long : X\n  a b\n")
    #expect(rules.found("a b a") == "long[a b] short[a]")
  }

  @Test("of equally long ones the higher priority wins, then the one that stands first")
  func priority() throws {
    let rules = try ToyRules(
      "rule one : X\n  a\nrule two : X\n  a | b\nrule three : X\n  b\n  priority 1\n"
        + "rule four : X\n  a\n  priority -1\n")
    #expect(rules.found("a b") == "one[a] three[b]")
  }

  @Test("layers do not disturb each other")
  func layers() throws {
    let rules = try ToyRules("rule given : X\n  a b\nrule inner : small\n  b c\n")
    #expect(rules.found("a b c") == "given[a b] inner[b c]")
  }

  @Test("phases run in order; what an earlier one found is an item of a later one")
  func phases() throws {
    let rules = try ToyRules(
      """
      phase one
      rule day : day
        d:int(1...31)
        value d
      rule pair : pair
        x y
        value 7
      phase two
      rule sum : X
        first:<day> and second:<day>+
        value sum(first, second)
      rule many : X
        p:<pair> z
        value p
      rule not : Y
        _ & !<day> & !<pair> & shape(lower)
      """)
    #expect(rules.found("1 and 2 q") == "sum[1 and 2]=3 day[1]=1 day[2]=2 not[q]")
    #expect(rules.found("x y z") == "many[x y z]=7 pair[x y]=7")
  }

  @Test("a guess takes nothing from what is surer than itself")
  func guesses() throws {
    let rules = try ToyRules(
      """
      phase one
      rule sure : X
        a
      rule doubtful : X
        c
        confidence 0.3
      phase two
      rule guess : X
        a b | a | c d | e
        confidence 0.5
      """)
    #expect(rules.found("a b") == "sure[a]")
    #expect(rules.found("c d") == "guess[c d]")
    #expect(rules.found("e a") == "guess[e] sure[a]")
  }

  @Test("a later phase takes in what it covers of its layer, and leaves what it only overlaps")
  func absorption() throws {
    let rules = try ToyRules(
      "phase one\nrule p : X\n  b c\nrule q : X\n  e\nphase two\nrule r : X\n  a b c\n"
        + "rule s : X\n  c d\nrule t : X\n  e\n")
    #expect(rules.found("a b c") == "r[a b c]")
    #expect(rules.found("b c d") == "p[b c]")
    #expect(rules.found("e") == "t[e]")
  }

  @Test("an exception forbids the matches that it overlaps, of its own rule only")
  func exceptions() throws {
    let rules = try ToyRules(
      "rule r : X\n  a b?\n  except a b c | x a\n  except a $\nrule s : y\n  a\n")
    #expect(rules.found("a b d") == "r[a b] s[a]")
    #expect(rules.found("a b c") == "s[a]")
    #expect(rules.found("x a d") == "s[a]")
    #expect(rules.found("d a") == "s[a]")
  }

  @Test("a match whose value is impossible keeps its place and gives nothing")
  func impossible() throws {
    let rules = try ToyRules(
      "rule r : X\n  n:int(1...99) days\n  value even(n)\nrule s : X\n  int(1...99)\n")
    #expect(rules.found("4 days 5") == "r[4 days]=4 s[5]")
    #expect(rules.found("3 days 5") == "s[5]")
  }
}
