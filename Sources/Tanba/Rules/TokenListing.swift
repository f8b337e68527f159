import RuleEngine
import TextModel

/// The tokens of a document with all that rules can ask of them, as lines of text.
public struct TokenListing {
  private let rules: RuleSet

  /// Prepares to list tokens as a rule set sees them.
  public init(rules: RuleSet) { self.rules = rules }

  /// A line for each token: number, surface, folded form, number, shapes and readings.
  ///
  /// - Parameter worker: the worker that took the document through the pipeline.
  public func lines(of document: Document, with worker: Worker) -> [String] {
    let types = worker.wordTypes
    let tokens = document.tokens
    let width = (0..<tokens.count).map { surface($0, document).unicodeScalars.count }.max() ?? 0
    return (0..<tokens.count).map { token in
      let type = tokens.types[token]
      let surface = surface(token, document)
      let padding = String(repeating: " ", count: width - surface.unicodeScalars.count)
      var parts: [String] = []
      let norm = String(decoding: types.normBytes(type), as: UTF8.self)
      if norm != surface { parts.append("norm \(norm)") }
      if let number = types.number(type) { parts.append("number \(number)") }
      let shapes = Self.shapes.filter { !types.shape(type).isDisjoint(with: $0.shape) }
      if !shapes.isEmpty { parts.append("shape \(shapes.map(\.name).joined(separator: ","))") }
      var flags: [String] = []
      if tokens.flags[token].contains(.glued) { flags.append("glued") }
      if tokens.flags[token].contains(.repaired) { flags.append("repaired") }
      if !flags.isEmpty { parts.append(flags.joined(separator: " ")) }
      let readings = types.readings(type).map { reading in
        let base = types.norms.string(reading.base)
        return base + rules.program.names(of: reading.features).map { "." + $0 }.joined()
      }
      parts.append("readings \(readings.joined(separator: " "))")
      return "\(token)\t\(surface)\(padding)  \(parts.joined(separator: "; "))"
    }
  }

  private func surface(_ token: Int, _ document: Document) -> String {
    // One line a token, whatever stands in it.
    document.text(document.tokens.span(of: token)).split(whereSeparator: \.isNewline)
      .joined(separator: "␤")
  }

  /// The shapes of one bit each, by name.
  private static let shapes = ShapeNames.all
    .filter { $0.value.rawValue.nonzeroBitCount == 1 }
    .map { (name: $0.key, shape: $0.value) }
    .sorted { $0.shape.rawValue < $1.shape.rawValue }
}
