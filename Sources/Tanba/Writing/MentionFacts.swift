/// What is known of a mention beside its place and label, as names and texts, for formats that show
/// it to people.
struct MentionFacts {
  /// A fact and what it is called.
  struct Fact {
    var name: String
    var value: String
  }

  /// The facts, always in the same order.
  let all: [Fact]

  init(_ mention: Mention) {
    var facts: [Fact] = []
    func add(_ name: String, _ value: String?) {
      if let value { facts.append(Fact(name: name, value: value)) }
    }
    add("value", mention.timex?.value ?? mention.value)
    add("mod", mention.timex?.mod)
    add("begin", mention.timex?.begin)
    add("end", mention.timex?.end)
    add("quant", mention.timex?.quant)
    add("freq", mention.timex?.freq)
    add("zone", mention.timex?.zone)
    add("EDTF", mention.timex?.edtf)
    if let candidates = mention.timex?.candidates, !candidates.isEmpty {
      add("or", candidates.joined(separator: ", "))
    }
    add("unit", mention.unit)
    add("canonical", mention.canonical)
    add("in Cyrillic", mention.canonicalCyrillic)
    add("ref", mention.ref)
    if !mention.candidates.isEmpty {
      add("candidates", mention.candidates.joined(separator: ", "))
    }
    add("expansion", mention.expansion)
    add("type", mention.timex?.kind.rawValue)
    if mention.confidence < 1 { add("confidence", mention.confidence.description) }
    add("rule", mention.rule)
    all = facts
  }
}
