/// Writes standoff annotation for brat: for each document a `txt` file with its text and an `ann`
/// file.
///
/// ```
/// T1	GPE 466 491	Қазақстан Республикасының
/// N1	Reference T1 iso3166:KZ	Қазақстан Республикасы
/// #1	AnnotatorNotes T1	canonical: Қазақстан Республикасы; rule: place.country
/// ```
///
/// Offsets are Unicode scalars. A mention over a line break is written in fragments, as brat does.
struct BratEncoder: DocumentEncoder {
  func encode(
    _ document: Document, of record: InputRecord, into output: inout OutputBuffer
  ) {
    output.beginFile(of: record.id.description, type: "txt")
    output.bytes.append(contentsOf: document.source)
    output.beginFile(of: record.id.description, type: "ann")
    var references = 0
    document.source.withUnsafeBufferPointer { source in
      var converter = OffsetConverter(unit: .scalar)
      for (index, mention) in document.mentions.enumerated() {
        append(mention, number: index + 1, source, &converter, into: &output)
        if let ref = mention.ref {
          references += 1
          let name = Self.onOneLine(mention.canonical ?? document.text(mention.span))
          output.append("N\(references)\tReference T\(index + 1) \(ref)\t\(name)\n")
        }
      }
    }
  }

  private func append(
    _ mention: Mention, number: Int, _ source: UnsafeBufferPointer<UInt8>,
    _ converter: inout OffsetConverter, into output: inout OutputBuffer
  ) {
    let range = converter.range(of: mention.span, in: source)
    output.append("T\(number)\t\(mention.label) ")
    let surface = source[mention.span.start..<mention.span.end]
    var start = range.lowerBound
    var isFirst = true
    var text: [UInt8] = []
    for line in surface.split(whereSeparator: { $0 == 0x0A }) {
      var scalars = OffsetConverter(unit: .scalar)
      let before = UnsafeBufferPointer(rebasing: surface[surface.startIndex..<line.startIndex])
      start = range.lowerBound + scalars.offset(atByte: before.count, in: before)
      let own = UnsafeBufferPointer(rebasing: line)
      var length = OffsetConverter(unit: .scalar)
      if !isFirst { text.append(0x20) }
      output.append("\(isFirst ? "" : ";")\(start) ")
      output.append("\(start + length.offset(atByte: own.count, in: own))")
      text.append(contentsOf: line)
      isFirst = false
    }
    output.append(0x09)
    output.append(Self.onOneLine(String(decoding: text, as: UTF8.self)))
    let facts = MentionFacts(mention).all.map { "\($0.name): \($0.value)" }
    let notes = Self.onOneLine(facts.joined(separator: "; "))
    output.append("\n#\(number)\tAnnotatorNotes T\(number)\t\(notes)\n")
  }

  /// Text without what ends a line or field of the format.
  private static func onOneLine(_ text: String) -> String {
    String(
      decoding: text.utf8.map { [0x09, 0x0A, 0x0D].contains($0) ? 0x20 : $0 }, as: UTF8.self)
  }
}
