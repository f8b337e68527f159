import Tanba
import Testing

@testable import Evaluation

@Suite("Reading gold")
struct GoldReaderTests {
  @Test("IOB2 becomes natural text with the spans of its tokens")
  func iob() throws {
    let gold = try Gold.read(
      """
      AID12 O
      Ол O
      « O
      Абай B-ART
      жолы I-ART
      » O
      , O
      18 B-TIME
      : I-TIME
      00 I-TIME
      . O

      Алматы\tB-GPE
      Астана\tB-GPE

      """)
    #expect(gold.format == .iob)
    #expect(gold.convention == .kaznerd)
    #expect(gold.documents.map(\.text) == ["Ол «Абай жолы», 18:00.", "Алматы Астана"])
    #expect(gold.documents.map(\.id) == ["AID12", "2"])
    let spans = gold.documents.map { document in
      (document.layers[.all] ?? []).map { "\($0.label) \(document.text($0.range))" }
    }
    #expect(spans == [["ART Абай жолы", "TIME 18:00"], ["GPE Алматы", "GPE Астана"]])
    #expect(gold.warnings.isEmpty)
  }

  @Test("a tag that continues nothing is read as a beginning and reported with its line")
  func repair() throws {
    let gold = try Gold.read("Алматы I-GPE\nмен O\nАбай B-PERSON\nжолы I-ART\n")
    #expect(gold.warnings.map { "\($0.line):\($0.column)" } == ["1:8", "4:6"])
    #expect(gold.warnings.allSatisfy { $0.severity == .warning })
    let document = try #require(gold.documents.first)
    #expect(document.layers[.all]?.map(\.label) == ["GPE", "PERSON", "ART"])
  }

  @Test("a class that no rule gives is reported once, with the nearest")
  func unknownClass() throws {
    let gold = try Gold.read("a B-PERSN\nb B-PERSN\n")
    #expect(gold.warnings.count == 1)
    #expect(gold.warnings.first?.message.contains("PERSON") == true)
  }

  @Test(
    "errors of IOB2 stand at their line and column",
    arguments: [
      ("Алматы\n", ["1:1"]), ("a O\nАлматы X-GPE\n", ["2:8"]),
      ("a B-\n\nb b-GPE\n", ["1:3", "3:3"]),
      ("", ["0:0"]), ("\n\n", ["0:0"]),
    ])
  func brokenIOB(_ example: (text: String, places: [String])) {
    #expect(Gold.errors(in: example.text) == example.places)
  }

  @Test("JSON Lines keep both layers, alternatives and the reference date")
  func jsonLines() throws {
    let gold = try Gold.read(
      #"""
      {"id": "a", "text": "Ол 😀 Алматыда, 1992 ж.", "ref": "2021-05-12", "source": "s",
      """#.replacingNewline
        + #"""
        "tags": ["t"], "entities": [{"start": 5, "end": 13, "text": "Алматыда", "label": "GPE",
        """#.replacingNewline
          + #"""
          "canonical": "Алматы", "alt_canonical": ["Алма-Ата"], "alt_span": [5, 11]}],
          """#.replacingNewline
          + #"""
          "timex": [{"start": 15, "end": 22, "type": "DATE", "value": "1992", "alt": ["199"]}]}

          {"text": "b", "timex": [{"start": 0, "end": 1, "type": "SET", "value": null}]}
          """#)
    #expect(gold.convention == .full)
    let first = gold.documents[0]
    #expect(first.referenceDate == .init(year: 2021, month: 5, day: 12))
    #expect(first.groups == ["source s", "tag t"])
    let name = try #require(first.layers[.names]?.first)
    #expect(first.text(name.range) == "Алматыда")
    #expect(name.canonicals == ["Алматы", "Алма-Ата"])
    #expect(name.alternative == 5..<11)
    #expect(first.layers[.times]?.map(\.values) == [["1992", "199"]])
    #expect(gold.documents[1].id == "gold:3")
    #expect(gold.documents[1].layers[.names] == nil)
    #expect(gold.documents[1].layers[.times]?.map(\.values) == [[]])
  }

  @Test(
    "errors of JSON Lines stand at their line and column",
    arguments: [
      (#"{"text": "a""#, ["1:13"]),
      (#"{"text": "a", "entities": [{"start": 0, "end": 2, "label": "GPE"}]}"#, ["1:38"]),
      (#"{"text": "a", "entities": [{"start": 0, "end": 1}]}"#, ["1:28"]),
      (#"{"text": "аб", "entities": [{"start":0,"end":1,"text":"б","label":"GPE"}]}"#, ["1:55"]),
      (#"{"text": "a", "timex": [{"start": 0, "end": 1, "type": "GPE"}]}"#, ["1:56"]),
      (#"{"text": "a", "ref": "2021-02-30", "timex": []}"#, ["1:22"]),
      (#"{"text": "a"}"#, ["1:1"]),
      (#"{"id": "x"}"#, ["1:1"]),
      (#"{"text": "a", "timex": 1}"#, ["1:24", "1:1"]),
      ("{\"id\":1,\"text\":\"a\",\"timex\":[]}\n\n{\"id\":1,\"text\":\"b\",\"timex\":[]}", ["3:7"]),
      ("{\"text\": \"a\", \"timex\": []}\n[1]", ["2:1"]),
    ])
  func brokenJSON(_ example: (text: String, places: [String])) {
    #expect(Gold.errors(in: example.text) == example.places)
  }

  @Test("nesting without end is refused where it gets too deep")
  func deepNesting() {
    // 512 levels of five characters each lie before the one that is too many.
    let text = String(repeating: "{\"a\":", count: 5000)
    #expect(Gold.errors(in: text) == ["1:\(513 * 5 + 1)"])
  }

  @Test("mentions of another text are read with that text")
  func looseMentions() throws {
    let lines =
      #"{"doc_start": 3, "doc_end": 4, "start": 0, "end": 1, "type": "DATE", "value": "1"}"#
    let file = SourceFile(name: "gold", text: lines)
    #expect(throws: GoldError.self) { try GoldSet(file: file) }
    let gold = try GoldSet(file: file, text: SourceFile(name: "text", text: "ab\nc"))
    #expect(gold.documents.count == 1)
    #expect(gold.documents[0].layers[.times]?.map(\.range) == [3..<4])
  }

  @Test("random bytes are read or refused, never a crash")
  func hostile() {
    var generator = SystemRandomNumberGenerator()
    let alphabet = Array("{}[]\",:\\u0 \t\nBIO-GPEaя0123start end text".unicodeScalars)
    for _ in 0..<2000 {
      var text = String.UnicodeScalarView()
      if Bool.random(using: &generator) { text.append("{") }
      for _ in 0..<Int.random(in: 0..<60, using: &generator) {
        text.append(alphabet.randomElement(using: &generator)!)
      }
      let errors = Gold.errors(in: String(text))
      #expect(errors.count <= 60)
    }
  }
}

extension String {
  /// The text with its line breaks as spaces: one line of JSON Lines written over several.
  var replacingNewline: String { map { $0 == "\n" ? " " : $0 }.reduce(into: "") { $0.append($1) } }
}
