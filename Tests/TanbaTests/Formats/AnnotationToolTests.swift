import Foundation
import Testing

@testable import Tanba

@Suite("What annotation tools are given")
struct AnnotationToolTests {
  let document: Document
  let scalars = Array(Sample.text.unicodeScalars)
  let units = Array(Sample.text.utf16)

  init() throws { document = try Sample.document() }

  /// What the mentions cover, in order.
  var surfaces: [String] { document.mentions.map { document.text($0.span) } }

  func slice(_ start: Any?, _ end: Any?) throws -> String {
    let start = try #require(start as? Int)
    let end = try #require(end as? Int)
    return String(String.UnicodeScalarView(scalars[start..<end]))
  }

  @Test("has mentions inside one another to begin with")
  func isHard() {
    #expect(document.mentions.contains { $0.label == "LAW" })
    #expect(
      document.mentions.contains { outer in
        document.mentions.contains { $0 != outer && outer.span.contains($0.span) }
      })
  }

  @Test("Prodigy: tokens that make up the text, and spans that lie on tokens")
  func prodigy() throws {
    let object = try #require(
      Sample.json(ProdigyEncoder().output(of: document)) as? [String: Any])
    #expect(object["text"] as? String == Sample.text)
    #expect((object["meta"] as? [String: Any])?["id"] as? String == "d")
    let tokens = try #require(object["tokens"] as? [[String: Any]])
    var text = ""
    for (index, token) in tokens.enumerated() {
      let own = try #require(token["text"] as? String)
      #expect(token["id"] as? Int == index)
      #expect(try slice(token["start"], token["end"]) == own)
      text += own + (token["ws"] as? Bool == true ? " " : "")
    }
    #expect(Array(text.unicodeScalars) == scalars)
    let spans = try #require(object["spans"] as? [[String: Any]])
    #expect(spans.map { $0["label"] as? String } == document.mentions.map(\.label))
    for (span, surface) in zip(spans, surfaces) {
      #expect(try slice(span["start"], span["end"]) == surface)
      let first = tokens[try #require(span["token_start"] as? Int)]
      let last = tokens[try #require(span["token_end"] as? Int)]
      #expect(first["start"] as? Int == span["start"] as? Int)
      #expect(last["end"] as? Int == span["end"] as? Int)
    }
  }

  @Test("doccano: offsets in UTF-16 units")
  func doccano() throws {
    let object = try #require(
      Sample.json(DoccanoEncoder().output(of: document)) as? [String: Any])
    #expect(object["text"] as? String == Sample.text)
    let labels = try #require(object["label"] as? [[Any]])
    #expect(labels.map { $0[2] as? String } == document.mentions.map(\.label))
    for (label, surface) in zip(labels, surfaces) {
      let start = try #require(label[0] as? Int)
      let end = try #require(label[1] as? Int)
      #expect(String(decoding: units[start..<end], as: UTF16.self) == surface)
    }
  }

  @Test("Label Studio: one array of tasks, whatever failed among them and wherever batches end")
  func labelStudio() throws {
    let lines = Array("ертең\n".utf8) + [0xFF, 0x0A] + Array("\n2021 жылы".utf8)
    for inputs in [[], [[0xFF]], [lines], [lines, [0xFF], lines]] as [[[UInt8]]] {
      let tasks = try #require(
        Sample.json(Sample.output(LabelStudioEncoder(), inputs)) as? [[String: Any]])
      #expect(tasks.count == 3 * inputs.count { $0.count > 1 })
      for (index, task) in tasks.enumerated() {
        let data = try #require(task["data"] as? [String: Any])
        #expect(data["text"] as? String == ["ертең", "", "2021 жылы"][index % 3])
      }
    }
  }

  @Test("Label Studio: predictions with the names of its template and offsets in scalars")
  func predictions() throws {
    let tasks = try #require(
      Sample.json(LabelStudioEncoder().output(of: document)) as? [[String: Any]])
    let predictions = try #require(tasks[0]["predictions"] as? [[String: Any]])
    let results = try #require(predictions[0]["result"] as? [[String: Any]])
    #expect(Set(results.compactMap { $0["id"] as? String }).count == document.mentions.count)
    for ((result, surface), mention) in zip(zip(results, surfaces), document.mentions) {
      let value = try #require(result["value"] as? [String: Any])
      #expect(try slice(value["start"], value["end"]) == surface)
      #expect(value["text"] as? String == surface)
      #expect(value["labels"] as? [String] == [mention.label])
      #expect(result["from_name"] as? String == "label")
      #expect(result["to_name"] as? String == "text")
      let notes = try #require((result["meta"] as? [String: Any])?["text"] as? [String])
      #expect(notes.contains("rule: \(mention.rule)"))
    }
  }

  @Test("the input's other fields and an id that is a number, as they were")
  func passesFieldsOn() throws {
    var record = InputRecord(
      id: .number("7"), place: InputPlace(path: "p"), document: .success(document))
    record.fields = Array(#","год":[1]"#.utf8)
    func written(_ encoder: any DocumentEncoder) -> String {
      var output = OutputBuffer()
      encoder.encode(document, of: record, into: &output)
      return String(decoding: output.bytes, as: UTF8.self)
    }
    #expect(written(ProdigyEncoder()).hasSuffix(#","meta":{"id":7,"год":[1]}}"# + "\n"))
    #expect(written(DoccanoEncoder()).hasPrefix(#"{"id":7,"год":[1],"text":"#))
    #expect(written(LabelStudioEncoder()).contains(#","id":7,"год":[1]},"predictions""#))
  }
}
