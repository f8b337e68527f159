import Tanba

/// One of the rule sets that a benchmark measures.
public struct BenchmarkSide: Sendable {
  /// `A` or `B`.
  public var name: String
  /// The rule folder.
  public var place: String
  /// The digest of its files.
  public var digest: String
  /// The number of rules.
  public var ruleCount: Int
  /// The seconds that reading and compiling the rule set took.
  public var loadSeconds: Double
  /// Seconds for the whole corpus, a round each.
  public var seconds = Sample()
  /// Processor seconds of the same rounds: what other programs on the machine leave alone.
  public var processorSeconds = Sample()
  /// The seconds of each stage in a pass of its own, in the order of the pipeline.
  public var stages: [(name: String, seconds: Double)] = []
  /// The number of mentions.
  public var mentionCount = 0
  /// The number of mentions by rule.
  public var mentionsByRule: [String: Int] = [:]
  /// Documents that a stage failed on.
  public var failures = 0
  /// The comparison with the gold, where there is one.
  public var evaluation: EvaluationResult?
  /// The peak of resident memory of `tanba extract` on one thread, in bytes, and without a text.
  public var memory: (extraction: Int?, idle: Int?) = (nil, nil)

  /// Megabytes (10⁶ bytes of UTF-8) a second, a round each.
  public func throughput(byteCount: Int) -> Sample {
    Self.throughput(byteCount, seconds)
  }

  /// Megabytes a processor second, a round each.
  public func processorThroughput(byteCount: Int) -> Sample {
    Self.throughput(byteCount, processorSeconds)
  }

  private static func throughput(_ byteCount: Int, _ seconds: Sample) -> Sample {
    Sample(seconds.values.map { $0 > 0 ? Double(byteCount) / $0 / 1e6 : 0 })
  }
}
