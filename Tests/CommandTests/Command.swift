import Foundation

/// Runs the built command.
enum Command {
  /// What a run has left.
  struct Outcome {
    var status: Int32
    var output: String
    var error: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// The command, which is built beside the tests.
  static var executable: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("tanba")
  }

  /// A process that is set up and not yet started.
  static func process(_ arguments: [String], in directory: URL? = nil) -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Runs to the end. Output goes through files: no pipe can fill up meanwhile.
  static func run(
    _ arguments: [String], in directory: Directory, input: [UInt8] = [], output: String? = nil,
    environment: [String: String] = [:], executable: URL = executable
  ) throws -> Outcome {
    let process = process(arguments, in: directory.url)
    process.executableURL = executable
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: directory.write(input, to: ".input"))
    let results = try directory.write([], to: ".output")
    let errors = try directory.write([], to: ".error")
    process.standardOutput = try FileHandle(
      forWritingTo: output.map { URL(fileURLWithPath: $0) } ?? results)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: String(decoding: try Data(contentsOf: results), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
