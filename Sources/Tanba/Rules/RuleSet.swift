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
  /// Findings that do not stop the rule set from being used; empty where none were looked for.
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

  var repairPhases: [Int] {
    Array(0..<(source.phases.firstIndex(of: Self.repairPhase).map { $0 + 1 } ?? 0))
  }

  /// The phases that find mentions as a convention has them.
  func findingPhases(_ convention: ExtractionOptions.Convention) -> [Int] {
    (repairPhases.count..<source.phases.count).filter {
      source.conventions[$0].map { $0.name == convention.rawValue } ?? true
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
    let digest = RuleDigest()
    let loaders = folders.map { RuleFolder(path: $0, digest: digest) }
    let source = try RuleParser.parse(Self.mainFile, layers: loaders.map(\.reader))
    let files = RuleResources(source: source, loaders: loaders)
    // All files are read: the digest is that of the whole rule set.
    let cache = RuleCache(folders: folders, digest: digest.hash, reads: !findsWarnings)
    var findings = files.findings
    let wordBreaks = files.breakRules("words", cache, &findings)
    let sentenceBreaks = files.breakRules("sentences", cache, &findings)
    let folding = files.transliteration("fold", cache, &findings)
    let roman = files.transliteration("roman", cache, &findings).last
    let digits = files.transliteration("digits", cache, &findings).last
    var lostLetters: [LostLetters] = []
    for file in files.files("lost-letters") {
      do throws(DiagnosticList) {
        lostLetters.append(try LostLetters(file: file))
      } catch {
        findings += error.diagnostics
      }
    }
    var splits = SplitWords()
    var caselessNames: CaselessNames?
    do throws(DiagnosticList) {
      for file in files.files("caseless") { caselessNames = try CaselessNames(file: file) }
      for file in files.files("split-endings") { try splits.addEndings(from: file) }
      for file in files.files("split-words") { try splits.addWords(from: file) }
    } catch {
      findings += error.diagnostics
    }
    if !cache.isFilled { files.checkAlphabets(&findings) }
    var morphology: Morphology?
    do throws(DiagnosticList) {
      morphology = try Morphology.compile(files.files("morphology"))
    } catch {
      findings += error.diagnostics
    }
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
    guard findings.isEmpty, let wordBreaks, let sentenceBreaks, let morphology else {
      throw DiagnosticList(findings)
    }
    let words = WordResources(
      morphology: morphology, folding: folding, roman: roman, digits: digits,
      lostLetters: lostLetters.last, splits: splits, caselessNames: caselessNames,
      simpleFolds: cache.simpleFolds)
    let tokenizer = LazyTokenizer(words: words, breaks: wordBreaks)
    let environment = Self.environment(morphology, tokenizer, findsWarnings: findsWarnings)
    if let record = cache.program,
      let restored = RuleCompiler.restore(
        source, lexicons: lexicons, environment: environment, record: record)
    {
      program = restored
    } else {
      program = try RuleCompiler.compile(source, lexicons: lexicons, environment: environment)
      if let error = tokenizer.failure { throw DiagnosticList([error.diagnostic]) }
      cache.update(
        words: wordBreaks, sentences: sentenceBreaks, simpleFolds: words.simpleFolds,
        program: program)
    }
    place = folders.joined(separator: " + ")
    self.digest = digest.text
    exampleReference = source.exampleReference.flatMap { Document.ReferenceDate(iso8601: $0) }
    warnings = program.warnings
    self.source = source
    self.words = words
    self.writingSystems = WritingSystems(files.writingSystems)
    self.wordBreaks = wordBreaks
    self.sentenceBreaks = sentenceBreaks
  }

  /// The rule files of rule folders, read and parsed but not compiled.
  ///
  /// - Throws: every finding of the parser.
  public static func ruleFiles(folders: [String]) throws(DiagnosticList) -> [SourceFile] {
    let loaders = folders.map { RuleFolder(path: $0) }
    return try RuleParser.parse(mainFile, layers: loaders.map(\.reader)).files
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
    _ morphology: Morphology, _ tokenizer: LazyTokenizer, findsWarnings: Bool
  ) -> RuleEnvironment {
    var features: [String: FeatureSet] = [:]
    for name in morphology.featureNames { features[name] = morphology.feature(named: name) }
    return RuleEnvironment(
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
  }

  /// Names share a layer, times and numbers share one; each internal label is its own.
  private static func layer(ofLabel label: String) -> String {
    if EntityLabel.values.contains(where: { $0.rawValue == label }) { return "values" }
    return label.first?.isUppercase == true ? "names" : label
  }
}
