import Foundation
import Tanba
import Testing

@Suite("A line of output")
struct JSONLinesEncoderTests {
  /// A document with a mention at each place of `names` in `text`.
  func document(_ text: String, naming names: [String]) throws -> Document {
    var document = Document(id: "d", text: text)
    for name in names {
      let range = try #require(text.range(of: name, options: .literal))
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      document.mentions.append(
        Mention(
          span: SourceSpan(start: start, end: start + name.utf8.count),
          tokens: TokenSpan(start: 0, end: 0), label: "GPE", rule: "r"))
    }
    return document
  }

  func line(_ document: Document, _ encoder: JSONLinesEncoder = JSONLinesEncoder()) -> String {
    String(decoding: encoder.encode(document), as: UTF8.self)
  }

  @Test("holds the keys that have a value, always in the same order")
  func ordersKeys() throws {
    var document = try document("a b", naming: ["a", "b"])
    document.mentions[0].canonical = "A"
    document.mentions[0].ref = "iso3166:KZ"
    document.mentions[0].expansion = "\"x\""
    document.mentions[1].timex = Timex(
      kind: .date, value: "2021", mod: "APPROX", begin: "2020", end: "2021")
    #expect(
      line(document) == #"{"id":"d","text":"a b","entities":[{"start":0,"end":1,"text":"a","#
        + #""label":"GPE","canonical":"A","rule":"r","ref":"iso3166:KZ","expansion":"\"x\""},"#
        + #"{"start":2,"end":3,"text":"b","label":"GPE","rule":"r","timex":{"type":"DATE","#
        + #""value":"2021","mod":"APPROX","begin":"2020","end":"2021"}}]}"# + "\n")
    document.mentions = [document.mentions[1]]
    document.mentions[0].timex = Timex(kind: .set, value: nil)
    #expect(line(document).hasSuffix(#""rule":"r","timex":{"type":"SET"}}]}"# + "\n"))
  }

  @Test("gives candidates as a list and the entity as a number, and leaves both out without one")
  func writesLinks() throws {
    var document = try document("a", naming: ["a"])
    document.mentions[0].candidates = ["kato:1", "\"2\""]
    document.mentions[0].entity = 3
    #expect(
      line(document).hasSuffix(
        #""label":"GPE","rule":"r","candidates":["kato:1","\"2\""],"entity":3}]}"# + "\n"))
  }

  @Test("leaves the document's text out on demand, and names a unit that is not the default")
  func leavesTextOut() throws {
    let encoder = JSONLinesEncoder(offsets: .utf16, includesText: false)
    let document = try document("a", naming: ["a"])
    #expect(
      line(document, encoder) == #"{"id":"d","offsets":"utf16","entities":[{"start":0,"end":1,"#
        + #""text":"a","label":"GPE","rule":"r"}]}"# + "\n")
  }

  @Test(
    "counts offsets that slice the text in every unit, nested mentions too",
    arguments: OffsetUnit.allCases)
  func countsOffsets(unit: OffsetUnit) throws {
    let text = "\u{1F600}e\u{301}\u{4D9} \u{1F468}\u{200D}\u{1F469} \u{49B}ala \u{10FFFF}."
    let names = [
      "\u{1F600}e", "\u{301}\u{4D9} \u{1F468}", "\u{4D9}", "\u{1F469}", "\u{49B}ala \u{10FFFF}",
      "ala", ".",
    ]
    let document = try document(text, naming: names)
    let data = Data(JSONLinesEncoder(offsets: unit).encode(document))
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["offsets"] as? String == (unit == .scalar ? nil : unit.rawValue))
    let entities = try #require(object["entities"] as? [[String: Any]])
    #expect(entities.count == names.count)
    for (entity, name) in zip(entities, names) {
      let start = try #require(entity["start"] as? Int)
      let end = try #require(entity["end"] as? Int)
      let slice =
        switch unit {
        case .scalar: String(String.UnicodeScalarView(Array(text.unicodeScalars)[start..<end]))
        case .utf16: String(decoding: Array(text.utf16)[start..<end], as: UTF16.self)
        case .utf8: String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
        }
      #expect(Array(slice.utf8) == Array(name.utf8))
      #expect(entity["text"] as? String == name)
    }
  }

  @Test("says every character so that a JSON parser reads it back")
  func escapesText() throws {
    let scalars = Array(UInt32(0)..<0x300) + [0x2028, 0x2029, 0xFEFF, 0xFFFF, 0x1F600, 0x10FFFF]
    let text = String(
      String.UnicodeScalarView(scalars.map { Unicode.Scalar($0)! }))
    let bytes = JSONLinesEncoder().encode(Document(id: "\"\\\n", text: text))
    #expect(bytes.dropLast().allSatisfy { $0 >= 0x20 })
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let decoded = try #require(object?["text"] as? String)
    #expect(Array(decoded.unicodeScalars) == Array(text.unicodeScalars))
    #expect(object?["id"] as? String == "\"\\\n")
  }

  @Test("takes time linear in the document, however many mentions nest", .timeLimit(.minutes(1)))
  func staysLinear() throws {
    var document = Document(id: "d", text: String(repeating: "\u{4D9} ", count: 200_000))
    for start in stride(from: 0, to: 599_990, by: 6) {
      for end in [9, 2] {
        document.mentions.append(
          Mention(
            span: SourceSpan(start: start, end: start + end), tokens: TokenSpan(start: 0, end: 0),
            label: "GPE", rule: "r"))
      }
    }
    #expect(
      line(document).hasSuffix(
        #""start":399992,"end":399993,"text":"\#u{4D9}","label":"GPE","rule":"r"}]}"# + "\n"))
  }
}
