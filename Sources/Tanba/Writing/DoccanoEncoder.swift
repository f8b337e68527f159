/// Writes JSON Lines for doccano: `{"id", …, "text", "label": [[start, end, label], …]}`.
///
/// Offsets are UTF-16 units: doccano counts as its browser side does, unless a project counts
/// grapheme clusters. The input's other fields stand beside them.
struct DoccanoEncoder: DocumentEncoder {
  func encode(
    _ document: Document, of record: InputRecord, into output: inout OutputBuffer
  ) {
    output.appendJSON { json in
      json.appendRaw(#"{"id":"#)
      json.append(record.id)
      json.appendRaw(record.fields)
      document.source.withUnsafeBufferPointer { source in
        json.appendRaw(#","text":"#)
        json.append(source)
        json.appendRaw(#","label":["#)
        var converter = OffsetConverter(unit: .utf16)
        for (index, mention) in document.mentions.enumerated() {
          let offsets = converter.range(of: mention.span, in: source)
          json.appendRaw(index > 0 ? ",[" : "[")
          json.append(offsets.lowerBound)
          json.appendRaw(",")
          json.append(offsets.upperBound)
          json.appendRaw(",")
          json.append(mention.label)
          json.appendRaw("]")
        }
      }
      json.appendRaw("]}\n")
    }
  }
}
