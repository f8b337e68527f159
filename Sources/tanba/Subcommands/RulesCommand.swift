import ArgumentParser
import Evaluation
import Tanba

/// `tanba rules`: what concerns a rule set and no text.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Check, test and list a rule set.",
    subcommands: [Check.self, Test.self, List.self])

  /// The options of all its subcommands.
  struct Options: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "A directory of rules; a further one is laid over those before it.", valueName: "dir"),
      completion: .directory)
    var rules: [String] = []

    func load(findsWarnings: Bool = false) throws -> RuleSet {
      try RuleSet(folders: RulesLocation.folders(rules), findsWarnings: findsWarnings)
    }
  }

  /// `tanba rules check`
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Read and compile a rule set.")
    @OptionGroup var options: Options

    func run() throws {
      let rules = try options.load()
      print(
        "\(rules.place): \(rules.source.rules.count) rules, \(rules.source.definitions.count) "
          + "definitions, \(rules.program.lexicons.count) lexicons with "
          + "\(rules.program.lexicons.reduce(0) { $0 + $1.rows.count }) rows")
    }
  }

  /// `tanba rules test`
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run the examples that stand beside the rules.")
    @OptionGroup var options: Options

    func run() throws {
      let summary = try RuleTester(rules: options.load()).run()
      for failure in summary.failures { StandardError.write(failure.diagnostic.rendered) }
      for diagnostic in summary.untested { StandardError.write(diagnostic.rendered) }
      let failed = summary.failures.count + summary.untested.count
      print("\(summary.passed) passed, \(failed) failed")
      if failed > 0 { throw ExitStatus.unusableRules }
    }
  }

  /// `tanba rules list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the rules: id, label and place.")
    @OptionGroup var options: Options

    func run() throws {
      let rules = try options.load()
      for rule in rules.source.rules {
        let file = rules.source.files[rule.place.file]
        let line = file.position(at: rule.place.range.lowerBound).line
        print("\(rule.id)\t\(rule.label)\t\(file.name):\(line)")
      }
    }
  }
}
