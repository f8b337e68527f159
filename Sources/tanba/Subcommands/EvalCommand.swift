import ArgumentParser
import Evaluation
import Tanba

/// `tanba eval`: a rule set against annotated text.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Compare what the rules find with annotated text.",
    discussion: """
      GOLD is IOB2 or JSON Lines. IOB2 has a token and its tag a line and an empty line between \
      sentences; its tokens are joined to natural text, all classes are scored in one layer, and \
      the convention is kaznerd. JSON Lines has {"id", "text", "ref", "entities": [{"start", \
      "end", "label", "canonical"}], "timex": [{"start", "end", "type", "value"}]} a line, names \
      and times are scored each for themselves, times by TIMEX3 type, and the convention is full. \
      Offsets count Unicode scalars. “ref” is the day that deictics are read against.

      A mention may have "alt_span", "alt_label", "alt_canonical", "alt" (values) and "optional": \
      an optional mention costs nothing if it is missed, counts nothing if it is found, and \
      excuses what overlaps it. Marked and found mentions are paired at most once, exact pairs \
      first.
      """)

  @Argument(help: "The annotated text; “-” is standard input.", completion: .file())
  var gold: String

  @Option(
    help: ArgumentHelp(
      "The text of a GOLD whose lines are mentions of one text.", valueName: "file"),
    completion: .file())
  var text: String?

  @Option(
    help: ArgumentHelp(
      "A directory of rules; a further one is laid over those before it.", valueName: "dir"),
    completion: .directory)
  var rules: [String] = []

  @Option(help: "Where spans end (default: as the format of GOLD goes with).")
  var convention: ExtractionOptions.Convention?

  @Option(
    help: ArgumentHelp(
      "The labels to score, as DATE,PERSON; DURATION and SET too for times.", valueName: "labels"),
    transform: ScoredLabelList.init)
  var labels: ScoredLabelList?

  @Option(
    help: ArgumentHelp(
      "The day that “today” means in texts that bring none.", valueName: "YYYY-MM-DD"),
    transform: ReferenceDateArgument.init)
  var referenceDate: ReferenceDateArgument?

  @Option(help: "The number of threads (default: one a processor).")
  var jobs: Int?

  @OptionGroup var report: ReportOptions

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs must lie between 1 and 1024")
    }
  }

  func run() throws {
    let rules = try RuleSet(folders: RulesLocation.folders(rules))
    let gold = try ReportOptions.gold(gold, text: text)
    try report.write {
      var progress = ProgressLine()
      let run = try EvaluationRun(
        gold: gold, rules: rules, convention: convention, labels: labels?.labels,
        referenceDate: referenceDate?.date, jobs: jobs ?? ReportOptions.processorCount
      ) { done in
        progress.show("\(done) of \(gold.documents.count) documents")
      }
      progress.clear()
      return EvaluationReport(run, examples: report.examples).rendered(as: report.format)
    }
  }
}
