import Tanba
import Testing

// Apart from what tests need, this file is the code of the documentation, as a program would have it.

struct DropGuesses: Processor {
  let name = "drop guesses"
  let requires: Set<Layer> = [.mentions]
  let provides: Set<Layer> = []

  func process(_ document: inout Document, with worker: Worker) {
    document.mentions.removeAll { $0.confidence < 1 }
  }
}

@Suite("The code of the documentation")
struct DocumentationExamples {
  let texts = ["Ol erteñ keledı.", "1992 jyly 5 qazanda"]

  @Test("makes a pipeline and extracts")
  func extracts() throws {
    let pipeline = try makePipeline(options: ExtractionOptions(rulesDirectories: ["Rules"]))
    let document = try pipeline.extract("Ol 1992 jyly 5 qazanda Almatyda boldy.")
    let days = document.mentions.compactMap(\.timex?.value)
    #expect(days == ["1992-10-05"])
  }

  @Test("shows what is known of mentions, reads days, and takes a stage of one's own")
  func shows() throws {
    var printed: [String] = []
    func print(_ items: String...) { printed.append(items.joined(separator: " ")) }
    let pipeline = try makePipeline(options: ExtractionOptions(rulesDirectories: ["Rules"]))
    let document = try pipeline.extract("Ol 1992 jyly 5 qazanda Almatyda boldy.")
    for mention in document.mentions {
      let facts = [mention.timex?.value, mention.canonical, mention.ref].compactMap(\.self)
      print(document.text(mention.span), mention.label, facts.joined(separator: ", "))
    }
    #expect(
      printed == [
        "1992 jyly 5 qazanda DATE 1992-10-05", "Almatyda GPE Almaty, kato:750000000",
      ])
    let day = Document.ReferenceDate(year: 2021, month: 5, day: 12)
    let letter = try pipeline.extract("Ol erteñ keledı.", referenceDate: day)
    #expect(letter.mentions.map(\.timex?.value) == ["2021-05-13"])
    let strict = try Pipeline(pipeline.processors + [DropGuesses()])
    #expect(try strict.extract(texts[1]).mentions.count == 1)
    let line = JSONLinesEncoder().encode(document)
    let spans = OutputFormat.prodigy.encoder().output(of: document)
    #expect(line.starts(with: Array("{\"id\":".utf8)))
    #expect(spans.starts(with: Array("{\"text\":".utf8)))
  }

  @Test("takes many texts")
  func takesMany() throws {
    let pipeline = try makePipeline(options: ExtractionOptions(rulesDirectories: ["Rules"]))
    let worker = Worker()
    let documents = try texts.map { try pipeline.extract($0, with: worker) }
    #expect(documents.map(\.mentions.count) == [1, 1])
    var printed: [Int] = []
    func print(_ count: Int) { printed.append(count) }
    let runner = Runner(pipeline: pipeline, jobs: 2)
    try runner.run(texts.map { Document(id: "", text: $0) }) { result in
      let document = try result.get()
      print(document.mentions.count)
    }
    #expect(printed == [1, 1])
  }
}
