import RuleSyntax
import Synchronization
import TextModel

/// The rules of a rule set as they are written: parsed when first asked for where the compiled ones
/// came from the cache, since texts are read without them.
final class ParsedRules: Sendable {
  /// The files of each rule folder, by their path below it.
  private let files: [[String: SourceFile]]
  private let known: Mutex<RuleSource?>

  init(_ source: RuleSource?, folders: [RuleFolder]) {
    files = source == nil ? folders.map(\.files) : []
    known = Mutex(source)
  }

  var source: RuleSource {
    known.withLock { known in
      if let known { return known }
      let readers = files.map { Self.reader(of: $0) }
      // The very bytes were parsed before, when the cache was made.
      guard let source = try? RuleParser.parse(RuleSet.mainFile, layers: readers) else {
        preconditionFailure("rules that could be parsed before")
      }
      known = source
      return source
    }
  }

  private static func reader(of files: [String: SourceFile]) -> RuleParser.Loader {
    func read(_ path: String) throws(Diagnostic) -> SourceFile {
      guard let file = files[path] else { throw Diagnostic("not read", file: path) }
      return file
    }
    return read
  }
}
