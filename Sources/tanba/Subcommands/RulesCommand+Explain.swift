import ArgumentParser
import Tanba

extension RulesCommand {
  /// `tanba rules explain`
  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say how the rules come to what they find in a text.",
      discussion: """
        Shows the tokens with their readings, the names that the lexicons know, what the rules of \
        each phase matched and to whom they lost, and where rules that nearly matched stopped.
        """)
    @OptionGroup var options: Options

    @Argument(help: "The text; several arguments are joined by blanks.")
    var text: [String]

    @Option(
      help: ArgumentHelp("The day that “today” means in the text.", valueName: "YYYY-MM-DD"),
      transform: ReferenceDateArgument.init)
    var referenceDate: ReferenceDateArgument?

    @Option(help: "Where spans end: as Tanba or as KazNERD has it.")
    var convention = ExtractionOptions.Convention.full

    func run() throws {
      let rules = try options.load()
      let explanation = try RuleExplainer(rules: rules).explain(
        text.joined(separator: " "), options: ExtractionOptions(convention: convention),
        referenceDate: referenceDate?.date ?? rules.exampleReference)
      try StandardOutput.write(explanation)
    }
  }
}
