/// A stage that stands before the stages that it needs.
public struct PipelineError: Error, Hashable, CustomStringConvertible {
  /// The name of the stage.
  public let stage: String
  /// The layers that no earlier stage provides, by name.
  public let missing: [Layer]

  /// What is wrong, in one line.
  public var description: String {
    let names = missing.map { "“\($0.rawValue)”" }.joined(separator: ", ")
    return "the stage “\(stage)” needs \(names), which no earlier stage provides"
  }
}
