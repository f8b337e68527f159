public import Tanba

/// Runs a rule set over the texts of a gold file.
public struct Predictor {
  private let runner: Runner
  private let referenceDate: Document.ReferenceDate?

  /// Prepares to run a pipeline; `referenceDate` is for documents without one of their own.
  public init(pipeline: Pipeline, referenceDate: Document.ReferenceDate? = nil, jobs: Int = 1) {
    runner = Runner(pipeline: pipeline, jobs: jobs)
    self.referenceDate = referenceDate
  }

  /// What is found in each document, by layer.
  ///
  /// - Throws: what a stage throws about the first document that fails.
  /// - Complexity: O(number of bytes of all texts).
  public func predict(
    _ gold: GoldSet, progress: (Int) -> Void = { _ in }
  ) throws -> [[GoldLayer: [PredictedMention]]] {
    var found: [[GoldLayer: [PredictedMention]]] = []
    found.reserveCapacity(gold.documents.count)
    let documents = gold.documents.lazy.map { document in
      var read = Document(id: document.id, text: document.text)
      read.referenceDate = document.referenceDate ?? referenceDate
      return read
    }
    let layered = !gold.layers.contains(.all)
    try runner.run(documents) { result in
      found.append(Self.mentions(of: try result.get(), layered: layered))
      progress(found.count)
    }
    return found
  }

  static func mentions(
    of document: Document, layered: Bool
  ) -> [GoldLayer: [PredictedMention]] {
    var mentions: [GoldLayer: [PredictedMention]] = [:]
    var converter = OffsetConverter(unit: .scalar)
    for mention in document.mentions {
      let start = converter.offset(atByte: mention.span.start, in: document.source)
      var length = OffsetConverter(unit: .scalar)
      let surface = document.source[mention.span.start..<mention.span.end]
      let end = surface.withUnsafeBufferPointer {
        start + length.offset(atByte: $0.count, in: $0)
      }
      let layer: GoldLayer = !layered ? .all : mention.timex == nil ? .names : .times
      mentions[layer, default: []].append(
        PredictedMention(
          range: start..<end, label: layer == .times ? mention.timex!.kind.rawValue : mention.label,
          canonical: mention.canonical, value: mention.timex?.value, rule: mention.rule))
    }
    return mentions
  }
}
