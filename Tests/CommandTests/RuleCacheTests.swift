import Foundation
import Testing

@Suite("The cache of a rule set")
struct RuleCacheTests {
  let directory: Directory
  private static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Rules")

  init() throws { directory = try Directory() }

  /// What `extract` says of a text with the cache folder of this test.
  private func extract() throws -> Command.Outcome {
    try directory.write("1992", to: "in.txt")
    return try Command.run(
      ["extract", "in.txt"], in: directory,
      environment: ["XDG_CACHE_HOME": directory.url.path])
  }

  private func cache() throws -> URL {
    let folder = directory.url.appendingPathComponent("tanba")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return folder.appendingPathComponent(try #require(names.first))
  }

  @Test(
    "makes no difference when it is damaged",
    arguments: ["emptied", "cut short", "changed in the middle", "overwritten"])
  func mayBeDamaged(how: String) throws {
    let clean = try extract()
    #expect(clean.status == 0)
    let file = try cache()
    let bytes = try Data(contentsOf: file)
    #expect(bytes.count > 1000)
    var damaged = bytes
    switch how {
    case "emptied": damaged = Data()
    case "cut short": damaged = bytes.prefix(bytes.count / 2)
    case "changed in the middle": damaged[bytes.count / 2] ^= 0xFF
    default: damaged = Data(repeating: 0xFF, count: bytes.count)
    }
    try damaged.write(to: file)

    let outcome = try extract()
    #expect(outcome.status == 0)
    #expect(outcome.output == clean.output)
    #expect(outcome.error == clean.error)
    #expect(try Data(contentsOf: file) == bytes, "the cache was not made anew")
  }

  @Test("keeps the newest files of its folder and no more than it should")
  func isBounded() throws {
    let folder = directory.url.appendingPathComponent("tanba")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for number in 0..<80 {
      let file = folder.appendingPathComponent("rules-\(number)")
      try Data([1]).write(to: file)
      let date = Date(timeIntervalSince1970: TimeInterval(number) * 3600)
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file.path)
    }
    #expect(try extract().status == 0)
    let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
    #expect(names.count == 64)
    #expect(Set((17..<80).map { "rules-\($0)" }).isSubset(of: names))
  }

  @Test("gives way when a rule, a lexicon or another file changes, and to an error in one")
  func filesChange() throws {
    let rules = directory.url.appendingPathComponent("rules")
    try FileManager.default.copyItem(at: Self.shipped, to: rules)
    try directory.write(
      """
      include "segments.rules"
      lexicon town "towns.tsv"
      phase main
      rule town : GPE lexicon(town)+
      """, to: "rules/main.rules")
    try directory.write(
      """
      use words "segmentation/words.rbbi"
      use sentences "segmentation/sentences.rbbi"
      use morphology "morphology/alphabet.morph"
      """, to: "rules/segments.rules")
    func labels(_ text: String) throws -> Command.Outcome {
      try directory.write(text, to: "in.txt")
      return try Command.run(
        ["extract", "--rules", "rules", "--format", "tsv", "in.txt"], in: directory,
        environment: ["XDG_CACHE_HOME": directory.url.path])
    }
    try directory.write("form\nAna\n", to: "rules/towns.tsv")
    for _ in 0..<2 { #expect(try labels("Ana Bel").output.contains("\tAna")) }
    try directory.write("form\nBel\n", to: "rules/towns.tsv")
    for _ in 0..<2 { #expect(try labels("Ana Bel").output.contains("\tBel")) }
    try directory.write("form\tx\nAna\t1\t2\n", to: "rules/towns.tsv")
    for _ in 0..<2 {
      let outcome = try labels("Ana Bel")
      #expect(outcome.status != 0)
      #expect(outcome.error.contains("towns.tsv:2"))
    }
    try directory.write("form\nBel\n", to: "rules/towns.tsv")
    #expect(try labels("Ana Bel").output.contains("\tBel"))
  }

  @Test("gives what the rules give that are compiled, and the rules as they are written")
  func sameAsCompiled() throws {
    let text = "Ол 1992 жылы 5 қазанда Алматыда Нұрсұлтан Назарбаевпен және БҰҰ өкілімен кездесті."
    try directory.write(text, to: "in.txt")
    func runs(_ arguments: [String]) throws -> [Command.Outcome] {
      try (0..<2).map { _ in
        try Command.run(
          arguments, in: directory, environment: ["XDG_CACHE_HOME": directory.url.path])
      }
    }
    let extractions = try runs(["extract", "in.txt"])
    #expect(extractions[0].output.contains("1992-10-05"))
    #expect(extractions[0].output == extractions[1].output)
    let compiled = try Command.run(
      ["rules", "list"], in: directory,
      environment: ["XDG_CACHE_HOME": directory.url.appendingPathComponent("none").path])
    let list = try runs(["rules", "list"])
    #expect(compiled.lines.count > 100)
    #expect(list.allSatisfy { $0.output == compiled.output })
  }
}
