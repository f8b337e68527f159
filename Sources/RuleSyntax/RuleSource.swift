import TextModel

/// All files of a rule set, parsed.
public struct RuleSource: Sendable {
  /// The rule files, in the order in which they were read; places point into it.
  public var files: [SourceFile] = []
  /// The names of the phases, in order.
  public var phases: [String] = []
  /// The lexicons: name and path.
  public var lexicons: [Resource] = []
  /// Other files that the rule set uses, by what they are for.
  public var resources: [Resource] = []
  /// Named patterns.
  public var definitions: [String: Definition] = [:]
  /// The rules, in file order.
  public var rules: [RuleDeclaration] = []
  /// The date that examples are read against, as `YYYY-MM-DD`.
  public var exampleReference: String?
  /// What is likely wrong and does not stop the rules from being used.
  public var warnings: [Diagnostic] = []

  /// A file named in a rule file.
  public struct Resource: Hashable, Sendable {
    /// The lexicon's name, or what the file is for.
    public var name: String
    /// The path below the rule folder.
    public var path: String
    /// The rule folder: 0 for the first, 1 for the one that is laid over it, and so on.
    public var layer: Int
    /// Where it is named.
    public var place: Place
  }

  /// A named pattern.
  public struct Definition: Sendable {
    /// The names that stand for patterns which a reference gives.
    public var parameters: [String]
    /// What the name stands for.
    public var pattern: Pattern
    /// Where the name is defined.
    public var place: Place
  }

  /// Creates an empty source.
  public init() {}

  /// A finding at a place in one of the files.
  public func diagnostic(
    _ severity: Diagnostic.Severity = .error, _ message: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(severity, message, in: files[place.file], at: place.range)
  }

  /// A place as `file:line`.
  public func describe(_ place: Place) -> String {
    let file = files[place.file]
    return "\(file.name):\(file.position(at: place.range.lowerBound).line)"
  }
}
