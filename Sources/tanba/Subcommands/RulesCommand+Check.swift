import ArgumentParser
import Evaluation
import Tanba

extension RulesCommand {
  /// `tanba rules check`
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read and compile a rule set; say what is wrong or likely wrong in it.")
    @OptionGroup var options: Options

    @Flag(help: "Take warnings for errors.")
    var strict = false

    @Flag(help: "Check again whenever a file of the rule set changes.")
    var watch = false

    func run() throws {
      guard watch else { return try check() }
      try FolderWatch(folders: options.folders).run { try check() }
    }

    private func check() throws {
      let rules = try options.load(findsWarnings: true)
      for warning in rules.warnings {
        var finding = warning
        if strict { finding.severity = .error }
        StandardError.write(finding.rendered)
      }
      let rows = rules.program.lexicons.reduce(0) { $0 + $1.rows.count }
      let warnings =
        switch rules.warnings.count {
        case 0: ""
        case 1: ", 1 warning"
        case let count: ", \(count) warnings"
        }
      try StandardOutput.write(
        "\(rules.place): \(rules.source.rules.count) rules, \(rules.source.definitions.count) "
          + "definitions, \(rules.program.lexicons.count) lexicons with \(rows) rows\(warnings)\n")
      if strict, !rules.warnings.isEmpty { throw ExitStatus.unusableRules }
    }
  }

  /// `tanba rules list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the rules: id, label, place, and the first example.")
    @OptionGroup var options: Options

    @Flag(
      help: """
        Write a page in Markdown instead: the kinds of dates, times and numbers, each with an \
        example and what is given out for it.
        """)
    var kinds = false

    func run() throws {
      let rules = try options.load()
      guard !kinds else {
        return try StandardOutput.write(KindsPage(rules: rules).markdown())
      }
      let lines = rules.source.rules.map { rule in
        let example = rule.examples.first { !$0.isReject }?.marked ?? ""
        return "\(rule.id)\t\(rule.label)\t\(rules.source.describe(rule.place))\t\(example)\n"
      }
      try StandardOutput.write(lines.joined())
    }
  }
}
