import Foundation
import Testing

@Suite("The output of tanba extract")
struct OutputTests {
  let directory: Directory

  init() throws { directory = try Directory() }

  /// Lines of many lengths, with some that are no UTF-8 among them.
  static let lines = (1...5000).flatMap { number -> [UInt8] in
    let bytes = Array(String(repeating: "\u{4D9}\u{1F600} \(number) ", count: number % 23).utf8)
    return bytes + (number % 997 == 0 ? [0xFF, 0x0A] : [0x0A])
  }

  @Test("is the same byte for byte whatever the number of threads")
  func isStable() throws {
    try directory.write(Self.lines, to: "in.txt")
    let outcomes = try ["1", "2", "5"].map {
      try Command.run(["extract", "--input", "lines", "in.txt", "--jobs", $0], in: directory)
    }
    #expect(outcomes[0].lines.count == 5000)
    #expect(
      outcomes[0].lines.enumerated().allSatisfy {
        $0.element.hasPrefix("{\"id\":\"in.txt:\($0.offset + 1)\"")
      })
    for outcome in outcomes {
      #expect(outcome.status == 1)
      #expect(outcome.output == outcomes[0].output)
      #expect(outcome.error == outcomes[0].error)
    }
  }

  @Test("that is closed early ends the command quietly", arguments: ["1", "2"])
  func mayBeClosed(jobs: String) throws {
    try directory.write(Self.lines, to: "in.txt")
    let process = Command.process(
      ["extract", "--input", "lines", "in.txt", "in.txt", "--jobs", jobs], in: directory.url)
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    #expect(try output.fileHandleForReading.read(upToCount: 10) == Data(#"{"id":"in."#.utf8))
    try output.fileHandleForReading.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    let said = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
    #expect(said.split(separator: "\n").allSatisfy { $0.contains("invalid UTF-8") })
  }

  @Test("that finds no room ends the command with status 70 and says so", arguments: ["1", "2"])
  func mayFindNoRoom(jobs: String) throws {
    try directory.write("a\n", to: "in.txt")
    let arguments = ["extract", "in.txt", "--jobs", jobs]
    let standard = try Command.run(arguments, in: directory, output: "/dev/full")
    #expect(standard.status == 70)
    #expect(
      standard.error == "tanba: writing to standard output failed: No space left on device\n")
    let named = try Command.run(arguments + ["--output", "/dev/full"], in: directory)
    #expect(named.status == 70)
    #expect(named.error == "tanba: writing to /dev/full failed: No space left on device\n")
  }

  @Test(
    "of every subcommand that finds no room ends it with status 70",
    arguments: [
      ["rules", "list"], ["rules", "list", "--kinds"], ["rules", "check"],
      ["rules", "explain", "a"], ["--version"], ["--help"],
    ])
  func mayFindNoRoomAnywhere(arguments: [String]) throws {
    let outcome = try Command.run(arguments, in: directory, output: "/dev/full")
    #expect(outcome.status == 70)
    #expect(
      outcome.error == "tanba: writing to standard output failed: No space left on device\n")
  }

  @Test("that is closed from the start can't be written, and a closed input can't be read")
  func mayBeClosedFromTheStart() throws {
    func run(_ redirection: String) throws -> Command.Outcome {
      try Command.run(
        ["-c", "exec \"$0\" extract - \(redirection)", Command.executable.path], in: directory,
        executable: URL(filePath: "/bin/sh"))
    }
    let output = try run(">&-")
    #expect(output.status == 70)
    #expect(output.error == "tanba: writing to standard output failed: Bad file descriptor\n")
    let input = try run("<&-")
    #expect(input.status == 1)
    #expect(input.error == "tanba: -: Bad file descriptor\n")
  }

  @Test("to a file appears there when it is complete, and may replace the input")
  func appearsComplete() throws {
    try directory.write("a", to: "in.txt")
    let outcome = try Command.run(["extract", "in.txt", "--output", "in.txt"], in: directory)
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(try directory.names == ["in.txt"])
    #expect(try directory.read("in.txt") == "{\"id\":\"in.txt\",\"text\":\"a\",\"entities\":[]}\n")
  }

  @Test("to a file leaves nothing half-written when the command is ended", arguments: [2, 15])
  func leavesNothingHalfWritten(signal: Int32) throws {
    try directory.write("old", to: "out.jsonl")
    let process = Command.process(
      ["extract", "--input", "lines", "--output", "out.jsonl"], in: directory.url)
    let input = Pipe()
    process.standardInput = input
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data("a\n".utf8))
    while try directory.names.count < 2 { usleep(1000) }
    #expect(try directory.read("out.jsonl") == "old")
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(try directory.names == ["out.jsonl"])
    #expect(try directory.read("out.jsonl") == "old")
  }

  @Test("keeps the permissions of the file that it replaces, and the link to it")
  func keepsPermissions() throws {
    let file = try directory.write("old", to: "out.jsonl")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    let link = directory.url.appendingPathComponent("link")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    let outcome = try Command.run(["extract", "--output", "link"], in: directory)
    #expect(outcome.status == 0)
    #expect(try directory.names == ["link", "out.jsonl"])
    #expect(try directory.read("out.jsonl").hasPrefix("{\"id\":\"-\""))
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test("may be named with its unit of offsets and without texts")
  func mayBeShort() throws {
    let outcome = try Command.run(
      ["extract", "--no-text", "--offsets", "utf8"], in: directory, input: Array("a".utf8))
    #expect(outcome.output == "{\"id\":\"-\",\"offsets\":\"utf8\",\"entities\":[]}\n")
  }

  @Test("has its failures named beside formats that hold none", arguments: ["tsv", "label-studio"])
  func namesFailures(format: String) throws {
    let outcome = try Command.run(
      ["extract", "--format", format, "--input", "lines"], in: directory,
      input: Array("\u{4D9}\n".utf8) + [0xFF, 0x0A])
    #expect(outcome.status == 1)
    #expect(outcome.error == "tanba: -:2: invalid UTF-8 at byte 3\n")
    #expect(!outcome.output.contains("error"))
  }

  @Test("to a folder is two files a document")
  func fillsFolder() throws {
    try directory.write("a", to: "in.txt")
    let outcome = try Command.run(
      ["extract", "--format", "brat", "--output", "out", "in.txt"], in: directory)
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(try directory.read("out/in.txt") == "a")
    #expect(try directory.read("out/in.ann") == "")
  }
}
