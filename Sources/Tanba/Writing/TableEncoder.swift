/// Writes a mention a line, its fields separated by tabs, below a line with their names.
///
/// In fields, `\t`, `\n`, `\r` and `\\` stand for a tab, a line feed, a carriage return and a
/// backslash. A field without a value is empty.
struct TableEncoder: DocumentEncoder {
  /// The unit of `start` and `end`.
  var offsets: OffsetUnit

  /// The names of the columns.
  static let columns = [
    "id", "start", "end", "text", "label", "canonical", "value", "unit", "canonicalCyrillic",
    "rule", "confidence", "ref", "candidates", "expansion", "entity", "timexType", "timexValue",
    "timexMod", "timexBegin", "timexEnd", "timexQuant", "timexFreq", "timexZone", "timexEDTF",
    "timexCandidates",
  ]

  /// Creates an encoder.
  init(offsets: OffsetUnit = .scalar) { self.offsets = offsets }

  var prologue: [UInt8] { Array((Self.columns.joined(separator: "\t") + "\n").utf8) }

  func encode(
    _ document: Document, of record: InputRecord, into output: inout OutputBuffer
  ) {
    document.source.withUnsafeBufferPointer { source in
      var converter = OffsetConverter(unit: offsets)
      for mention in document.mentions {
        let range = converter.range(of: mention.span, in: source)
        append(record.id.description, into: &output)
        output.append("\t\(range.lowerBound)\t\(range.upperBound)")
        let timex = mention.timex
        let fields: [String?] = [
          document.text(mention.span), mention.label, mention.canonical, mention.value,
          mention.unit, mention.canonicalCyrillic, mention.rule, mention.confidence.description,
          mention.ref,
          mention.candidates.isEmpty ? nil : mention.candidates.joined(separator: " "),
          mention.expansion, mention.entity?.description, timex?.kind.rawValue, timex?.value,
          timex?.mod, timex?.begin, timex?.end, timex?.quant, timex?.freq, timex?.zone, timex?.edtf,
          timex.flatMap { $0.candidates.isEmpty ? nil : $0.candidates.joined(separator: " ") },
        ]
        for field in fields {
          output.append(0x09)
          if let field { append(field, into: &output) }
        }
        output.append(0x0A)
      }
    }
  }

  private func append(_ field: String, into output: inout OutputBuffer) {
    for byte in field.utf8 {
      switch byte {
      case 0x09: output.append("\\t")
      case 0x0A: output.append("\\n")
      case 0x0D: output.append("\\r")
      case 0x5C: output.append("\\\\")
      default: output.append(byte)
      }
    }
  }
}
