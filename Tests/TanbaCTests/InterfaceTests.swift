import CTanba
import Foundation
import Testing

@testable import TanbaC

/// What the C interface does, asked in Swift; `Tests/c` asks it in C.
@Suite("The C interface")
struct InterfaceTests {
  static let rules = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Rules").path

  /// Opened once for all tests.
  nonisolated(unsafe) static let pipeline: OpaquePointer? = {
    var pipeline: OpaquePointer?
    _ = tanba_open("{\"rules\":\"\(rules)\",\"referenceDate\":\"2021-05-12\"}", &pipeline)
    return pipeline
  }()

  /// The status of opening a pipeline with options, and what was said.
  func refusal(_ options: String) -> (tanba_status, String) {
    var pipeline = OpaquePointer(bitPattern: 1)
    let status = tanba_open(options, &pipeline)
    #expect(pipeline == nil)
    return (status, tanba_last_error().map { String(cString: $0) } ?? "")
  }

  func extract(
    _ text: [UInt8], id: String? = nil, day: String? = nil
  ) -> (tanba_status, String?) {
    var json: UnsafeMutablePointer<CChar>?
    var length = 0
    let status = text.withUnsafeBytes {
      tanba_extract(
        Self.pipeline, $0.baseAddress?.assumingMemoryBound(to: CChar.self), text.count, id, day,
        &json, &length)
    }
    defer { tanba_free(json) }
    guard let json else { return (status, nil) }
    #expect(strlen(json) == length)
    return (status, String(cString: json))
  }

  @Test(
    "refuses options that can't be used and says what would be right",
    arguments: [
      ("[]", "no JSON object"), ("{", "no JSON at byte 1"), ("{\"labls\":[]}", "mean “labels”?"),
      ("{\"labels\":[\"PERSONS\"]}", "mean PERSON?"), ("{\"labels\":[7]}", "not a string"),
      ("{\"convention\":\"half\"}", "there are full, kaznerd"),
      ("{\"offsets\":\"utf32\"}", "unit of offsets"), ("{\"text\":1}", "neither true nor false"),
      ("{\"textLimit\":-1}", "from 0 to 2147483646"), ("{\"textLimit\":0.5}", "from 0 to"),
      ("{\"referenceDate\":\"2021-02-29\"}", "no day of the calendar"),
      ("{\"script\":\"latin\"}", "there is no alphabet “latin”"),
    ])
  func refusesOptions(options: String, message: String) {
    let rules = "{\"rules\":[\"\(Self.rules)\"],"
    let (status, said) = refusal(options.hasPrefix("{\"") ? rules + options.dropFirst() : options)
    #expect(status == TANBA_BAD_ARGUMENT)
    #expect(said.contains(message), "\(said)")
  }

  @Test("names the text that can't be used, if it has a name")
  func namesTexts() {
    for (id, expected) in [("a", "a: invalid UTF-8 at byte 0"), (nil, "invalid UTF-8 at byte 0")] {
      #expect(extract([0xFF], id: id).0 == TANBA_DOCUMENT_FAILED)
      #expect(tanba_last_error().map { String(cString: $0) } == expected)
    }
  }

  @Test("tells of a folder that holds no rules, with the file, for people and for programs")
  func refusesRules() throws {
    let (status, said) = refusal("{\"rules\":\"/nowhere\"}")
    #expect(status == TANBA_BAD_RULES)
    #expect(said.contains("/nowhere/main.rules"), "\(said)")
    let json = try #require(tanba_last_error_json().map { String(cString: $0) })
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(report["status"] as? String == "rules")
    let diagnostics = try #require(report["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.first?["file"] as? String == "/nowhere/main.rules")
  }

  @Test("extracts as the library does, day and id included")
  func extracts() throws {
    let (status, json) = extract(Array("Ол ертең келеді.".utf8), id: "a\"b")
    #expect(status == TANBA_OK)
    #expect(
      json == #"{"id":"a\"b","text":"Ол ертең келеді.","entities":[{"start":3,"end":8,"#
        + #""text":"ертең","label":"DATE","rule":"date.day-deictic","timex":{"type":"DATE","#
        + #""value":"2021-05-13"}}]}"#)
    #expect(extract(Array("ертең".utf8), day: "2000-02-28").1?.contains("2000-02-29") == true)
    #expect(extract([]).1 == #"{"id":"","text":"","entities":[]}"#)
  }

