import Foundation
import Testing

/// The examples of `Rules/README.md`, run as a reader would run them.
@Suite("The page about rules", .serialized)
struct ReferencePageTests {
  /// A fenced block of the page.
  struct Block: Sendable, CustomStringConvertible {
    var info: String
    var body: String
    var description: String { "\(info): \(body.prefix(60))" }
    var file: String? { info.range(of: "file=").map { String(info[$0.upperBound...]) } }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let blocks: [Block] = {
    let page = (try? String(contentsOf: root.appending(path: "Rules/README.md"), encoding: .utf8))
    var blocks: [Block] = []
    var open: Block?
    for line in (page ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let block = open { blocks.append(block) }
        open = open == nil ? Block(info: String(line.dropFirst(3)), body: "") : nil
      } else {
        open?.body += line + "\n"
      }
    }
    return blocks
  }()

  /// A directory with the rule set's morphology, segmentation and lexicons, and no rules.
  static func directory() throws -> Directory {
    let directory = try Directory()
    let rules = directory.url.appendingPathComponent("Rules")
    let files = FileManager.default
    try files.createDirectory(at: rules, withIntermediateDirectories: true)
    for folder in ["lexicon", "morphology", "orthography", "segmentation"] {
      try files.copyItem(
        at: root.appending(path: "Rules/\(folder)"), to: rules.appendingPathComponent(folder))
    }
    try files.copyItem(
      at: root.appending(path: "Rules/lexicons.rules"),
      to: rules.appendingPathComponent("lexicons.rules"))
    let main = try String(contentsOf: root.appending(path: "Rules/main.rules"), encoding: .utf8)
    let kept = main.split(separator: "\n").filter {
      $0.hasPrefix("use ") || $0.hasPrefix("reference ") || $0.contains("lexicons.rules")
    }
    try directory.write(kept.joined(separator: "\n") + "\n", to: "Rules/main.rules")
    for folder in ["my", "snippet"] {
      try files.createDirectory(
        at: directory.url.appendingPathComponent(folder), withIntermediateDirectories: true)
    }
    return directory
  }

  @Test("has a tutorial that comes out as it says")
  func tutorial() throws {
    let directory = try Self.directory()
    var steps = 0
    for block in Self.blocks {
      if let file = block.file {
        try directory.write(block.body, to: file)
        guard file.hasSuffix(".rules") else { continue }
        let outcome = try Command.run(
          ["rules", "test", "--rules", "Rules", "--rules", "my"], in: directory)
        #expect(outcome.status == 0, "\(outcome.error)")
        steps += 1
      } else if block.info == "console" {
        try runConsole(block, in: directory)
        steps += 1
      }
    }
    #expect(steps >= 6)
  }

  private func runConsole(_ block: Block, in directory: Directory) throws {
    var output = ""
    for line in block.body.split(separator: "\n") {
      guard line.hasPrefix("$ tanba ") else {
        #expect(output.contains(line), "\(line)")
        continue
      }
      // Words in quotes hold together.
      var arguments: [String] = []
      for (index, part) in line.dropFirst(8).split(
        separator: "\"", omittingEmptySubsequences: false
      ).enumerated() {
        arguments += index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
      }
      let outcome = try Command.run(arguments, in: directory)
      #expect(outcome.status == 0, "\(line): \(outcome.error)")
      output = outcome.output
    }
  }

  @Test("has rules that pass their tests", arguments: blocks.filter { $0.info == "rules" })
  func snippet(_ block: Block) throws {
    let directory = try Self.directory()
    try directory.write(block.body, to: "snippet/main.rules")
    let outcome = try Command.run(
      ["rules", "test", "--rules", "Rules", "--rules", "snippet"], in: directory)
    #expect(outcome.status == 0, "\(outcome.error)")
    let format = try Command.run(
      ["rules", "format", "--check", "--rules", "snippet"], in: directory)
    #expect(format.status == 0, "\(block.body)")
  }

  @Test("has a wrong rule that is complained of as shown")
  func wrong() throws {
    let index = try #require(Self.blocks.firstIndex { $0.info == "rules wrong" })
    let directory = try Self.directory()
    try directory.write(Self.blocks[index].body, to: "snippet/main.rules")
    let outcome = try Command.run(
      ["rules", "check", "--rules", "Rules", "--rules", "snippet"], in: directory)
    #expect(outcome.status == 3)
    for line in Self.blocks[index + 1].body.split(separator: "\n") {
      #expect(outcome.error.contains(line))
    }
  }
}
