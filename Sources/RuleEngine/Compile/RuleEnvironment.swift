import TextModel

/// What the engine must be told of a language to compile rules for it.
public struct RuleEnvironment {
  /// Cuts a text into folded tokens, exactly as documents are cut and folded.
  public var tokens: (String) -> [[UInt8]]
  /// Whether to look for what compiles and is likely wrong all the same.
  public var findsWarnings: Bool
  /// The features that the morphology gives, by name.
  public var features: [String: FeatureSet]
  /// The features that are inflection and not derivation.
  public var inflectional: FeatureSet
  /// The functions that values may call.
  public var functions: [String: ValueFunction]
  /// The layer of a label: mentions of one layer do not overlap.
  public var layer: (_ label: String) -> String
  /// What the clauses of a rule must give, by keyword; for `value` by the rule's label.
  public var resultType: (_ clause: String, _ label: String) -> ValueType

  /// Creates an environment.
  public init(
    tokens: @escaping (String) -> [[UInt8]],
    findsWarnings: Bool = true, features: [String: FeatureSet],
    inflectional: FeatureSet, functions: [String: ValueFunction],
    layer: @escaping (_ label: String) -> String,
    resultType: @escaping (_ clause: String, _ label: String) -> ValueType
  ) {
    self.tokens = tokens
    self.findsWarnings = findsWarnings
    self.features = features
    self.inflectional = inflectional
    self.functions = functions
    self.layer = layer
    self.resultType = resultType
  }
}
