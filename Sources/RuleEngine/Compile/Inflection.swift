import TextModel

/// Which readings of a word count, with features resolved.
enum Inflection: Hashable, Sendable {
  /// The base alone.
  case none
  /// The base with any inflection, but no derivation.
  case any
  /// The base with all of these features, and beyond them inflection only.
  case features(FeatureSet)

  /// Whether a reading with `features` counts.
  func admits(_ features: FeatureSet, inflectional: FeatureSet) -> Bool {
    switch self {
    case .none: features.isEmpty
    case .any: features.isSubset(of: inflectional)
    case .features(let wanted):
      features.isSuperset(of: wanted) && features.subtracting(wanted).isSubset(of: inflectional)
    }
  }
}
