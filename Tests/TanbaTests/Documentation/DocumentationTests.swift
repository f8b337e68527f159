import Foundation
import Tanba
import Testing

@Suite("The documentation")
struct DocumentationTests {
  static func pages() throws -> [String] {
    try Checkout.files(in: "Sources/Tanba/Tanba.docc", withSuffix: ".md")
      .map { "Sources/Tanba/Tanba.docc/" + $0 } + ["README.md"]
  }

  /// The lines of each block of a language, without what they are indented by.
  static func blocks(_ language: String, in page: String) -> [[String]] {
    var blocks: [[String]] = []
    var isInside = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = !isInside && line == "```\(language)"
        if isInside { blocks.append([]) }
      } else if isInside {
        blocks[blocks.count - 1].append(line.trimmingCharacters(in: .whitespaces))
      }
    }
    return blocks
  }

  @Test("shows no Swift but what the tests compile and run")
  func examplesAreCompiled() throws {
    let compiled = try Checkout.text("Tests/TanbaTests/Documentation/DocumentationExamples.swift")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    var count = 0
    for page in try Self.pages() {
      for block in Self.blocks("swift", in: try Checkout.text(page)) {
        let code = block.filter { $0 != "import Tanba" && !$0.isEmpty }
        let lines = compiled.filter { !$0.isEmpty }
        let stands = lines.indices.contains { lines[$0...].starts(with: code) }
        #expect(stands, "in \(page): \(code.first ?? "")")
        count += 1
      }
    }
    #expect(count >= 9)
  }

  @Test("shows a mention as it is given out")
  func mentionIsTrue() throws {
    let mention = try #require(Self.blocks("json", in: Checkout.text("README.md")).first?.first)
    let document = try Checkout.pipeline().extract(Checkout.text("seeds/cica-article.txt"))
    let record = String(decoding: JSONLinesEncoder().encode(document), as: UTF8.self)
    #expect(record.contains(mention), "\(mention)")
  }

  @Test("names every kind of repair in the page about the record and in the schema")
  func repairsAreDescribed() throws {
    let page = try Checkout.text("Sources/Tanba/Tanba.docc/Record.md")
    let schema = try JSONDecoder().decode(
      RepairSchema.self,
      from: Data(contentsOf: Checkout.root.appending(path: "Schemas/record.schema.json")))
    let kinds = Document.Repair.Kind.allCases.map(\.rawValue)
    #expect(Set(schema.defs.repair.properties.kind.enum) == Set(kinds))
    for kind in kinds { #expect(page.contains("`\(kind)`"), "\(kind)") }
  }

  /// What the schema says of repairs.
  private struct RepairSchema: Decodable {
    struct Definitions: Decodable { let repair: Repair }
    struct Repair: Decodable { let properties: Properties }
    struct Properties: Decodable { let kind: Kind }
    struct Kind: Decodable { let `enum`: [String] }
    let defs: Definitions

    enum CodingKeys: String, CodingKey { case defs = "$defs" }
  }

  @Test("names in the page about the record, and in the schema, every key that is written")
  func recordIsDescribed() throws {
    let page = try Checkout.text("Sources/Tanba/Tanba.docc/Record.md")
    let schema = try #require(
      JSONSerialization.jsonObject(
        with: Data(contentsOf: Checkout.root.appending(path: "Schemas/record.schema.json")))
        as? [String: Any])
    let kinds = try #require(schema["$defs"] as? [String: Any])
    func properties(_ kind: String) throws -> Set<String> {
      let definition = try #require(kinds[kind] as? [String: Any])
      return Set(try #require(definition["properties"] as? [String: Any]).keys)
    }
    var mention = Mention(
      span: SourceSpan(start: 0, end: 1), tokens: TokenSpan(start: 0, end: 0), label: "DATE",
      rule: "r")
    mention.confidence = 0.5
    mention.canonical = "c"
    mention.canonicalCyrillic = "c"
    mention.ref = "r"
    mention.expansion = "e"
    mention.value = "1"
    mention.unit = "u"
    mention.candidates = ["a"]
    mention.entity = 1
    mention.timex = Timex(kind: .date, value: "2021", mod: "START", begin: "2021", end: "2022")
    mention.timex?.quant = "EVERY"
    mention.timex?.freq = "2X"
    mention.timex?.zone = "Asia/Almaty"
    mention.timex?.edtf = "2021"
    mention.timex?.candidates = ["2022"]
    var document = Document(id: "d", text: "a")
    document.mentions = [mention]
    document.script = Document.Script(tag: "kk-Latn", confidence: 1)
    document.repairs = [.init(span: mention.span, repaired: "b", kind: .split)]
    var input = InputRecord(
      id: .name("d"), place: InputPlace(path: "d"), document: .success(document))
    input.repairedEncoding = "windows-1251"
    var output = OutputBuffer()
    JSONLinesEncoder(offsets: .utf8).encode(document, of: input, into: &output)
    let record = try #require(
      JSONSerialization.jsonObject(with: Data(output.bytes)) as? [String: Any])
    let entity = try #require((record["entities"] as? [[String: Any]])?.first)
    let timex = try #require(entity["timex"] as? [String: Any])
    let repair = try #require((record["repairs"] as? [[String: Any]])?.first)
    for (kind, object) in [
      ("document", record), ("entity", entity), ("timex", timex), ("repair", repair),
    ] {
      #expect(try properties(kind) == Set(object.keys), "\(kind)")
      for key in object.keys { #expect(page.contains("`\(key)`"), "\(kind): \(key)") }
    }
    for label in EntityLabel.allCases {
      let labels = try #require(
        ((kinds["entity"] as? [String: Any])?["properties"] as? [String: Any])?["label"]
          as? [String: Any])
      #expect((labels["enum"] as? [String])?.contains(label.rawValue) == true)
    }
  }
}
