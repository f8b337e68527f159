/// Writes a JSON array of tasks for Label Studio, with mentions as predictions.
///
/// ```json
/// [{"data": {"text": …, "id": …, …},
///   "predictions": [{"model_version": "tanba", "result": [{"id", "from_name": "label",
///    "to_name": "text", "type": "labels", "score",
///    "value": {"start", "end", "text", "labels": […]},
///    "meta": {"text": [rule, value, …]}}]}]}]
/// ```
///
/// The names are those of Label Studio's own template: `<Text name="text" value="$text"/>` and
/// `<Labels name="label" toName="text">`. Offsets are Unicode scalars, as Label Studio stores them.
struct LabelStudioEncoder: DocumentEncoder {
  var prologue: [UInt8] { Array("[\n".utf8) }
  var separator: [UInt8] { Array(",\n".utf8) }
  func epilogue(counts: [String: Int]) -> [UInt8] { Array("\n]\n".utf8) }

  func encode(
    _ document: Document, of record: InputRecord, into output: inout OutputBuffer
  ) {
    output.appendJSON { json in
      document.source.withUnsafeBufferPointer { source in
        json.appendRaw(#"{"data":{"text":"#)
        json.append(source)
        json.appendRaw(#","id":"#)
        json.append(record.id)
        json.appendRaw(record.fields)
        json.appendRaw(#"},"predictions":[{"model_version":"tanba","result":["#)
        var converter = OffsetConverter(unit: .scalar)
        for (index, mention) in document.mentions.enumerated() {
          json.appendRaw(index > 0 ? #",{"id":"m"# : #"{"id":"m"#)
          json.append(index + 1)
          append(mention, converter.range(of: mention.span, in: source), source, into: &json)
        }
      }
      json.appendRaw("]}]}")
    }
  }

  private func append(
    _ mention: Mention, _ offsets: Range<Int>, _ source: UnsafeBufferPointer<UInt8>,
    into json: inout JSONBuffer
  ) {
    json.appendRaw(#"","from_name":"label","to_name":"text","type":"labels","score":"#)
    json.appendRaw(Array(mention.confidence.description.utf8))
    json.appendRaw(#","value":{"start":"#)
    json.append(offsets.lowerBound)
    json.appendRaw(#","end":"#)
    json.append(offsets.upperBound)
    json.appendRaw(#","text":"#)
    json.append(UnsafeBufferPointer(rebasing: source[mention.span.start..<mention.span.end]))
    json.appendMember(#","labels":["#, mention.label)
    json.appendRaw(#"]},"meta":{"text":["#)
    for (index, fact) in MentionFacts(mention).all.enumerated() {
      if index > 0 { json.appendRaw(",") }
      json.append("\(fact.name): \(fact.value)")
    }
    json.appendRaw("]}}")
  }
}
