import Foundation
import Testing

@Suite("The options for dates")
struct DateOptionTests {
  let directory: Directory

  init() throws { directory = try Directory() }

  /// A weekday, in escapes: Tuesday.
  static let text = Array("\u{421}\u{435}\u{439}\u{441}\u{435}\u{43D}\u{431}\u{456}.".utf8)

  @Test(
    "take the preferred reading",
    arguments: [
      ("past", "2021-05-11"), ("future", "2021-05-18"), ("nearest", "2021-05-11"),
    ])
  func prefer(preference: String, value: String) throws {
    let outcome = try Command.run(
      ["extract", "--reference-date", "2021-05-12", "--prefer", preference], in: directory,
      input: Self.text)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\"value\":\"\(value)\""), "\(outcome.output)")
  }

  @Test("keep the value open without a preference, and list what it may be")
  func open() throws {
    let outcome = try Command.run(
      ["extract", "--reference-date", "2021-05-12"], in: directory, input: Self.text)
    #expect(
      outcome.output.contains(
        #""value":"XXXX-WXX-2","candidates":["2021-05-11","2021-05-18"]}"#))
  }

  @Test("refuse a preference without a day to prefer by, and one that is none")
  func refuse() throws {
    let bare = try Command.run(["extract", "--prefer", "past"], in: directory)
    #expect(bare.status == 2)
    #expect(bare.error.contains("--prefer needs --reference-date or --reference-field"))
    let unknown = try Command.run(
      ["extract", "--reference-date", "2021-05-12", "--prefer", "soon"], in: directory)
    #expect(unknown.status == 2)
  }

  @Test("give EDTF beside the value")
  func edtf() throws {
    let outcome = try Command.run(
      ["extract", "--date-format", "edtf"], in: directory, input: Array("05.10.1992".utf8))
    #expect(outcome.output.contains(#""value":"1992-10-05","edtf":"1992-10-05""#))
    let unknown = try Command.run(["extract", "--date-format", "rfc822"], in: directory)
    #expect(unknown.status == 2)
  }
}
