import Foundation
import Testing

@Suite("tanba convert")
struct ConvertCommandTests {
  let directory: Directory

  init() throws { directory = try Directory() }

  @Test(
    "writes each line in the alphabet that is asked for",
    arguments: [("latn-2021", "бір\n\nекі\n", "bır\n\nekı\n"), ("cyrl", "bır\nekı", "бір\nекі\n")])
  func converts(alphabet: String, text: String, expected: String) throws {
    let from = alphabet == "cyrl" ? ["--from", "latn-2021"] : []
    let outcome = try Command.run(
      ["convert", "--to", alphabet] + from, in: directory, input: Array(text.utf8))
    #expect(outcome.status == 0)
    #expect(outcome.output == expected)
    #expect(outcome.error == "")
  }

  @Test("keeps the place of a line that can't be read, and names it")
  func keepsLines() throws {
    let outcome = try Command.run(
      ["convert", "--to", "latn-2021"], in: directory,
      input: Array("бір\n".utf8) + [0xFF, 0x0A] + Array("екі\n".utf8))
    #expect(outcome.status == 1)
    #expect(outcome.output == "bır\n\nekı\n")
    #expect(outcome.error == "tanba: -:2: invalid UTF-8 at byte 7\n")
  }

  @Test("writes nothing for a file that can't be read, and goes on")
  func namesFiles() throws {
    try directory.write("бір", to: "a.txt")
    let outcome = try Command.run(
      ["convert", "--to", "latn-2021", "missing.txt", "a.txt", "."], in: directory)
    #expect(outcome.status == 1)
    #expect(outcome.output == "bır\n")
    #expect(
      outcome.error
        == "tanba: missing.txt: No such file or directory\ntanba: .: Is a directory\n")
  }

  @Test(
    "refuses what can't be used and writes nothing",
    arguments: [
      ([], "Missing expected argument '--to"),
      (["--to", "latn-1929"], "there is no alphabet “latn-1929”"),
      (["--to", "cyrl", "--from", "latn"], "there is no alphabet “latn”"),
      (["--to", "cyrl", "--output", ""], "can't write to “”"),
      (["--to", "cyrl", "-", "-"], "standard input can be read only once"),
      (["--to", "cyrl", "a.txt", ""], "an empty path names no file"),
    ])
  func refuses(arguments: [String], message: String) throws {
    let outcome = try Command.run(["convert"] + arguments, in: directory)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.error.contains(message), "\(outcome.error)")
  }
}
