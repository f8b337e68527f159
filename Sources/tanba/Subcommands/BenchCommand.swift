import ArgumentParser
import Evaluation
import Tanba

/// `tanba bench`: one rule set, or two beside each other, on a corpus.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure a rule set on a corpus, or compare two.",
    discussion: """
      With two rule sets, A and B take turns: a round each, first A then B, first B then A. A \
      round starts as “tanba extract” does, with no word known, and takes all documents to JSON \
      Lines on one thread; before them goes a pass that is not counted. Stages are timed in a \
      pass of their own. Where other programs run as well, megabytes a processor second (CPU s) \
      tell more than those a second. Memory is the peak of resident memory of “tanba extract --jobs 1” over \
      the corpus, in a process of its own. Megabytes are 10⁶ bytes of UTF-8.

      A mention is gained that only B finds, lost that only A finds, changed that both find with \
      another span, label, value or canonical form. The whole corpus is held in memory.
      """)

  @OptionGroup var corpus: CorpusOptions

  @Option(
    help: ArgumentHelp("Annotated text that tells the precision of rules.", valueName: "file"),
    completion: .file())
  var gold: String?

  @Option(
    help: ArgumentHelp(
      "A directory of rules; give it twice to compare. DIR,DIR lays the second over the first.",
      valueName: "dir"),
    completion: .directory)
  var rules: [String] = []

  @Option(help: ArgumentHelp("The number of rounds.", valueName: "number"))
  var rounds = 5

  @Option(help: "Where spans end: as Tanba or as KazNERD has it.")
  var convention = ExtractionOptions.Convention.full

  @OptionGroup var report: ReportOptions

  func validate() throws {
    guard (1...1000).contains(rounds) else {
      throw ValidationError("--rounds must lie between 1 and 1000")
    }
    guard rules.count <= 2 else { throw ValidationError("no more than two --rules") }
    guard !corpus.corpus.contains("-") else {
      throw ValidationError("the corpus is read several times and can't be standard input")
    }
  }

  func run() throws { try report.write(measure) }

  private func measure() throws -> [UInt8] {
    var progress = ProgressLine()
    defer { progress.clear() }
    let folders =
      rules.isEmpty
      ? [RulesLocation.folders([])]
      : rules.map { $0.split(separator: ",").map(String.init) }
    // Before anything is loaded: see ChildMemory.
    let memory = folders.map { folder in
      progress.show("memory of \(folder.joined(separator: ", "))")
      return (peak(folder, of: corpus.corpus), peak(folder, of: ["-"]))
    }
    let loaded = try folders.map { try Self.load($0) }
    let gold = try gold.map { try ReportOptions.gold($0) }
    let texts = try corpus.read()
    var options = BenchmarkRun.Options()
    options.rounds = rounds
    options.convention = convention
    options.referenceDate = corpus.referenceDate?.date
    options.examples = report.examples
    var run = try BenchmarkRun(corpus: texts, gold: gold, rules: loaded, options: options) { step in
      progress.show(step)
    }
    run.setMemory(memory)
    return BenchmarkReport(run, examples: report.examples).rendered(as: report.format)
  }

  private static func load(_ folders: [String]) throws -> (RuleSet, loadSeconds: Double) {
    let start = ContinuousClock.now
    let rules = try RuleSet(folders: folders)
    let time = (ContinuousClock.now - start).components
    return (rules, Double(time.seconds) + Double(time.attoseconds) * 1e-18)
  }

  private func peak(_ folders: [String], of paths: [String]) -> Int? {
    var arguments = ["extract", "--jobs", "1", "--output", "/dev/null"]
    for folder in folders { arguments += ["--rules", folder] }
    arguments += ["--convention", convention.rawValue]
    let files = paths.map { InputFile(path: $0, format: corpus.input) }
    if let input = corpus.input { arguments += ["--input", input.rawValue] }
    if files.contains(where: { $0.format == .jsonl }) {
      arguments += ["--text-field", corpus.textField]
    }
    return ChildMemory.peak(of: "/proc/self/exe", arguments: arguments + ["--"] + paths)
  }
}