  @Test("tells of texts, days and pointers that can't be used")
  func refusesTexts() {
    #expect(extract([0x61, 0xFF], id: "x") == (TANBA_DOCUMENT_FAILED, nil))
    #expect(String(cString: tanba_last_error()) == "x: invalid UTF-8 at byte 1")
    #expect(extract([0x61], day: "today") == (TANBA_BAD_ARGUMENT, nil))
    var json: UnsafeMutablePointer<CChar>?
    var length = 0
    #expect(tanba_extract(nil, "a", 1, nil, nil, &json, &length) == TANBA_BAD_ARGUMENT)
    #expect(tanba_extract(Self.pipeline, nil, 1, nil, nil, &json, &length) == TANBA_BAD_ARGUMENT)
    #expect(tanba_extract(Self.pipeline, "a", 1, nil, nil, nil, &length) == TANBA_BAD_ARGUMENT)
    #expect(tanba_extract(Self.pipeline, "a", 1, nil, nil, &json, nil) == TANBA_BAD_ARGUMENT)
    #expect(tanba_extract(Self.pipeline, "a", -1, nil, nil, &json, &length) == TANBA_BAD_ARGUMENT)
    #expect(tanba_open("{}", nil) == TANBA_BAD_ARGUMENT)
    #expect(tanba_extract_batch(Self.pipeline, nil, &json, &length) == TANBA_BAD_ARGUMENT)
    #expect(json == nil)
  }

  @Test("finds out handles that are closed, and pointers that never were handles")
  func refusesHandles() throws {
    var pipeline: OpaquePointer?
    #expect(tanba_open("{\"rules\":\"\(Self.rules)\"}", &pipeline) == TANBA_OK)
    let closed = try #require(pipeline)
    #expect(tanba_close(closed) == TANBA_OK)
    #expect(tanba_open("{\"rules\":\"\(Self.rules)\"}", &pipeline) == TANBA_OK)
    var json: UnsafeMutablePointer<CChar>?
    var length = 0
    for handle in [
      closed, OpaquePointer(bitPattern: 0x7FFD_1234_5678), OpaquePointer(bitPattern: 1),
    ] {
      #expect(tanba_extract(handle, "a", 1, nil, nil, &json, &length) == TANBA_BAD_HANDLE)
      #expect(tanba_close(handle) == TANBA_BAD_HANDLE)
      #expect(tanba_describe(handle) == nil)
    }
    #expect(tanba_close(pipeline) == TANBA_OK)
    #expect(tanba_close(nil) == TANBA_OK)
  }

  @Test("takes texts in a batch as one by one, and names those that fail")
  func takesBatches() throws {
    let texts = [Array("ертең".utf8), [], [0xFF], Array("2021 жылы".utf8)]
    let ends = texts.indices.map { texts[...$0].reduce(0) { $0 + $1.count } }
    let joined = texts.flatMap(\.self)
    var json: UnsafeMutablePointer<CChar>?
    var length = 0
    var batch = tanba_batch()
    let status = joined.withUnsafeBytes { bytes in
      ends.withUnsafeBufferPointer { ends in
        batch.count = texts.count
        batch.texts = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        batch.texts_length = bytes.count
        batch.text_ends = ends.baseAddress
        batch.first_number = 5
        return tanba_extract_batch(Self.pipeline, &batch, &json, &length)
      }
    }
    #expect(status == TANBA_DOCUMENT_FAILED)
    let lines = String(cString: try #require(json)).split(separator: "\n").map(String.init)
    tanba_free(json)
    #expect(lines[2] == #"{"id":7,"error":"7: invalid UTF-8 at byte 0"}"#)
    for (index, number) in [(0, "5"), (1, "6"), (3, "8")] {
      let alone = try #require(extract(texts[index]).1)
      #expect(lines[index] == alone.replacing(#""id":"""#, with: "\"id\":\(number)"))
    }
  }

  @Test("refuses a batch whose ends lie outside of it", arguments: [[2, 1], [1, 9], [-1, 1]])
  func refusesBatches(ends: [Int]) {
    var json: UnsafeMutablePointer<CChar>?
    var length = 0
    let status = "abc".withCString { texts in
      ends.withUnsafeBufferPointer { ends in
        var batch = tanba_batch()
        batch.count = 2
        batch.texts = texts
        batch.texts_length = 3
        batch.text_ends = ends.baseAddress
        return tanba_extract_batch(Self.pipeline, &batch, &json, &length)
      }
    }
    #expect(status == TANBA_BAD_ARGUMENT)
    #expect(json == nil)
  }
}
