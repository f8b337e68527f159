/// Writes one page to look at: each document with its mentions marked by class, what is known of a
/// mention at hover, touch or focus, and a legend that counts the classes and hides them on demand.
///
/// The page needs nothing beside itself. Without scripts, marks show the browser's own hint.
struct HTMLEncoder: DocumentEncoder {
  var prologue: [UInt8] { Array(HTMLPage.head.utf8) }

  func epilogue(counts: [String: Int]) -> [UInt8] {
    var output = OutputBuffer()
    HTMLPage.appendLegend(counts: counts, into: &output)
    return output.bytes
  }

  func encode(
    _ document: Document, of record: InputRecord, into output: inout OutputBuffer
  ) {
    output.count(HTMLPage.documentCount)
    output.append("<article>\n<h2>")
    output.appendEscaped(record.id.description.utf8)
    output.append("</h2>\n<p class=\"text\">")
    var end = 0
    var open: [Mention] = []
    func close(upTo start: Int) {
      while let innermost = open.last, innermost.span.end <= start {
        output.appendEscaped(document.source[end..<innermost.span.end])
        end = innermost.span.end
        output.append("</mark>")
        open.removeLast()
      }
      output.appendEscaped(document.source[end..<start])
      end = start
    }
    for mention in document.mentions {
      // Of mentions that cross, as no convention leaves them, the first is shown.
      if let around = open.last(where: { $0.span.end > mention.span.start }),
        around.span.end < mention.span.end
      {
        continue
      }
      close(upTo: mention.span.start)
      output.count(mention.label)
      append(mention, into: &output)
      open.append(mention)
    }
    close(upTo: document.source.count)
    output.append("</p>\n</article>\n")
  }

  func encode(_ failure: DocumentFailure, id: RecordID, into output: inout OutputBuffer) {
    output.count(HTMLPage.documentCount)
    output.append("<article>\n<h2>")
    output.appendEscaped(id.description.utf8)
    output.append("</h2>\n<p class=\"error\">")
    output.appendEscaped(failure.description.utf8)
    output.append("</p>\n</article>\n")
  }

  private func append(_ mention: Mention, into output: inout OutputBuffer) {
    output.append("<mark tabindex=\"0\"")
    output.appendAttribute("class", mention.label)
    let facts = MentionFacts(mention).all.map { "\($0.name)\t\($0.value)" }
    output.appendAttribute("title", ([mention.label] + facts).joined(separator: "\n"))
    output.append(0x3E)
  }
}
