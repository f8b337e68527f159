import Testing

@Suite("The arguments of tanba")
struct ArgumentTests {
  @Test(
    "that can't be used end it with status 2 and say why, before anything is written",
    arguments: [
      (["extract", "--bogus"], "Unknown option '--bogus'"), (["bogus"], "bogus"),
      (["extract", "--labels", "PERSONS"], "did you mean PERSON?"),
      (["extract", "--labels", "XYZZY"], "there are ADAGE, ART, CARDINAL"),
      (["extract", "--labels", "DATE,"], "there is no label “”"),
      (["extract", "--reference-date", "2021-02-29"], "“2021-02-29” is no day of the calendar"),
      (["extract", "--reference-date", "today"], "“today” is no day of the calendar"),
      (
        ["extract", "--reference-date", "2021-01-01", "--reference-field", "d"],
        "exclude each other"
      ),
      (["extract", "--reference-field", "d", "a.txt"], "--input jsonl"),
      (["extract", "--text-field", "d", "--input", "lines"], "--input jsonl"),
      (["extract", "--format", "xml"], "Please provide one of the following:\n  - jsonl\n"),
      (["extract", "--format", "doccano", "--offsets", "utf8"], "doccano has its own unit"),
      (["extract", "--format", "html", "--no-text"], "--no-text is for jsonl"),
      (["extract", "--format", "tsv", "--report-repairs"], "--report-repairs is for jsonl"),
      (["extract", "--format", "brat"], "name a folder with --output"),
      (["extract", "--format", "brat", "--output", "/dev/null"], "/dev/null: Not a directory"),
      (["extract", "--format", "brat", "--output", "/nowhere/at"], "No such file or directory"),
      (["extract", "--offsets", "utf32"], "'scalar', 'utf16' or 'utf8'"),
      (["extract", "--convention", "half"], "'full' and 'kaznerd'"),
      (["extract", "--input", "html"], "'text', 'lines' or 'jsonl'"),
      (["extract", "--jobs", "0"], "--jobs must lie between 1 and 1024"),
      (["extract", "--jobs", "many"], "'many' is invalid for '--jobs"),
      (["extract", "-", "-"], "standard input can be read only once"),
      (["extract", "a.txt", ""], "an empty path names no file"),
      (["extract", "--output", "/nowhere/at/all"], "/nowhere/at/all: No such file or directory"),
      (["extract", "--output", "/tmp"], "/tmp: Is a directory"),
      (["extract", "--output", ""], "can't write to “”: No such file or directory"),
      (["extract", "--format", "brat", "--output", ""], "can't write to “”"),
    ])
  func areRefused(arguments: [String], message: String) throws {
    let outcome = try Command.run(arguments, in: Directory(), input: Array("text".utf8))
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.error.contains(message), "\(outcome.error)")
  }

  @Test("may be helped by a TANBA_RULES, which counts as unset where it is empty")
  func takeRulesFromEnvironment() throws {
    func version(_ rules: String) throws -> Command.Outcome {
      try Command.run(["rules", "list"], in: Directory(), environment: ["TANBA_RULES": rules])
    }
    #expect(try version("").status == 0)
    let missing = try version("/nowhere")
    #expect(missing.status == 3)
    #expect(missing.error.hasPrefix("/nowhere/main.rules: error: No such file or directory"))
  }

  @Test(
    "ask for help or the version, on standard output with status 0",
    arguments: [
      (["--help"], "extract"), ([], "SUBCOMMANDS"), (["extract", "--help"], "--reference-field"),
      (["help", "extract"], "--no-text"), (["--version"], "tanba "),
    ])
  func giveHelp(arguments: [String], message: String) throws {
    let outcome = try Command.run(arguments, in: Directory())
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(message))
    #expect(outcome.error == "")
  }
}
