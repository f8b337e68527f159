import Temporal

/// What the caller may choose about an extraction.
public struct ExtractionOptions: Sendable {
  /// Where spans end, and whether a time may lie inside a name.
  public enum Convention: String, CaseIterable, Sendable {
    /// Tanba's own: times may lie inside names.
    case full
    /// KazNERD's: the longer span wins and nothing nests.
    case kaznerd
  }

  /// How dates are given out.
  public enum DateFormat: String, CaseIterable, Sendable {
    /// As TIMEX3 values.
    case timex3
    /// In EDTF as well, where that has a form for them.
    case edtf
  }

  /// Where spans end.
  public var convention: Convention
  /// The labels to report; nil for all.
  public var labels: Set<EntityLabel>?
  /// The alphabet of the texts by its name or tag; nil where each text tells. The name `cyrl` stands
  /// for the alphabet of the rules: nothing is read in another.
  public var script: String?
  /// How dates are given out.
  public var dateFormat: DateFormat
  /// Which reading of an open date to take, where there is a reference date; nil to leave it open.
  public var preference: TemporalPreference?
  /// Whether documents list what was repaired in them.
  public var reportsRepairs: Bool
  /// Whether ICU cuts every text as a whole: the plain path, which gives the same and takes longer.
  public var usesReferencePath: Bool
  /// The rule set's directories; empty where the rule set is to be looked up.
  public var rulesDirectories: [String]

  /// Creates options.
  public init(
    convention: Convention = .full, labels: Set<EntityLabel>? = nil,
    rulesDirectories: [String] = [],
    script: String? = nil, reportsRepairs: Bool = false,
    dateFormat: DateFormat = .timex3, preference: TemporalPreference? = nil,
    usesReferencePath: Bool = false
  ) {
    self.convention = convention
    self.labels = labels
    self.rulesDirectories = rulesDirectories
    self.script = script
    self.reportsRepairs = reportsRepairs
    self.dateFormat = dateFormat
    self.preference = preference
    self.usesReferencePath = usesReferencePath
  }
}
