/// Writes XML in which dates and times are marked as TimeML has it.
///
/// ```xml
/// <?xml version="1.0" encoding="UTF-8"?>
/// <documents>
/// <TimeML><DOCID>…</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="…"
///  functionInDocument="CREATION_TIME">…</TIMEX3></DCT>
/// <TEXT>… <TIMEX3 tid="t1" type="DATE" value="1992-10-05">…</TIMEX3> …</TEXT></TimeML>
/// </documents>
/// ```
///
/// A value that hangs on a day that nobody gave is left out and `temporalFunction` says so. The ends
/// of a range are empty elements behind it, which `beginPoint` and `endPoint` name. What XML can't
/// hold (control characters) is U+FFFD.
struct TimexEncoder: DocumentEncoder {
  var prologue: [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<documents>\n".utf8)
  }

  func epilogue(counts: [String: Int]) -> [UInt8] { Array("</documents>\n".utf8) }

  func encode(
    _ document: Document, of record: InputRecord, into output: inout OutputBuffer
  ) {
    output.append("<TimeML><DOCID>")
    output.appendEscaped(record.id.description.utf8)
    output.append("</DOCID>")
    if let day = document.referenceDate {
      let value = day.iso8601
      output.append("<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"\(value)\" ")
      output.append("functionInDocument=\"CREATION_TIME\">\(value)</TIMEX3></DCT>")
    }
    output.append("\n<TEXT>")
    var number = 0
    var end = 0
    for mention in document.mentions {
      guard let timex = mention.timex, mention.span.start >= end else { continue }
      output.appendEscaped(document.source[end..<mention.span.start])
      append(
        timex, over: document.source[mention.span.start..<mention.span.end], &number, into: &output)
      end = mention.span.end
    }
    output.appendEscaped(document.source[end...])
    output.append("</TEXT></TimeML>\n")
  }

  private func append(
    _ timex: Timex, over text: ArraySlice<UInt8>, _ number: inout Int,
    into output: inout OutputBuffer
  ) {
    number += 1
    output.append("<TIMEX3 tid=\"t\(number)\"")
    output.appendAttribute("type", timex.kind.rawValue)
    output.appendAttribute("value", timex.value)
    if timex.value == nil, timex.begin == nil { output.append(" temporalFunction=\"true\"") }
    output.appendAttribute("mod", timex.mod)
    output.appendAttribute("quant", timex.quant)
    output.appendAttribute("freq", timex.freq)
    var points: [String] = []
    for (name, value) in [("beginPoint", timex.begin), ("endPoint", timex.end)] {
      guard let value else { continue }
      points.append(value)
      output.append(" \(name)=\"t\(number + points.count)\"")
    }
    output.append(0x3E)
    output.appendEscaped(text)
    output.append("</TIMEX3>")
    for value in points {
      number += 1
      // A point below a day has a T behind its day.
      let type = value.utf8.contains(UInt8(ascii: "T")) ? "TIME" : "DATE"
      output.append("<TIMEX3 tid=\"t\(number)\" type=\"\(type)\"")
      output.appendAttribute("value", value)
      output.append("/>")
    }
  }
}
