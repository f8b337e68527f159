import Tanba
import Testing

@Suite("A line of JSON Lines")
struct JSONRecordTests {
  func record(
    _ line: String, decoder: RecordDecoder = RecordDecoder()
  ) throws -> InputRecord? {
    var found: [InputRecord] = []
    decoder.decode(
      InputPiece(
        place: InputPlace(path: "f.jsonl", line: 3), format: .jsonl,
        content: .document(Array(line.utf8)))
    ) { found.append($0) }
    #expect(found.count <= 1)
    return found.first
  }

  func text(_ line: String) throws -> String? {
    try record(line).map { String(decoding: try $0.document.get().source, as: UTF8.self) }
  }

  func failure(_ line: String, decoder: RecordDecoder = RecordDecoder()) throws -> String? {
    let record = try #require(try record(line, decoder: decoder))
    guard case .failure(let failure) = record.document else { return nil }
    return failure.description
  }

  @Test(
    "gives its text, escapes read",
    arguments: [
      (#"{"text":""}"#, ""), (#" { "text" : "a" } "#, "a"),
      (#"{"text":"\"\\\/\b\f\n\r\t"}"#, "\"\\/\u{8}\u{C}\n\r\t"),
      (#"{"text":"\u0000\u04d9\u04D9"}"#, "\u{0}\u{4D9}\u{4D9}"),
      (#"{"text":"a\ud83d\ude00b"}"#, "a\u{1F600}b"), (#"{"t\u0065xt":"a"}"#, "a"),
      (#"{"a":[1,-0.5e+10,{"b":[true,false,null,{}]},[]],"text":"a"}"#, "a"),
    ])
  func readsText(line: String, expected: String) throws {
    #expect(try text(line) == expected)
  }

  @Test("is skipped where it is blank", arguments: ["", " ", "\t", "\r"])
  func skipsBlankLines(line: String) throws {
    #expect(try record(line) == nil)
  }

  @Test(
    "names the column where it is no JSON",
    arguments: [
      ("[]", "1: expected an object"),
      ("{", "2: expected a field name in double quotes, not the end of the line"),
      ("{\"text\":\"\u{4D9}\" \"b\":1}", "13: expected “,” or “}”"),
      (#"{"text":"a",}"#, "13: expected a field name in double quotes"),
      (#"{"text" "a"}"#, "9: expected “:”"),
      (#"{"text":"a"} x"#, "14: expected the end of the line behind the object"),
      (#"{"text":"a}"#, "9: this string has no end"),
      (#"{"text":"a\x"}"#, "11: unknown escape"),
      (#"{"text":"\u00g0"}"#, "10: expected four hexadecimal digits behind “\\u”"),
      (#"{"text":"\ud83d"}"#, "10: half of a surrogate pair"),
      (#"{"text":"\ude00\ud83d"}"#, "10: half of a surrogate pair"),
      ("{\"text\":\"a\tb\"}", "11: a control character in a string must be escaped"),
      (#"{"text":1}"#, "9: the field “text” is not a string"),
      (#"{"text":"a","text":"b"}"#, "13: the field “text” stands here again"),
      (#"{"a":01}"#, "7: expected “,” or “}”"), (#"{"a":1.}"#, "8: expected a digit"),
      (#"{"a":-}"#, "7: expected a digit"), (#"{"a":+1}"#, "6: expected a value"),
      (#"{"a":tru}"#, "6: expected a value"), (#"{"a":NaN}"#, "6: expected a value"),
      (#"{"a":[1,]}"#, "9: expected a value"), (#"{"a":"#, "6: expected a value, not the end"),
    ])
  func namesColumn(line: String, expected: String) throws {
    let failure = try #require(try failure(line))
    #expect(failure.hasPrefix("f.jsonl:3:\(expected)"), "\(failure)")
  }

  @Test("refuses what nests without end, in time linear in its length")
  func boundsDepth() throws {
    let line = #"{"text":"a","b":"# + String(repeating: "[", count: 1_000_000)
    #expect(try failure(line) == "f.jsonl:3:530: nested deeper than 512 levels")
    let deepest = String(repeating: "[", count: 511) + String(repeating: "]", count: 511)
    #expect(try text(#"{"text":"a","b":\#(deepest)}"#) == "a")
  }

  @Test("without its text field is a failure that keeps the document's id")
  func keepsIDOfFailure() throws {
    let record = try #require(try record(#"{"id":"q"}"#))
    #expect(record.id == .name("q"))
    #expect(throws: DocumentFailure.self) { try record.document.get() }
    #expect(try failure(#"{"id":"q"}"#) == "f.jsonl:3: no field “text”")
  }

  @Test(
    "has its own id or its place",
    arguments: [
      (#"{"id":"a\n","text":""}"#, RecordID.name("a\n")), (#"{"text":""}"#, .name("f.jsonl:3")),
      (#"{"id":1.50,"text":""}"#, .number("1.50")), (#"{"id":null,"text":""}"#, .name("f.jsonl:3")),
    ])
  func hasID(line: String, expected: RecordID) throws {
    #expect(try record(line)?.id == expected)
  }

  @Test("passes its other fields through in their own bytes, but none that the output has")
  func passesFieldsThrough() throws {
    let line =
      #"{"b" : [1, 2.0e0 ], "entities":[],"id":1,"\u00e9":"\/","error":0,"t\u0065xt":"x","a":{ },"#
      + #""offsets":1,"script":"x","scriptConfidence":0,"repairedEncoding":"x","repairs":[]}"#
    let record = try #require(try record(line))
    #expect(
      String(decoding: record.fields, as: UTF8.self) == #","b":[1, 2.0e0 ],"\u00e9":"\/","a":{ }"#)
  }

  @Test("has the reference date of its field, else that of all")
  func hasReferenceDate() throws {
    let common = try #require(Document.ReferenceDate(iso8601: "2020-01-01"))
    let decoder = RecordDecoder(referenceField: "day", referenceDate: common)
    func date(_ day: String) throws -> Document.ReferenceDate? {
      try record(#"{"text":""\#(day)}"#, decoder: decoder)?.document.get().referenceDate
    }
    #expect(try date(#","day":"2021-05-12""#) == .init(year: 2021, month: 5, day: 12))
    #expect(try date("") == common)
    #expect(try date(#","day":null"#) == common)
    #expect(
      try failure(#"{"text":"","day":"2021-02-29"}"#, decoder: decoder)
        == "f.jsonl:3:18: no day of the calendar written as YYYY-MM-DD, alone or before a time")
  }

  @Test(
    "has the day of a time stamp, as the stamp writes it",
    arguments: [
      ("2021-05-12T23:30:00Z", true), ("2021-05-12T00:30:00.125+05:00", true),
      ("2021-05-12 08:15", true), ("2021-05-12t08:15:00z", true),
      ("2021-05-12T", false), ("2021-05-12T8:15", false), ("2021-05-12T24:15", false),
      ("2021-05-12T08:60", false), ("2021-05-12x", false), ("2021-05-12 noon", false),
      ("2021-05-12T08:15 o'clock", false), ("2021-02-29T08:15", false), ("2021-05-123", false),
    ])
  func readsTimeStamps(stamp: String, isRead: Bool) throws {
    let decoder = RecordDecoder(referenceField: "day")
    let document = try record(#"{"text":"","day":"\#(stamp)"}"#, decoder: decoder)?.document
    let date = try? document?.get().referenceDate
    #expect(date == (isRead ? .init(year: 2021, month: 5, day: 12) : nil))
  }

  @Test(
    "knows the days of the calendar",
    arguments: [
      ("2020-02-29", true), ("2021-02-29", false), ("1900-02-29", false), ("2000-02-29", true),
      ("2021-04-31", false), ("2021-00-10", false), ("2021-13-10", false), ("2021-12-31", true),
      ("0000-01-01", false), ("2021-1-1", false), ("2021-01-0a", false), ("2021/01/01", false),
      ("+021-01-01", false), ("", false),
    ])
  func knowsCalendar(text: String, exists: Bool) {
    #expect((Document.ReferenceDate(iso8601: text) != nil) == exists)
  }
}
