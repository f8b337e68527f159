import ArgumentParser
import Glibc
import Tanba

/// `tanba extract`: text in, JSON Lines out.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Mark what texts name and write it as JSON Lines or for other tools.",
    discussion: """
      With jsonl, each document gives one line: {"id", "text", "offsets", "repairedEncoding", \
      "script", "scriptConfidence", "entities": [{"start", "end", "text", "label", "canonical", \
      "value", "unit", "canonicalCyrillic", "rule", "confidence", "ref", "candidates", \
      "expansion", "entity", "timex": {"type", "value", "mod", "begin", "end", "quant", "freq", \
      "zone", "edtf", "candidates"}}], "repairs"}, without the keys that have no value. The id is the document's own, else PATH or PATH:LINE. A byte order mark at the start \
      of an input belongs to no text.

      The other formats count as the tool does that reads them: prodigy, label-studio and brat in \
      Unicode scalars, doccano in UTF-16 units. brat writes two files a document into the folder of \
      --output. A document that failed has a record in jsonl and html only, and is named on \
      standard error in any case.
      """)

  @Argument(
    help: "Files to read; “-” is standard input.", completion: .file())
  var paths: [String] = ["-"]

  @Option(
    help: ArgumentHelp(
      "How inputs divide into documents: the whole input, its lines, or JSON objects.",
      discussion: "Without it, PATH.jsonl is read as jsonl and all else as text."))
  var input: InputFormat?

  @Option(
    help: "The field of JSON Lines that holds the text (default: text). Others pass through.")
  var textField: String?

  @Option(help: "How results are written.")
  var format = OutputFormat.jsonl

  @Option(
    help: ArgumentHelp(
      "Where results go, a folder for brat. A file appears when it is complete.",
      valueName: "file"),
    completion: .file())
  var output = "-"

  @Option(
    help: ArgumentHelp("The labels to report, as DATE,PERSON.", valueName: "labels"),
    transform: LabelList.init)
  var labels: LabelList?

  @Option(
    help: ArgumentHelp(
      "The day that “today” means in the texts. Without one, such dates have no value.",
      valueName: "YYYY-MM-DD"), transform: ReferenceDateArgument.init)
  var referenceDate: ReferenceDateArgument?

  @Option(
    help: ArgumentHelp(
      "The field of JSON Lines that holds each document's day: YYYY-MM-DD, or a time stamp that "
        + "begins so.", valueName: "field"))
  var referenceField: String?

  @Option(help: "Where spans end: as Tanba or as KazNERD has it.")
  var convention = ExtractionOptions.Convention.full

  @Option(
    help: "Which day an open date means, as a weekday or a day without its year, beside the text's."
  )
  var prefer: TemporalPreference?

  @Option(
    help: ArgumentHelp(
      "How dates are given out: as TIMEX3 values, or with EDTF (ISO 8601-2) beside them.",
      valueName: "format"))
  var dateFormat = ExtractionOptions.DateFormat.timex3

  @Option(
    help: ArgumentHelp(
      "The unit of offsets in jsonl and tsv: Unicode scalars (default), UTF-16 units, UTF-8 bytes.",
      valueName: "unit"))
  var offsets: OffsetUnit?

  @Option(
    help: ArgumentHelp(
      "The alphabet of the texts, as latn-2021, arab or cyrl (default: auto, each text tells).",
      valueName: "alphabet"))
  var script: String?

  @Option(
    help: ArgumentHelp("A directory of rules; may be repeated.", valueName: "dir"),
    completion: .directory)
  var rules: [String] = []

  @Option(
    help: """
      The number of threads, one a processor at most and by default. The output is the same.
      """)
  var jobs: Int?

  @Flag(
    help: """
      List what was read otherwise than it is written: "repairs": [{"start", "end", "text", \
      "repaired", "kind"}].
      """)
  var reportRepairs = false

  @Flag(help: "Have ICU cut every text as a whole: the same results by the plain path, slower.")
  var referencePath = false

  @Flag(
    help: """
      Read texts that are UTF-8 read as windows-1251 or Latin-1 as what they were. “text” is then \
      the repaired text, offsets count in it, and “repairedEncoding” names the encoding.
      """)
  var repairMojibake = false

  @Flag(help: "Leave the documents' texts out of jsonl; entities keep theirs.")
  var noText = false

  private var files: [InputFile] { paths.map { InputFile(path: $0, format: input) } }

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs must lie between 1 and 1024")
    }
    try validate(inputs: paths)
    if referenceDate != nil, referenceField != nil {
      throw ValidationError("--reference-date and --reference-field exclude each other")
    }
    if prefer != nil, referenceDate == nil, referenceField == nil {
      throw ValidationError("--prefer needs --reference-date or --reference-field")
    }
    let hasJSONLines = files.contains { $0.format == .jsonl }
    for (option, value) in [("text-field", textField), ("reference-field", referenceField)]
    where value != nil && !hasJSONLines {
      throw ValidationError("--\(option) is for JSON Lines: add --input jsonl")
    }
    if offsets != nil, !format.hasOffsetUnits {
      throw ValidationError("--offsets is for jsonl and tsv: \(format.rawValue) has its own unit")
    }
    if noText, !format.hasOptionalText { throw ValidationError("--no-text is for jsonl") }
    if reportRepairs, format != .jsonl { throw ValidationError("--report-repairs is for jsonl") }
    if format.isFolder, output == "-" {
      throw ValidationError("\(format.rawValue) writes files: name a folder with --output")
    }
    if let textField, textField == referenceField {
      throw ValidationError("--text-field and --reference-field name the same field")
    }
  }

  func run() throws {
    let pipeline = try makePipeline(
      options: ExtractionOptions(
        convention: convention, labels: labels?.labels, rulesDirectories: rules,
        script: script, reportsRepairs: reportRepairs, dateFormat: dateFormat,
        preference: prefer, usesReferencePath: referencePath))
    let output = try ExtractOutput(path: output, format: format)
    // Threads only compute: more than there are processors would take memory and give nothing.
    let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let runner = Runner(pipeline: pipeline, jobs: min(jobs ?? 1024, processors))
    let decoder = RecordDecoder(
      textField: textField ?? "text", referenceField: referenceField,
      referenceDate: referenceDate?.date, repairsMojibake: repairMojibake)
    var hasFailures = false
    try runner.run(
      InputReader(files), decoder: decoder,
      encoder: format.encoder(offsets: offsets ?? .scalar, includesText: !noText)
    ) { result in
      for warning in result.warnings { StandardError.report(warning.description) }
      for failure in result.failures { StandardError.report(failure.description) }
      hasFailures = hasFailures || !result.failures.isEmpty
      do throws(OutputFailure) {
        try output.write(result.buffer)
      } catch {
        // At once: another thread may be waiting for input that nobody will use.
        output.discard()
        ExitStatus.end(with: error)
      }
    }
    try output.finish()
    if hasFailures { throw ExitStatus.someDocumentsFailed }
  }
}
