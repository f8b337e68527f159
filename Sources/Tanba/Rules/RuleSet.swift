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
  /// The rules as written, with their examples. Parsed at the first call where the rule set came
  /// from the cache: some milliseconds.
  public var source: RuleSource { rules.source }
  /// The names of the phases, in order.
  public let phases: [String]
  /// The compiled rules.
  public let program: RuleProgram
  /// The day that examples are read against.
  public let exampleReference: Document.ReferenceDate?
  /// Findings that do not stop the rule set from being used; empty where none were looked for.
  public let warnings: [Diagnostic]

  private let rules: ParsedRules
  /// The convention that each phase is for; nil for a phase that always runs.
  private let phaseConventions: [String?]
  let words: WordResources
  let writingSystems: WritingSystems
  let wordBreaks: BreakRules
  let sentenceBreaks: BreakRules
  let workerKey = ScratchKey<WorkerWords>()
  private let madeStems: SharedOnce<TypedStems>

  /// The listed words by what is left of them without the letters that a keyboard may lack.
  func typedStems(without letters: LostLetters) -> TypedStems {
    madeStems.value { Self.typedStems(program, letters) }
  }

  private static func typedStems(_ program: RuleProgram, _ letters: LostLetters) -> TypedStems {
    TypedStems(program, letters, shortest: LetterRestorer.shortestStem)
  }

  /// The file that a rule folder begins with.
  public static let mainFile = "main.rules"

  /// Phases before this name's end join tokens; they run before the others.
  private static let repairPhase = "repair"

  var repairPhases: [Int] {
    Array(0..<(phases.firstIndex(of: Self.repairPhase).map { $0 + 1 } ?? 0))
  }

  /// The phases that find mentions as a convention has them.
  func findingPhases(_ convention: ExtractionOptions.Convention) -> [Int] {
    (repairPhases.count..<phases.count).filter {
      phaseConventions[$0].map { $0 == convention.rawValue } ?? true
    }
  }

  /// The conventions in which a phase runs.
  public func conventions(ofPhase phase: Int) -> [ExtractionOptions.Convention] {
    ExtractionOptions.Convention.allCases.filter { findingPhases($0).contains(phase) }
  }

  /// Reads and compiles a rule folder.
  ///
  /// - Throws: every finding of the run, with file, line and column.
  public init(folder: String) throws(DiagnosticList) { try self.init(folders: [folder]) }

  /// Reads and compiles rule folders, each laid over those before it.
  ///
  /// What takes long is kept in the user's cache folder, and taken from there where no file has
  /// changed since.
  ///
  /// - Parameter findsWarnings: look for what is likely wrong as well, and take nothing from the
  ///   cache: for those who work on rules.
  /// - Throws: every finding of the run, with file, line and column.
  public init(folders: [String], findsWarnings: Bool = false) throws(DiagnosticList) {
    let cache = RuleCache(folders: folders)
    if !findsWarnings, let kept = Self(kept: cache, folders) {
      self = kept
    } else {
      try self.init(compiling: folders, cache, findsWarnings: findsWarnings)
    }
  }

  /// Takes a rule set from its cache; nil where that does not fit.
  private init?(kept cache: RuleCache, _ paths: [String]) {
    let folders = paths.map { RuleFolder(path: $0) }
    guard let kept = cache.contents(of: folders) else { return nil }
    let files = RuleResources(source: kept.outline, folders: folders)
    var findings = files.findings
    guard let parts = LanguageParts(files, kept: kept, &findings),
      let program = try? RuleProgram(
        record: kept.program, files: files.lexicons.map(\.file),
        environment: Self.environment(parts, findsWarnings: false).environment)
    else { return nil }
    let stems = try? TypedStems(record: kept.typedStems, of: program)
    self.init(kept.outline, parsed: nil, parts, program, stems, folders)
  }

  private init(
    compiling paths: [String], _ cache: RuleCache, findsWarnings: Bool
  ) throws(DiagnosticList) {
    let folders = paths.map { RuleFolder(path: $0) }
    let source = try RuleParser.parse(Self.mainFile, layers: folders.map(\.reader))
    let files = RuleResources(source: source, folders: folders)
    var findings = files.findings
    let parts = LanguageParts(files, kept: nil, &findings)
    var lexicons: [Lexicon] = []
    for (resource, file) in files.lexicons {
      do throws(DiagnosticList) {
        lexicons.append(
          try Lexicon(name: resource.name, file: file, findsWarnings: findsWarnings))
      } catch {
        findings += error.diagnostics
      }
    }
    for convention in source.conventions.compactMap({ $0 })
    where ExtractionOptions.Convention(rawValue: convention.name) == nil {
      let known = ExtractionOptions.Convention.allCases.map(\.rawValue)
      let hint = NearestName.hint(convention.name, among: known)
      findings.append(
        source.diagnostic(
          .error, "no convention is called \"\(convention.name)\"\(hint)", at: convention.place))
    }
    guard findings.isEmpty, let parts else { throw DiagnosticList(findings) }
    let (environment, tokenizer) = Self.environment(parts, findsWarnings: findsWarnings)
    let program = try RuleCompiler.compile(source, lexicons: lexicons, environment: environment)
    if let error = tokenizer.failure { throw DiagnosticList([error.diagnostic]) }
    // One that was made with warnings is the same program, but has them in it.
    var stems: TypedStems?
    if !findsWarnings {
      stems = parts.words.lostLetters.map { Self.typedStems(program, $0) }
      cache.keep(source, parts, program, stems, of: folders)
    }
    self.init(
      source, parsed: source, parts, program, stems, folders,
      warnings: findsWarnings ? Self.unknownLabels(source) : [])
  }

  /// A warning for each rule whose label looks like a class and is none, so that no option can ask
  /// for what it finds.
  private static func unknownLabels(_ source: RuleSource) -> [Diagnostic] {
    source.rules.compactMap { rule in
      guard rule.label.first?.isUppercase == true, EntityLabel(rawValue: rule.label) == nil else {
        return nil
      }
      let hint = EntityLabel.nearest(to: rule.label).map { "; did you mean “\($0.rawValue)”?" }
      return source.diagnostic(
        .warning, "“\(rule.label)” is none of KazNERD's classes\(hint ?? "")", at: rule.place)
    }
  }

  private init(
    _ outline: RuleSource, parsed: RuleSource?, _ parts: LanguageParts, _ program: RuleProgram,
    _ stems: TypedStems?, _ folders: [RuleFolder], warnings: [Diagnostic] = []
  ) {
    place = folders.map(\.path).joined(separator: " + ")
    let digest = RuleDigest()
    for folder in folders { digest.add(Array(folder.digest.text.utf8)) }
    self.digest = digest.text
    exampleReference = outline.exampleReference.flatMap { Document.ReferenceDate(iso8601: $0) }
    phases = outline.phases
    phaseConventions = outline.conventions.map { $0?.name }
    rules = ParsedRules(parsed, folders: folders)
    self.program = program
    madeStems = SharedOnce(stems)
    self.warnings = program.warnings + warnings
    words = parts.words
    writingSystems = parts.writingSystems
    wordBreaks = parts.wordBreaks
    sentenceBreaks = parts.sentenceBreaks
  }

  /// The rule files of rule folders, read and parsed but not compiled.
  ///
  /// - Throws: every finding of the parser.
  public static func ruleFiles(folders: [String]) throws(DiagnosticList) -> [SourceFile] {
    let folders = folders.map { RuleFolder(path: $0) }
    return try RuleParser.parse(mainFile, layers: folders.map(\.reader)).files
  }

  /// A rule file in the one canonical layout.
  ///
  /// - Throws: what keeps the file from being read.
  public static func formatted(_ file: SourceFile) throws(DiagnosticList) -> [UInt8] {
    try RuleFormatter.format(file)
  }

  /// Every function that values may call, by name.
  public static let functions: [String: ValueFunction] =
    TemporalFunctions.all.merging(NumericFunctions.all) { $1 }

  private static func environment(
    _ parts: LanguageParts, findsWarnings: Bool
  ) -> (environment: RuleEnvironment, tokenizer: LazyTokenizer) {
    let morphology = parts.words.morphology
    let tokenizer = LazyTokenizer(words: parts.words, breaks: parts.wordBreaks)
    var features: [String: FeatureSet] = [:]
    for name in morphology.featureNames { features[name] = morphology.feature(named: name) }
    let environment = RuleEnvironment(
      tokens: { tokenizer.tokens(of: $0) },
      findsWarnings: findsWarnings, features: features,
      inflectional: morphology.inflectionalFeatures, functions: functions,
      layer: Self.layer(ofLabel:),
      resultType: { clause, label in
        guard clause == "value" else { return .text }
        if label.hasPrefix("number") { return .number }
        if EntityLabel.numeric.contains(where: { $0.rawValue == label }) { return .measure }
        return label.first?.isUppercase == true || label.hasPrefix("time") ? .temporal : .integer
      })
    return (environment, tokenizer)
  }

  /// Names share a layer, times and numbers share one; each internal label is its own.
  private static func layer(ofLabel label: String) -> String {
    if EntityLabel.values.contains(where: { $0.rawValue == label }) { return "values" }
    return label.first?.isUppercase == true ? "names" : label
  }
}
