import ArgumentParser
import Evaluation
import Tanba

extension RulesCommand {
  /// `tanba rules test`
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run the examples that stand beside the rules.")
    @OptionGroup var options: Options

    @Flag(help: "Test again whenever a file of the rule set changes.")
    var watch = false

    func run() throws {
      guard watch else { return try test() }
      try FolderWatch(folders: options.folders).run { try test() }
    }

    private func test() throws {
      let summary = try RuleTester(rules: options.load()).run()
      for failure in summary.failures {
        StandardError.write(failure.diagnostic.rendered + failure.details)
      }
      for diagnostic in summary.untested { StandardError.write(diagnostic.rendered) }
      let failed = summary.failures.count + summary.untested.count
      try StandardOutput.write("\(summary.passed) passed, \(failed) failed\n")
      if failed > 0 { throw ExitStatus.unusableRules }
    }
  }
}
