import Testing

@testable import RuleEngine

@Suite("The ways of writing a name")
struct FormVariantsTests {
  @Test(
    "a name of capital words is one with hyphens, spaces or nothing between them",
    arguments: [
      ("San-Diego", ["San-Diego", "San Diego", "SanDiego"]),
      ("New York", ["New York", "New-York", "NewYork"]),
      ("South-East Asia", ["South-East Asia", "South East Asia", "SouthEast Asia"]),
      ("Papua New Guinea", ["Papua New Guinea"]),
    ])
  func variesCapitals(form: String, variants: [String]) {
    #expect(FormVariants.all(of: form) == variants)
  }

  @Test(
    "one word, small letters and long names stand alone",
    arguments: ["Paris", "well-known", "Isle of Man", "A B C D", "-", " ", ""])
  func leavesOthers(form: String) {
    #expect(FormVariants.all(of: form) == [form])
  }
}
