import ArgumentParser
import Evaluation
import Tanba

/// A corpus as an argument, held in memory as a whole.
struct CorpusOptions: ParsableArguments {
  @Argument(help: "Files to measure on.", completion: .file())
  var corpus: [String]

  @Option(
    help: ArgumentHelp(
      "How inputs divide into documents: the whole input, its lines, or JSON objects.",
      discussion: "Without it, PATH.jsonl is read as jsonl and all else as text."))
  var input: InputFormat?

  @Option(help: "The field of JSON Lines that holds the text.")
  var textField = "text"

  @Option(
    help: ArgumentHelp("The day that “today” means.", valueName: "YYYY-MM-DD"),
    transform: ReferenceDateArgument.init)
  var referenceDate: ReferenceDateArgument?

  func validate() throws { try validate(inputs: corpus) }

  /// The inputs, with how each is read.
  var files: [InputFile] { corpus.map { InputFile(path: $0, format: input) } }

  /// Reads everything; documents that can't be read are named on standard error.
  func read() throws -> BenchmarkCorpus {
    let decoder = RecordDecoder(textField: textField, referenceDate: referenceDate?.date)
    let texts = BenchmarkCorpus(files, decoder: decoder)
    for failure in texts.failures { StandardError.report(failure.description) }
    guard texts.byteCount > 0 else {
      StandardError.report("there is no text in \(texts.name)")
      throw ExitStatus.unusableArguments
    }
    return texts
  }
}
