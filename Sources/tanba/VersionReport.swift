import Tanba

/// What `tanba --version` prints: a line for tanba and one for each thing that it stands on.
struct VersionReport {
  /// The version of tanba.
  static let version = LibraryVersions.tanba

  /// The version of the ICU that is linked.
  var icu: String?
  /// The version of Unicode that this ICU knows.
  var unicode: String?
  /// Where the rule set lies, and the digest of its files.
  var rules: (place: String, digest: String)?

  /// The report, one fact a line.
  var rendered: String {
    var lines = ["tanba \(Self.version)"]
    if let icu { lines.append("ICU \(icu)") }
    if let unicode { lines.append("Unicode \(unicode)") }
    if let rules { lines.append("rules \(rules.place) \(rules.digest)") }
    return lines.map { $0 + "\n" }.joined()
  }
}
