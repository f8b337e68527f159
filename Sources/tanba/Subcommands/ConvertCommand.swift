import ArgumentParser
import Tanba

/// `tanba convert`: texts from one alphabet to another.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write texts in another alphabet.",
    discussion: """
      The alphabets are those of the rule set: cyrl, latn-2021, latn-2018, latn-2017, latn-turkic, \
      latn-acute, latn-w, latn-gh, latn-bgn (to write only) and arab. What an alphabet can't write \
      is restored as far as the lexicons know the word. Each line is converted by itself; foreign \
      words stay as they are.
      """)

  @Argument(help: "Files to read; “-” is standard input.", completion: .file())
  var paths: [String] = ["-"]

  @Option(help: ArgumentHelp("The alphabet to write.", valueName: "alphabet"))
  var to: String

  @Option(
    help: ArgumentHelp(
      "The alphabet of the texts (default: each line tells).", valueName: "alphabet"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "Where results go. The file appears when it is complete.", valueName: "file"),
    completion: .file())
  var output = "-"

  @Option(
    help: ArgumentHelp("A directory of rules; may be repeated.", valueName: "dir"),
    completion: .directory)
  var rules: [String] = []

  func validate() throws { try validate(inputs: paths) }

  func run() throws {
    let rules = try RuleSet(folders: RulesLocation.folders(rules))
    let converter = try TextConverter(rules: rules, to: to, from: from)
    let output = try InterruptCleanup.openOutput(path: output)
    let worker = Worker()
    let reader = InputReader(paths.map { InputFile(path: $0, format: .lines) })
    let decoder = RecordDecoder(textField: "text", referenceField: nil, referenceDate: nil)
    var hasFailures = false
    while let pieces = reader.next() {
      var lines: [UInt8] = []
      for piece in pieces {
        decoder.decode(piece) { record in
          do {
            lines += try converter.convert(record.document.get().source, with: worker)
          } catch {
            hasFailures = true
            StandardError.report("\(error)")
          }
          // A line that failed keeps its place; a file that failed has none.
          if record.place.line != nil { lines.append(UInt8(ascii: "\n")) }
        }
      }
      do throws(OutputFailure) {
        try output.write(lines)
      } catch {
        output.discard()
        ExitStatus.end(with: error)
      }
    }
    try output.finish()
    if hasFailures { throw ExitStatus.someDocumentsFailed }
  }
}
