import Foundation
import Testing

@Suite("tanba eval, bench and rules profile")
struct EvaluationCommandTests {
  private static let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Rules").standardizedFileURL.path

  @Test("errors of a gold file name file, line and column and end with 2")
  func brokenGold() throws {
    let directory = try Directory()
    _ = try directory.write(Array("Алматы B-GPE\nАстана X\n".utf8), to: "gold.iob2")
    let outcome = try Command.run(["eval", "gold.iob2", "--rules", Self.rules], in: directory)
    #expect(outcome.status == 2)
    #expect(outcome.error.hasPrefix("gold.iob2:2:8: error:"))
    #expect(outcome.output.isEmpty)
    let missing = try Command.run(["eval", "no.iob2", "--rules", Self.rules], in: directory)
    #expect(missing.status == 2)
    #expect(missing.error.hasPrefix("no.iob2: error:"))
  }

  @Test("each writes its report as JSON")
  func reports() throws {
    let directory = try Directory()
    let gold = #"{"text":"1992 жылы","timex":[{"start":0,"end":9,"type":"DATE","value":"1992"}]}"#
    _ = try directory.write(Array(gold.utf8), to: "gold.jsonl")
    for command in [["eval"], ["bench", "--rounds", "1"], ["rules", "profile"]] {
      let outcome = try Command.run(
        command + ["gold.jsonl", "--rules", Self.rules, "--format", "json"], in: directory)
      #expect(outcome.status == 0, "\(command): \(outcome.error)")
      let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
      #expect(object is [String: Any])
    }
  }

  @Test(
    "arguments that make no sense are refused",
    arguments: [
      ["eval", "g", "--labels", "DATES"], ["bench", "-"], ["bench", "x", "--rounds", "0"],
      ["bench", "x", "--rules", "a", "--rules", "b", "--rules", "c"],
      ["eval", "g", "--format", "pdf"], ["rules", "profile"],
    ])
  func refused(_ arguments: [String]) throws {
    #expect(try Command.run(arguments, in: Directory()).status == 2)
  }
}
