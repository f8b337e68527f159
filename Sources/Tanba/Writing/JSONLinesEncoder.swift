/// Writes documents as JSON Lines: one object a line, compact, keys always in the same order.
///
/// ```json
/// {"id": …, …, "text": …, "offsets": "utf16", "repairedEncoding": …,
///  "script": …, "scriptConfidence": …,
///  "entities": [{"start", "end", "text", "label", "canonical", "value", "unit",
///  "canonicalCyrillic", "rule", "confidence", "ref", "candidates", "expansion", "entity",
///  "timex": {"type", "value", "mod", "begin", "end", "quant", "freq", "zone", "edtf",
///  "candidates"}}],
///  "repairs": [{"start", "end", "text", "repaired", "kind"}]}
/// ```
///
/// Behind `id` stand the input's other fields. Keys without a value are left out, `offsets` where
/// the unit is the Unicode scalar. A document that failed is `{"id", "error"}`.
public struct JSONLinesEncoder: DocumentEncoder {
  /// The unit of `start` and `end`.
  public var offsets: OffsetUnit
  /// Whether the document's text is written; entities have theirs in any case.
  public var includesText: Bool

  /// Creates an encoder.
  public init(offsets: OffsetUnit = .scalar, includesText: Bool = true) {
    self.offsets = offsets
    self.includesText = includesText
  }

  /// The line of a document, with its line break, in UTF-8.
  ///
  /// - Complexity: O(bytes of the document and of its mentions).
  public func encode(_ document: Document) -> [UInt8] {
    output(of: document)
  }

  /// Adds the line of a document.
  ///
  /// - Complexity: O(bytes of the document and of its mentions).
  public func encode(
    _ document: Document, of record: InputRecord, into output: inout OutputBuffer
  ) {
    output.appendJSON { encode(document, of: record, into: &$0) }
  }

  /// Adds the line of a document that failed.
  public func encode(_ failure: DocumentFailure, id: RecordID, into output: inout OutputBuffer) {
    output.appendJSON { encode(failure, id: id, into: &$0) }
  }

  /// Adds the line of a document.
  ///
  /// - Complexity: O(bytes of the document and of its mentions).
  func encode(_ document: Document, of record: InputRecord, into json: inout JSONBuffer) {
    appendID(record.id, into: &json)
    json.appendRaw(record.fields)
    document.source.withUnsafeBufferPointer { source in
      if includesText {
        json.appendRaw(#","text":"#)
        json.append(source)
      }
      if offsets != .scalar {
        json.appendRaw(#","offsets":"#)
        json.append(offsets.rawValue)
      }
      append(#","repairedEncoding":"#, record.repairedEncoding, into: &json)
      if let script = document.script {
        append(#","script":"#, script.tag, into: &json)
        // Two digits: the third would say nothing.
        let hundredths = Int((script.confidence * 100).rounded())
        json.appendRaw(#","scriptConfidence":"#)
        let digits = "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
        json.appendRaw(Array(digits.utf8))
      }
      json.appendRaw(#","entities":["#)
      var converter = OffsetConverter(unit: offsets)
      for (index, mention) in document.mentions.enumerated() {
        if index > 0 { json.appendRaw(",") }
        append(mention, source, &converter, into: &json)
      }
    }
    json.appendRaw("]")
    if let repairs = document.repairs { append(repairs, of: document.source, into: &json) }
    json.appendRaw("}\n")
  }

  private func append(
    _ repairs: [Document.Repair], of source: [UInt8], into json: inout JSONBuffer
  ) {
    json.appendRaw(#","repairs":["#)
    source.withUnsafeBufferPointer { source in
      var converter = OffsetConverter(unit: offsets)
      for (index, repair) in repairs.enumerated() {
        json.appendRaw(index > 0 ? #",{"start":"# : #"{"start":"#)
        json.append(converter.offset(atByte: repair.span.start, in: source))
        json.appendRaw(#","end":"#)
        json.append(converter.offset(atByte: repair.span.end, in: source))
        json.appendRaw(#","text":"#)
        json.append(UnsafeBufferPointer(rebasing: source[repair.span.start..<repair.span.end]))
        append(#","repaired":"#, repair.repaired, into: &json)
        append(#","kind":"#, repair.kind.rawValue, into: &json)
        json.appendRaw("}")
      }
    }
    json.appendRaw("]")
  }

  /// Adds the line of a document that failed.
  func encode(_ failure: DocumentFailure, id: RecordID, into json: inout JSONBuffer) {
    appendID(id, into: &json)
    json.appendRaw(#","error":"#)
    json.append(failure.description)
    json.appendRaw("}\n")
  }

  private func appendID(_ id: RecordID, into json: inout JSONBuffer) {
    json.appendRaw(#"{"id":"#)
    json.append(id)
  }

  private func append(
    _ mention: Mention, _ source: UnsafeBufferPointer<UInt8>, _ converter: inout OffsetConverter,
    into json: inout JSONBuffer
  ) {
    let surface = UnsafeBufferPointer(rebasing: source[mention.span.start..<mention.span.end])
    let range = converter.range(of: mention.span, in: source)
    json.appendRaw(#"{"start":"#)
    json.append(range.lowerBound)
    json.appendRaw(#","end":"#)
    json.append(range.upperBound)
    json.appendRaw(#","text":"#)
    json.append(surface)
    append(#","label":"#, mention.label, into: &json)
    append(#","canonical":"#, mention.canonical, into: &json)
    append(#","value":"#, mention.value, into: &json)
    append(#","unit":"#, mention.unit, into: &json)
    append(#","canonicalCyrillic":"#, mention.canonicalCyrillic, into: &json)
    append(#","rule":"#, mention.rule, into: &json)
    if mention.confidence < 1 {
      json.appendRaw(#","confidence":"#)
      json.appendRaw(Array(mention.confidence.description.utf8))
    }
    append(#","ref":"#, mention.ref, into: &json)
    appendCandidates(mention.candidates, into: &json)
    append(#","expansion":"#, mention.expansion, into: &json)
    if let entity = mention.entity {
      json.appendRaw(#","entity":"#)
      json.append(entity)
    }
    if let timex = mention.timex {
      append(#","timex":{"type":"#, timex.kind.rawValue, into: &json)
      append(#","value":"#, timex.value, into: &json)
      append(#","mod":"#, timex.mod, into: &json)
      append(#","begin":"#, timex.begin, into: &json)
      append(#","end":"#, timex.end, into: &json)
      append(#","quant":"#, timex.quant, into: &json)
      append(#","freq":"#, timex.freq, into: &json)
      append(#","zone":"#, timex.zone, into: &json)
      append(#","edtf":"#, timex.edtf, into: &json)
      appendCandidates(timex.candidates, into: &json)
      json.appendRaw("}")
    }
    json.appendRaw("}")
  }

  private func appendCandidates(_ candidates: [String], into json: inout JSONBuffer) {
    guard !candidates.isEmpty else { return }
    for (index, candidate) in candidates.enumerated() {
      json.appendRaw(index == 0 ? #","candidates":["# : ",")
      json.append(candidate)
    }
    json.appendRaw("]")
  }

  private func append(_ key: StaticString, _ value: String?, into json: inout JSONBuffer) {
    json.appendMember(key, value)
  }
}
