import ICUText
import RuleSyntax
import TextModel

/// The files that a rule set uses beside its rules, by what they are for.
struct RuleResources {
  private let source: RuleSource
  private var used: [(resource: RuleSource.Resource, file: SourceFile)] = []
  /// The lexicons, in the order in which the rule set names them.
  private(set) var lexicons: [(resource: RuleSource.Resource, file: SourceFile)] = []
  /// The alphabets, in the order of their tables.
  private(set) var writingSystems: [WritingSystem] = []
  /// The files that can't be read, and those that nothing uses.
  private(set) var findings: [Diagnostic] = []

  private static let purposes = [
    "words", "sentences", "fold", "roman", "digits", "lost-letters", "split-endings", "split-words",
    "glued-words", "caseless", "alphabets", "morphology",
  ]

  /// Reads all files.
  init(source: RuleSource, folders: [RuleFolder]) {
    self.source = source
    for resource in source.resources {
      guard Self.purposes.contains(resource.name) else {
        let hint = NearestName.hint(resource.name, among: Self.purposes)
        findings.append(
          source.diagnostic(
            .error, "nothing uses a file for \"\(resource.name)\"\(hint)", at: resource.place))
        continue
      }
      guard let file = load(resource, folders) else { continue }
      used.append((resource, file))
      guard resource.name == "alphabets" else { continue }
      do throws(DiagnosticList) {
        writingSystems += try WritingSystem.all(in: file, load: folders[resource.layer].reader)
      } catch {
        findings += error.diagnostics
      }
    }
    for resource in source.lexicons {
      if let file = load(resource, folders) { lexicons.append((resource, file)) }
    }
  }

  private mutating func load(
    _ resource: RuleSource.Resource, _ folders: [RuleFolder]
  ) -> SourceFile? {
    do throws(Diagnostic) {
      return try folders[resource.layer].file(resource.path)
    } catch {
      findings.append(
        source.diagnostic(
          .error, "can't read \"\(resource.path)\": \(error.message)", at: resource.place))
      return nil
    }
  }

  /// Compiles every file of every alphabet, to find the faults that a text would find later.
  func checkAlphabets(_ findings: inout [Diagnostic]) {
    var seen: Set<String> = []
    for file in writingSystems.flatMap({ $0.read + $0.write })
    where seen.insert(file.name).inserted {
      do throws(ICUError) {
        _ = try TransliterationRules(source: file)
      } catch {
        findings.append(error.diagnostic)
      }
    }
  }

  /// All files for a purpose, in order.
  func files(_ purpose: String) -> [SourceFile] {
    used.filter { $0.resource.name == purpose }.map(\.file)
  }

  /// The break rules for a purpose, of which the compiled form may be kept: one file, that of the last folder which names one.
  func breakRules(
    _ purpose: String, _ kept: PlainRow<UInt8>?, _ findings: inout [Diagnostic]
  ) -> BreakRules? {
    let candidates = used.filter { $0.resource.name == purpose }
    let layer = candidates.map(\.resource.layer).max()
    let files = candidates.filter { $0.resource.layer == layer }
    guard files.count == 1 else {
      // A file that can't be read has its finding already.
      if files.isEmpty, source.resources.contains(where: { $0.name == purpose }) { return nil }
      let message = "a rule set has one file for \"\(purpose)\": use \(purpose) \"path\""
      if let main = source.files.first {
        findings.append(Diagnostic(.error, message, in: main, line: 0))
      }
      return nil
    }
    if let kept {
      do throws(ICUError) { return try BreakRules(compiled: kept) } catch {}
    }
    do throws(ICUError) {
      return try BreakRules(source: files[0].file)
    } catch {
      findings.append(error.diagnostic)
      return nil
    }
  }

  /// All transliteration rules for a purpose.
  ///
  /// - Parameter isChecked: they were checked before.
  func transliteration(
    _ purpose: String, isChecked: Bool, _ findings: inout [Diagnostic]
  ) -> [TransliterationRules] {
    var rules: [TransliterationRules] = []
    for file in files(purpose) {
      if isChecked {
        rules.append(TransliterationRules(checked: file))
        continue
      }
      do throws(ICUError) {
        rules.append(try TransliterationRules(source: file))
      } catch {
        findings.append(error.diagnostic)
      }
    }
    return rules
  }
}
