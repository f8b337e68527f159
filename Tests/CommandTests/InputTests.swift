import Foundation
import Testing

@Suite("The input of tanba extract")
struct InputTests {
  let directory: Directory

  init() throws { directory = try Directory() }

  @Test(
    "is named where it can't be read, the others are done, and the status is 1",
    arguments: [
      ("missing.txt", "No such file or directory"), (".", "Is a directory"),
      ("good.txt/under", "Not a directory"), ("/proc/self/mem", "Input/output error"),
      ("bad.txt", "invalid UTF-8 at byte 1"),
    ], ["text", "lines", "jsonl"])
  func isNamed(bad: (path: String, message: String), format: String) throws {
    try directory.write(#"{"text":"a"}"#, to: "good.txt")
    try directory.write([0x61, 0xFF], to: "bad.txt")
    let outcome = try Command.run(
      ["extract", "--input", format, "--jobs", "2", "good.txt", bad.path, "good.txt"],
      in: directory)
    let place = bad.path == "bad.txt" && format != "text" ? "bad.txt:1" : bad.path
    #expect(outcome.status == 1)
    #expect(outcome.error == "tanba: \(place): \(bad.message)\n")
    #expect(outcome.lines.count == 3)
    #expect(outcome.lines[1] == #"{"id":"\#(place)","error":"\#(place): \#(bad.message)"}"#)
    #expect(outcome.lines[0].hasSuffix(#""entities":[]}"#))
    #expect(outcome.lines[2] == outcome.lines[0])
  }

  @Test("that may not be read is named", .enabled(if: geteuid() != 0, "root may read all"))
  func isRefused() throws {
    let file = try directory.write("a", to: "secret.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
    let outcome = try Command.run(["extract", "secret.txt"], in: directory)
    #expect(outcome.status == 1)
    #expect(outcome.error == "tanba: secret.txt: Permission denied\n")
  }

  @Test(
    "may be empty, hold NUL, a byte order mark, carriage returns",
    arguments: [
      ("text", "", [#"{"id":"-","text":"","entities":[]}"#]), ("lines", "", []), ("jsonl", "", []),
      ("text", "\u{FEFF}a\u{0}\r\nb", [#"{"id":"-","text":"a\u0000\r\nb","entities":[]}"#]),
      (
        "lines", "\u{FEFF}a\u{0}\r\n\nb",
        [
          #"{"id":"-:1","text":"a\u0000","entities":[]}"#, #"{"id":"-:2","text":"","entities":[]}"#,
          #"{"id":"-:3","text":"b","entities":[]}"#,
        ]
      ),
      (
        "jsonl", "\u{FEFF}{\"text\":\"a\"}\r\n\r\n{\"text\":\"b\",\"n\":1}",
        [
          #"{"id":"-:1","text":"a","entities":[]}"#,
          #"{"id":"-:3","n":1,"text":"b","entities":[]}"#,
        ]
      ),
    ])
  func mayBeOdd(format: String, input: String, expected: [String]) throws {
    let outcome = try Command.run(
      ["extract", "--input", format], in: directory, input: Array(input.utf8))
    #expect(outcome.status == 0)
    #expect(outcome.lines == expected)
    #expect(outcome.error == "")
  }

  @Test(
    "in UTF-16 is told from other bytes that are no UTF-8", arguments: ["text", "lines", "jsonl"])
  func isUTF16(format: String) throws {
    for mark: [UInt8] in [[0xFF, 0xFE], [0xFE, 0xFF]] {
      let outcome = try Command.run(
        ["extract", "--input", format], in: directory, input: mark + [0x61, 0x00])
      #expect(outcome.status == 1)
      #expect(outcome.error.hasSuffix(": invalid UTF-8 at byte 0; the input looks like UTF-16\n"))
    }
  }

  @Test("in JSON Lines passes through, and a line that is none is named with its column")
  func passesThrough() throws {
    try directory.write(
      """
      {"id":"x","meta":{"a": 1.0},"body":"one","day":"2021-05-12"}
      {"id":"y","body":"two","day":"2021-02-30"}
      {"id":3,"body":"three"
      {"id":4,"body":"four","entities":[1],"text":"other"}

      """, to: "in.jsonl")
    let outcome = try Command.run(
      ["extract", "in.jsonl", "--text-field", "body", "--reference-field", "day"], in: directory)
    #expect(outcome.status == 1)
    let day = "in.jsonl:2:30: no day of the calendar written as YYYY-MM-DD, alone or before a time"
    let end = "in.jsonl:3:23: expected “,” or “}”, not the end of the line"
    #expect(
      outcome.lines == [
        #"{"id":"x","meta":{"a": 1.0},"day":"2021-05-12","text":"one","entities":[]}"#,
        #"{"id":"y","error":"\#(day)"}"#, #"{"id":3,"error":"\#(end)"}"#,
        #"{"id":4,"text":"four","entities":[]}"#,
      ])
    #expect(outcome.error == "tanba: \(day)\ntanba: \(end)\n")
  }

  @Test("gives its first result before its last line is there", arguments: ["1", "2"])
  func streams(jobs: String) throws {
    let process = Command.process(["extract", "--input", "lines", "--jobs", jobs])
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for (line, word) in [(1, "one"), (2, "two"), (3, "three")] {
      try input.fileHandleForWriting.write(contentsOf: Data("line \(word)\n".utf8))
      // Waits for ever where nothing comes before the input ends.
      let result = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(result == "{\"id\":\"-:\(line)\",\"text\":\"line \(word)\",\"entities\":[]}\n")
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(
    "that is UTF-8 read as another encoding is told, and repaired where asked for",
    arguments: [
      ("windows-1252", String.Encoding.isoLatin1), ("windows-1251", .windowsCP1251),
    ])
  func isMojibake(name: String, encoding: String.Encoding) throws {
    let text = "«Мектеп» 1992 жылы 5 қазанда ашылды."
    var mojibake = ""
    for byte in text.utf8 {
      mojibake += String(data: Data([byte]), encoding: encoding) ?? String(Unicode.Scalar(byte))
    }
    try directory.write(mojibake, to: "damaged.txt")
    let told = try Command.run(["extract", "damaged.txt"], in: directory)
    #expect(told.status == 0)
    #expect(
      told.error == "tanba: damaged.txt: warning: the text looks like UTF-8 read as \(name)\n")
    #expect(told.lines[0].contains(mojibake))
    let repaired = try Command.run(["extract", "--repair-mojibake", "damaged.txt"], in: directory)
    #expect(repaired.error == "")
    #expect(repaired.lines[0].contains(#""text":"\#(text)","repairedEncoding":"\#(name)""#))
    #expect(repaired.lines[0].contains(#"{"start":9,"end":28,"text":"1992 жылы 5 қазанда""#))
  }

  @Test("that is clean, whatever its letters, raises no suspicion")
  func isNoMojibake() throws {
    let texts = [
      "Сіз бен біз.", "Тіл – «Ділі» бар ел.", "І. Іле", "Ñandú café señor", "№ 5 «Біз»", "ÄÖÜß",
    ]
    try directory.write(texts.joined(separator: "\n"), to: "clean.txt")
    let outcome = try Command.run(
      ["extract", "--input", "lines", "--repair-mojibake", "clean.txt"], in: directory)
    #expect(outcome.error == "")
    for (line, text) in zip(outcome.lines, texts) { #expect(line.contains(#""text":"\#(text)""#)) }
  }
}
