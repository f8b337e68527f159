import Evaluation
import Foundation
import Testing

@testable import Tanba

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Formats of corpora")
struct CorpusFormatTests {
  let document: Document

  init() throws { document = try Sample.document() }

  func text(_ encoder: any DocumentEncoder) -> String {
    String(decoding: encoder.output(of: document), as: UTF8.self)
  }

  @Test("IOB2 is read back with every mention that lies in no other")
  func iob() throws {
    let gold = try GoldSet(
      file: SourceFile(name: "f", bytes: IOBEncoder().output(of: document)))
    #expect(gold.warnings.isEmpty)
    let outer = document.mentions.filter { mention in
      !document.mentions.contains { $0 != mention && $0.span.contains(mention.span) }
    }
    let read = gold.documents.flatMap { $0.layers[.all] ?? [] }
    #expect(read.map(\.label) == outer.map(\.label))
    let tokens = text(IOBEncoder()).split(whereSeparator: \.isNewline).map {
      String($0.split(separator: " ")[0])
    }
    #expect(tokens.joined() == Sample.text.filter { !$0.isWhitespace })
  }

  @Test("IOB2 writes a word that a repair joined on a line for each of its parts")
  func iobOfRepaired() throws {
    var document = Document(id: "d", text: "a b c d")
    document.tokens.append(start: 0, end: 3, type: WordTypeID(0), flags: .repaired)
    document.tokens.append(start: 4, end: 5, type: WordTypeID(0), flags: [])
    document.tokens.append(start: 6, end: 7, type: WordTypeID(0), flags: [])
    document.sentences = [TokenSpan(start: 0, end: 2), TokenSpan(start: 2, end: 3)]
    document.mentions = [
      Mention(
        span: SourceSpan(start: 0, end: 5), tokens: TokenSpan(start: 0, end: 2), label: "LAW",
        rule: "r")
    ]
    #expect(
      String(decoding: IOBEncoder().output(of: document), as: UTF8.self)
        == "a B-LAW\nb I-LAW\nc I-LAW\n\nd O\n\n")
  }

  @Test("brat's annotation slices its text, in fragments where a line ends inside")
  func brat() throws {
    var output = OutputBuffer()
    let record = InputRecord(
      id: .name("d"), place: InputPlace(path: "d"), document: .success(document))
    BratEncoder().encode(document, of: record, into: &output)
    #expect(output.files.map(\.type) == ["txt", "ann"])
    #expect(output.bytes[..<output.files[1].offset] == document.source[...])
    let lines = String(decoding: output.bytes[output.files[1].offset...], as: UTF8.self)
      .split(separator: "\n")
    let scalars = Array(Sample.text.unicodeScalars)
    let mentions = lines.filter { $0.hasPrefix("T") }.map { $0.split(separator: "\t") }
    #expect(mentions.count == document.mentions.count)
    for (fields, mention) in zip(mentions, document.mentions) {
      let place = fields[1].split(separator: " ", maxSplits: 1)
      #expect(String(place[0]) == mention.label)
      let fragments = place[1].split(separator: ";").map { fragment in
        let ends = fragment.split(separator: " ").compactMap { Int($0) }
        return String(String.UnicodeScalarView(scalars[ends[0]..<ends[1]]))
      }
      #expect(fragments.joined(separator: " ") == fields[2])
      #expect(fragments.joined(separator: "\n") == document.text(mention.span))
    }
    #expect(mentions.contains { $0[1].contains(";") })
    #expect(lines.count { $0.hasPrefix("N") } == document.mentions.count { $0.ref != nil })
    for (number, mention) in document.mentions.enumerated() {
      let note = try #require(lines.first { $0.hasPrefix("#\(number + 1)\t") })
      #expect(note.hasSuffix("rule: \(mention.rule)"))
      if let value = mention.timex?.value { #expect(note.contains("value: \(value)")) }
    }
  }

  @Test("brat's files keep documents of one name apart")
  func bratFiles() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tanba-test-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let output = try FolderOutput(path: folder)
    for (id, text) in [
      ("a/x.txt", "1"), ("b/x.txt", "2"), ("x", "3"), ("x", "4"), ("..", "5"), ("/", "6"),
      ("n:3", "7"), (".z", "8"), (String(repeating: "ә", count: 300), "9"),
    ] {
      var buffer = OutputBuffer()
      let document = Document(id: id, text: text)
      BratEncoder().encode(
        document,
        of: InputRecord(
          id: .name(id), place: InputPlace(path: id), document: .success(document)),
        into: &buffer)
      try output.write(buffer)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let texts = ["x", "x-2", "x-3", "x-4", "document", "document-2", "n:3", "_.z"].map {
      $0 + ".txt"
    }
    #expect(Set(names.filter { $0.hasSuffix(".txt") }).isSuperset(of: texts))
    #expect(names.count == 18)
    for (name, content) in zip(texts, 1...) {
      #expect(try String(contentsOfFile: folder + "/" + name, encoding: .utf8) == "\(content)")
    }
  }

  @Test("TIMEX3 is XML whose text is the document and whose times are the document's")
  func timex() throws {
    let reader = TimexReader()
    let parser = XMLParser(data: Data(TimexEncoder().output(of: document)))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    // A reader of XML takes both line breaks for one.
    #expect(reader.text.replacing("\r", with: "") == Sample.text.replacing("\r", with: ""))
    let times = document.mentions.filter { $0.timex != nil }
    let marked = reader.times.filter { !$0.text.isEmpty }
    #expect(marked.map(\.text) == times.map { document.text($0.span) })
    #expect(marked.map { $0.attributes["value"] } == times.map { $0.timex?.value })
    #expect(marked.map { $0.attributes["type"] } == times.map { $0.timex?.kind.rawValue })
    #expect(Set(reader.times.map { $0.attributes["tid"] }).count == reader.times.count)
    let range = try #require(marked.first { $0.attributes["beginPoint"] != nil })
    let points = ["beginPoint", "endPoint"].map { name in
      reader.times.first { $0.attributes["tid"] == range.attributes[name] }?.attributes["value"]
    }
    #expect(points == ["1941", "1945"])
    #expect(marked.last?.attributes["temporalFunction"] == "true")
  }

  @Test("TIMEX3 holds characters that XML can't hold in another's place, and the day of the text")
  func timexOfHostileText() throws {
    var document = Document(id: "]]>&\u{0}", text: "a\u{1}\u{FFFE}\u{FFFF}\u{B}b\u{FFFD}<\u{7F}")
    document.referenceDate = .init(year: 987, month: 6, day: 5)
    let reader = TimexReader()
    let parser = XMLParser(data: Data(TimexEncoder().output(of: document)))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.text == "a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}b\u{FFFD}<\u{7F}")
    #expect(reader.times.first?.attributes["value"] == "0987-06-05")
  }

  @Test(
    "the table has a mention a line, and its fields are read back", arguments: OffsetUnit.allCases)
  func table(unit: OffsetUnit) throws {
    let rows = text(TableEncoder(offsets: unit)).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(unescaped)
    }
    #expect(rows[0] == TableEncoder.columns)
    #expect(rows.dropFirst().map { $0[3] } == document.mentions.map { document.text($0.span) })
    #expect(rows.contains { $0[3].contains("\n") })
    for (row, mention) in zip(rows.dropFirst(), document.mentions) {
      #expect(row.count == rows[0].count)
      let fields = Dictionary(uniqueKeysWithValues: zip(rows[0], row))
      #expect(fields["label"] == mention.label)
      #expect(fields["canonical"] == mention.canonical ?? "")
      #expect(fields["timexValue"] == mention.timex?.value ?? "")
      #expect(fields["entity"] == mention.entity.map(String.init) ?? "")
      let start = try #require(Int(row[1]))
      let end = try #require(Int(row[2]))
      var converter = OffsetConverter(unit: unit)
      #expect(converter.offset(atByte: mention.span.start, in: document.source) == start)
      #expect(converter.offset(atByte: mention.span.end, in: document.source) == end)
    }
  }

  func unescaped(_ field: Substring) -> String {
    String(field).replacing("\\n", with: "\n").replacing("\\t", with: "\t")
      .replacing("\\r", with: "\r")
      .replacing("\\\\", with: "\\")
  }
}

/// Reads TimeML: the text of `TEXT` and all `TIMEX3`.
final class TimexReader: NSObject, XMLParserDelegate {
  var text = ""
  var times: [(attributes: [String: String], text: String)] = []
  private var isText = false
  private var open: Int?

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    if name == "TEXT" { isText = true }
    guard name == "TIMEX3" else { return }
    open = times.count
    times.append((attributes, ""))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "TEXT" { isText = false }
    if name == "TIMEX3" { open = nil }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isText { text += string }
    if let open { times[open].text += string }
  }
}
