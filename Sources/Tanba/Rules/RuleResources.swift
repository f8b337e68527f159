import ICUText
import RuleSyntax
import TextModel

/// The files that a rule set uses beside its rules, by what they are for.
struct RuleResources {
  let source: RuleSource
  let loader: RuleFolder

  /// A file that the rule set names.
  func load(_ resource: RuleSource.Resource) throws(DiagnosticList) -> SourceFile {
    do throws(Diagnostic) {
      return try loader.file(resource.path)
    } catch {
      throw DiagnosticList([
        source.diagnostic(
          .error, "can't read \"\(resource.path)\": \(error.message)", at: resource.place)
      ])
    }
  }

  /// All files for a purpose.
  func files(_ purpose: String, _ findings: inout [Diagnostic]) -> [SourceFile] {
    var files: [SourceFile] = []
    for resource in source.resources where resource.name == purpose {
      do throws(DiagnosticList) {
        files.append(try load(resource))
      } catch {
        findings += error.diagnostics
      }
    }
    return files
  }

  /// The one file for a purpose, compiled.
  func one<Compiled>(
    _ purpose: String, _ findings: inout [Diagnostic],
    compile: (SourceFile) throws(ICUError) -> Compiled
  ) -> Compiled? {
    let files = files(purpose, &findings)
    guard files.count == 1 else {
      let message = "a rule set has one file for \"\(purpose)\": use \(purpose) \"path\""
      if let main = source.files.first, files.isEmpty || files.count > 1 {
        findings.append(Diagnostic(.error, message, in: main, line: 0))
      }
      return nil
    }
    do throws(ICUError) {
      return try compile(files[0])
    } catch {
      findings.append(error.diagnostic)
      return nil
    }
  }

  /// All transliteration rules for a purpose, checked.
  func all(_ purpose: String, _ findings: inout [Diagnostic]) -> [TransliterationRules] {
    var rules: [TransliterationRules] = []
    for file in files(purpose, &findings) {
      do throws(ICUError) {
        rules.append(try TransliterationRules(source: file))
      } catch {
        findings.append(error.diagnostic)
      }
    }
    return rules
  }

  /// Reports files for purposes that nothing knows.
  func refuseUnknown(besides known: [String], _ findings: inout [Diagnostic]) {
    for resource in source.resources where !known.contains(resource.name) {
      let hint = NearestName.hint(resource.name, among: known)
      findings.append(
        source.diagnostic(
          .error, "nothing uses a file for \"\(resource.name)\"\(hint)", at: resource.place))
    }
  }
}
