/// Writes a token and its tag a line and an empty line behind each sentence: IOB2, as KazNERD and
/// CoNLL 2003 have it.
///
/// A token has one tag: of mentions inside one another the longest counts. A token of several words,
/// as a repair makes them, takes several lines. Which document a sentence is from the format can't
/// say.
struct IOBEncoder: DocumentEncoder {
  func encode(
    _ document: Document, of record: InputRecord, into output: inout OutputBuffer
  ) {
    var next = 0
    /// The mention that the token lies in, the outermost.
    var current: Mention?
    for sentence in document.sentences {
      var isEmpty = true
      for token in sentence.start..<sentence.end {
        let span = document.tokens.span(of: token)
        if let open = current, open.span.end <= span.start { current = nil }
        var begins = false
        while next < document.mentions.count, document.mentions[next].span.start < span.end {
          let mention = document.mentions[next]
          next += 1
          // The longest of those that begin at a place comes first.
          if current == nil {
            current = mention
            begins = true
          }
        }
        for word in document.source[span.start..<span.end].split(whereSeparator: { $0 <= 0x20 }) {
          output.bytes.append(contentsOf: word)
          if let current {
            output.append(begins ? " B-" : " I-")
            output.append(current.label)
            output.append(0x0A)
          } else {
            output.append(" O\n")
          }
          begins = false
          isEmpty = false
        }
      }
      if !isEmpty { output.append(0x0A) }
    }
  }
}
