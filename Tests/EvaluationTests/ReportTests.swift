import Foundation
import FoundationXML
import Tanba
import Testing

@testable import Evaluation

@Suite("Reports")
struct ReportTests {
  private static let hostile =
    "</style><script>alert(\"1\")</script>&amp;'\u{0}\u{1B}[31m\u{202E}]]>"

  private static func run(_ text: String) -> EvaluationRun {
    let marked = [Gold.mention(0..<2, text), Gold.mention(3..<5, "GPE", canonicals: [text])]
    let found = [
      Gold.found(3..<5, "GPE", canonical: text + "x", rule: text), Gold.found(6..<8, text),
    ]
    let layers: [GoldLayer: [GoldMention]] = [.names: marked]
    var document = GoldDocument(id: text, text: "a " + text + text, layers: layers)
    document.groups = ["tag " + text]
    let gold = GoldSet(name: text, format: .jsonLines, documents: [document])
    var scorer = Scorer()
    let result = scorer.score(gold, [[.names: found]])
    return EvaluationRun(
      goldName: text, goldFormat: .jsonLines, rules: (place: text, digest: text),
      convention: .full, labels: [text], result: result)
  }

  @Test("a page is well formed and holds no markup of the texts, whatever they hold")
  func page() throws {
    let page = EvaluationReport(Self.run(Self.hostile)).rendered(as: .html)
    let parser = XMLParser(data: Data(page))
    let elements = ElementCollector()
    parser.delegate = elements
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(!elements.names.contains("script"))
    #expect(elements.names.count { $0 == "style" } == 1)
    #expect(elements.text.contains("<script>alert(\"1\")</script>&amp;'"))
    // Nothing is fetched.
    #expect(elements.attributes.isDisjoint(with: ["src", "href", "onclick", "onload"]))
    #expect(!elements.text.contains("url("))
    #expect(!elements.text.contains("@import"))
  }

  @Test("a JSON report is one object that holds the texts as they are")
  func json() throws {
    let bytes = EvaluationReport(Self.run(Self.hostile)).rendered(as: .json)
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    #expect(object?["gold"] as? String == Self.hostile)
    #expect((object?["rules_scored"] as? [Any])?.count == 2)
    let scores = object?["scores"] as? [String: [String: [String: Any]]]
    #expect(scores?["all"]?["exact"]?["hits"] as? Int == 1)
  }

  @Test("a text report names every rule with its errors")
  func text() {
    let text = String(
      decoding: EvaluationReport(Self.run("odd")).rendered(as: .text), as: UTF8.self)
    #expect(text.contains("canonical oddx, not odd"))
    #expect(text.contains("odd: 1 error\n"))
  }

  @Test(
    "figures are written with the places asked for",
    arguments: [
      (0.0, 2, "0.00"), (0.995, 2, "1.00"), (1234.5, 1, "1\u{202F}234.5"), (-0.04, 1, "0.0"),
      (-2.5, 1, "-2.5"), (0.05, 3, "0.050"), (12, 0, "12"),
    ])
  func figures(_ example: (Double, Int, String)) {
    #expect(Figure.fixed(example.0, example.1) == example.2)
  }

  @Test(
    "one thing is counted without the plural's s",
    arguments: [(0, "0 bytes"), (1, "1 byte"), (2, "2 bytes")])
  func counts(number: Int, expected: String) {
    #expect(Figure.count(number, "byte") == expected)
  }
}

/// What a page consists of.
private final class ElementCollector: NSObject, XMLParserDelegate {
  var names: [String] = []
  var attributes: Set<String> = []
  var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    names.append(name)
    self.attributes.formUnion(attributes.keys)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
