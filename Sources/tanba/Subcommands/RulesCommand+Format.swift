import ArgumentParser
import Tanba

extension RulesCommand {
  /// `tanba rules format`
  struct Format: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lay the rule files out in the one canonical way.",
      discussion: "Names each file that it changes; with --check, that it would change.")
    @OptionGroup var options: Options

    @Flag(help: "Change nothing; end with 3 if a file is laid out otherwise.")
    var check = false

    func run() throws {
      var hasChanges = false
      for file in try RuleSet.ruleFiles(folders: options.folders) {
        let formatted = try RuleSet.formatted(file)
        if formatted == file.bytes { continue }
        hasChanges = true
        try StandardOutput.write(file.name + "\n")
        if check { continue }
        let output = try ByteOutput(path: file.name)
        try output.write(formatted)
        try output.finish()
      }
      if check, hasChanges { throw ExitStatus.unusableRules }
    }
  }
}
