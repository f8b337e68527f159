import ArgumentParser
import Glibc
import Tanba

/// The command `tanba`: its subcommands and what ends it.
@main
struct TanbaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tanba",
    abstract: "Reads Kazakh text and marks what it names.",
    discussion: ExitStatus.help,
    subcommands: [
      ExtractCommand.self, ConvertCommand.self, RulesCommand.self, EvalCommand.self,
      BenchCommand.self,
    ])

  @Flag(help: "Show the versions of tanba and of what it stands on.")
  var version = false

  static func main() {
    // A reader that goes away is found out where the write fails.
    signal(SIGPIPE, SIG_IGN)
    StandardOutput.holdClosedStreams()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      ExitStatus.end(with: error)
    }
  }

  func run() throws {
    guard version else { throw CleanExit.helpRequest(self) }
    // A rule set that does not compile has no digest; the other facts are told all the same.
    let rules = try? RuleSet(folder: RulesLocation.folder([]))
    let report = VersionReport(
      icu: LibraryVersions.icu, unicode: LibraryVersions.unicode,
      rules: rules.map { ($0.place, $0.digest) })
    try StandardOutput.write(report.rendered)
  }
}
