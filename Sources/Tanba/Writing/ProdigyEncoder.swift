/// Writes JSON Lines for Prodigy and spaCy: text, tokens and spans, offsets in Unicode scalars.
///
/// ```json
/// {"text": …, "tokens": [{"text", "start", "end", "id", "ws"}],
///  "spans": [{"start", "end", "token_start", "token_end", "label", "kb_id", "rule"}],
///  "meta": {"id": …, …}}
/// ```
///
/// The tokens with the spaces behind them (`ws`) make up the text, so that spans lie on tokens
/// whatever tokenizer the reader has. A time may lie inside a name, which a span group takes and
/// `doc.ents` does not. In `meta` stand the id and the input's other fields.
struct ProdigyEncoder: DocumentEncoder {
  func encode(
    _ document: Document, of record: InputRecord, into output: inout OutputBuffer
  ) {
    output.appendJSON { json in
      document.source.withUnsafeBufferPointer { source in
        json.appendRaw(#"{"text":"#)
        json.append(source)
        let pieces = TextPieces(of: document)
        appendTokens(pieces, source, into: &json)
        appendSpans(document, pieces, source, into: &json)
      }
      json.appendRaw(#"],"meta":{"id":"#)
      json.append(record.id)
      json.appendRaw(record.fields)
      json.appendRaw("}}\n")
    }
  }

  private func appendTokens(
    _ pieces: TextPieces, _ source: UnsafeBufferPointer<UInt8>, into json: inout JSONBuffer
  ) {
    var converter = OffsetConverter(unit: .scalar)
    json.appendRaw(#","tokens":["#)
    for (index, piece) in pieces.spans.enumerated() {
      json.appendRaw(index > 0 ? #",{"text":"# : #"{"text":"#)
      json.append(UnsafeBufferPointer(rebasing: source[piece.start..<piece.end]))
      json.appendRaw(#","start":"#)
      json.append(converter.offset(atByte: piece.start, in: source))
      json.appendRaw(#","end":"#)
      json.append(converter.offset(atByte: piece.end, in: source))
      json.appendRaw(#","id":"#)
      json.append(index)
      json.appendRaw(
        pieces.isFollowedBySpace(index, in: source) ? #","ws":true}"# : #","ws":false}"#)
    }
  }

  private func appendSpans(
    _ document: Document, _ pieces: TextPieces, _ source: UnsafeBufferPointer<UInt8>,
    into json: inout JSONBuffer
  ) {
    var converter = OffsetConverter(unit: .scalar)
    var first = 0
    json.appendRaw(#"],"spans":["#)
    for (index, mention) in document.mentions.enumerated() {
      let offsets = converter.range(of: mention.span, in: source)
      while pieces.spans[first].end <= mention.span.start { first += 1 }
      var last = first
      while pieces.spans[last].end < mention.span.end { last += 1 }
      json.appendRaw(index > 0 ? #",{"start":"# : #"{"start":"#)
      json.append(offsets.lowerBound)
      json.appendRaw(#","end":"#)
      json.append(offsets.upperBound)
      json.appendRaw(#","token_start":"#)
      json.append(first)
      json.appendRaw(#","token_end":"#)
      json.append(last)
      json.appendMember(#","label":"#, mention.label)
      json.appendMember(#","kb_id":"#, mention.ref)
      json.appendMember(#","rule":"#, mention.rule)
      json.appendRaw("}")
    }
  }
}
