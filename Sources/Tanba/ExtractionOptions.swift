/// What the caller may choose about an extraction.
public struct ExtractionOptions: Sendable {
  /// Where spans end, and whether a time may lie inside a name.
  public enum Convention: String, CaseIterable, Sendable {
    /// Tanba's own: times may lie inside names.
    case full
    /// KazNERD's: the longer span wins and nothing nests.
    case kaznerd
  }

  /// Where spans end.
  public var convention: Convention
  /// The labels to report; nil for all.
  public var labels: Set<EntityLabel>?
  /// The alphabet of the texts by its name or tag; nil where each text tells. The name `cyrl` stands
  /// for the alphabet of the rules: nothing is read in another.
  public var script: String?
  /// Whether documents list what was repaired in them.
  public var reportsRepairs: Bool
  /// The rule set's directories; empty where the rule set is to be looked up.
  public var rulesDirectories: [String]

  /// Creates options.
  public init(
    convention: Convention = .full, labels: Set<EntityLabel>? = nil,
    rulesDirectories: [String] = [],
    script: String? = nil, reportsRepairs: Bool = false
  ) {
    self.convention = convention
    self.labels = labels
    self.rulesDirectories = rulesDirectories
    self.script = script
    self.reportsRepairs = reportsRepairs
  }
}
