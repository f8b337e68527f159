import ICUText
import Morphology
import RuleEngine
import RuleSyntax
import TextModel

/// A rule folder, read and compiled: immutable, shared by all workers.
public struct RuleSet: Sendable {
  /// The folder that it was read from.
  public let place: String
  /// A digest of all files that it was made of, 16 hexadecimal digits.
  public let digest: String
  /// The rules as written, with their examples.
  public let source: RuleSource
  /// The compiled rules.
  public let program: RuleProgram
  /// The day that examples are read against.
  public let exampleReference: Document.ReferenceDate?
  /// Findings that do not stop the rule set from being used.
  public let warnings: [Diagnostic]

  let words: WordResources
  let writingSystems: WritingSystems
  let wordBreaks: BreakRules
  let sentenceBreaks: BreakRules
  let workerKey = ScratchKey<WorkerWords>()

  /// The file that a rule folder begins with.
  public static let mainFile = "main.rules"

  /// Phases before this name's end join tokens; they run before the others.
  private static let repairPhase = "repair"

  var repairPhases: Range<Int> {
    0..<(source.phases.firstIndex(of: Self.repairPhase).map { $0 + 1 } ?? 0)
  }

  var findingPhases: Range<Int> { repairPhases.upperBound..<source.phases.count }

  /// Reads and compiles a rule folder.
  ///
  /// - Throws: every finding of the run, with file, line and column.
  public init(folder: String) throws(DiagnosticList) {
    let loader = RuleFolder(path: folder)
    let source = try RuleParser.parse(Self.mainFile) { path throws(Diagnostic) in
      try loader.file(path)
    }
    var findings: [Diagnostic] = []
    let files = RuleResources(source: source, loader: loader)
    let wordBreaks = files.one("words", &findings) { file throws(ICUError) in
      try BreakRules(source: file)
    }
    let sentenceBreaks = files.one("sentences", &findings) { file throws(ICUError) in
      try BreakRules(source: file)
    }
    let folding = files.all("fold", &findings)
    let roman = files.all("roman", &findings).first
    var writingSystems: [WritingSystem] = []
    for file in files.files("alphabets", &findings) {
      do throws(DiagnosticList) {
        writingSystems += try WritingSystem.all(in: file) { path throws(Diagnostic) in
          try loader.file(path)
        }
      } catch {
        findings += error.diagnostics
      }
    }
    var morphology: Morphology?
    do throws(DiagnosticList) {
      morphology = try Morphology.compile(files.files("morphology", &findings))
    } catch {
      findings += error.diagnostics
    }
    var lexicons: [Lexicon] = []
    for resource in source.lexicons {
      do throws(DiagnosticList) {
        let file = try files.load(resource)
        lexicons.append(try Lexicon(name: resource.name, file: file))
      } catch {
        findings += error.diagnostics
      }
    }
    files.refuseUnknown(
      besides: ["words", "sentences", "fold", "roman", "alphabets", "morphology"], &findings)
    guard findings.isEmpty, let wordBreaks, let sentenceBreaks, let morphology else {
      throw DiagnosticList(findings)
    }
    let words = WordResources(
      morphology: morphology, folding: folding, roman: roman)
    let tokenizer: FormTokenizer
    do throws(ICUError) {
      tokenizer = try FormTokenizer(words: words, breaks: wordBreaks)
    } catch {
      throw DiagnosticList([error.diagnostic])
    }
    program = try Self.compile(source, lexicons, morphology, tokenizer)
    place = folder
    digest = loader.digest
    exampleReference = source.exampleReference.flatMap { Document.ReferenceDate(iso8601: $0) }
    warnings = []
    self.source = source
    self.words = words
    self.writingSystems = WritingSystems(writingSystems)
    self.wordBreaks = wordBreaks
    self.sentenceBreaks = sentenceBreaks
  }

  private static func compile(
    _ source: RuleSource, _ lexicons: [Lexicon], _ morphology: Morphology,
    _ tokenizer: FormTokenizer
  ) throws(DiagnosticList) -> RuleProgram {
    var features: [String: FeatureSet] = [:]
    for name in morphology.featureNames { features[name] = morphology.feature(named: name) }
    let environment = RuleEnvironment(
      tokens: { tokenizer.tokens(of: $0) }, features: features,
      inflectional: morphology.inflectionalFeatures, functions: TemporalFunctions.all,
      layer: Self.layer(ofLabel:),
      resultType: { clause, label in
        guard clause == "value" else { return .text }
        return label.first?.isUppercase == true || label.hasPrefix("time") ? .temporal : .integer
      })
    return try RuleCompiler.compile(source, lexicons: lexicons, environment: environment)
  }

  /// Names share a layer, times share one; each internal label is its own.
  private static func layer(ofLabel label: String) -> String {
    if label == EntityLabel.date.rawValue || label == EntityLabel.time.rawValue { return "times" }
    return label.first?.isUppercase == true ? "names" : label
  }
}
