import ArgumentParser
import Tanba

/// `tanba rules`: what concerns a rule set and no text.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Check, test, list, explain, profile and format a rule set.",
    subcommands: [
      Check.self,
      Test.self,
      List.self,
      Explain.self,
      ProfileCommand.self,
      Format.self,
    ])

  /// The options of all its subcommands.
  struct Options: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "A directory of rules; a further one is laid over those before it.", valueName: "dir"),
      completion: .directory)
    var rules: [String] = []

    var folders: [String] { RulesLocation.folders(rules) }

    func load(findsWarnings: Bool = false) throws -> RuleSet {
      try RuleSet(folders: folders, findsWarnings: findsWarnings)
    }
  }
}
