import Tanba
import Testing

@Suite("The labels")
struct EntityLabelTests {
  @Test("are KazNERD's 25")
  func areComplete() {
    #expect(EntityLabel.allCases.count == 25)
  }

  @Test(
    "are found from a misspelling, and only from one",
    arguments: [
      ("PERSONS", EntityLabel.person), ("person", .person), ("PER", .person),
      ("ORG", .organisation),
      ("ORGANIZATION", .organisation), ("DTAE", .date), ("LOC", .location), ("NONHUMAN", .nonHuman),
      ("", nil), ("XYZZY", nil), ("D", nil),
    ])
  func areSuggested(name: String, expected: EntityLabel?) {
    #expect(EntityLabel.nearest(to: name) == expected)
  }
}
