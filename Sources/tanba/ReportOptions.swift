import ArgumentParser
import Evaluation
import Glibc
import Tanba

extension ReportFormat: ExpressibleByArgument {}

/// The options of all subcommands that write a report.
struct ReportOptions: ParsableArguments {
  @Option(help: "How the report is written.")
  var format = ReportFormat.text

  @Option(
    help: ArgumentHelp(
      "Where the report goes. The file appears when it is complete.", valueName: "file"),
    completion: .file())
  var output = "-"

  @Option(
    help: ArgumentHelp("The most examples of each kind.", valueName: "number"))
  var examples = 5

  func validate() throws {
    guard examples >= 0 else { throw ValidationError("--examples must not be negative") }
  }

  /// Runs something long and writes its report. The place of the report is tried first: nobody
  /// wants to learn after minutes that it can't be written.
  func write(_ report: () throws -> [UInt8]) throws {
    let output = try InterruptCleanup.openOutput(path: output)
    do {
      try output.write(report())
    } catch {
      output.discard()
      throw error
    }
    try output.finish()
  }

  /// The number of threads where none is given.
  static var processorCount: Int { max(1, min(1024, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Reads a gold file, or names everything that is wrong with it.
  static func gold(_ path: String, text: String? = nil) throws -> GoldSet {
    do throws(GoldError) {
      let gold = try GoldSet(path: path, textPath: text)
      for warning in gold.warnings { StandardError.write(warning.rendered) }
      return gold
    } catch {
      for diagnostic in error.diagnostics { StandardError.write(diagnostic.rendered) }
      throw ExitStatus.unusableArguments
    }
  }
}

/// The labels of `--labels` where TIMEX3 types may stand beside classes.
struct ScoredLabelList {
  var labels: Set<String> = []

  private static let all =
    EntityLabel.allCases.map(\.rawValue) + [Timex.Kind.duration, .set].map(\.rawValue)

  /// Reads names between commas.
  init(_ argument: String) throws {
    for name in argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      guard Self.all.contains(name) else {
        let nearest = Spelling.nearest(to: name.uppercased(), among: Self.all)
        let advice =
          nearest.map { "did you mean \($0)?" }
          ?? "there are \(Self.all.joined(separator: ", "))"
        throw ValidationError("there is no label “\(name)”; \(advice)")
      }
      labels.insert(name)
    }
  }
}
