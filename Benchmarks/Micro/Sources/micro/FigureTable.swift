/// Seconds of each measure, and the lines that say what they come to.
struct FigureTable {
  /// What a time is divided by.
  enum Unit: String { case token, word }

  private let texts: HotTexts
  private var samples: [(name: String, unit: Unit, seconds: [Double])] = []

  init(_ texts: HotTexts) { self.texts = texts }

  /// Adds the seconds of a round.
  mutating func add(_ seconds: Double, to name: String, per unit: Unit) {
    if let index = samples.firstIndex(where: { $0.name == name }) {
      samples[index].seconds.append(seconds)
    } else {
      samples.append((name, unit, [seconds]))
    }
  }

  /// A line a measure, of its median.
  var rendered: String {
    let head =
      "\(texts.documents.count) documents, \(texts.byteCount) bytes, \(texts.tokenCount) tokens, "
      + "\(texts.wordCount) different words\n"
    return samples.reduce(into: head) { text, sample in
      let seconds = sample.seconds.sorted()[sample.seconds.count / 2]
      let (count, bytes) =
        sample.unit == .token
        ? (texts.tokenCount, texts.byteCount) : (texts.wordCount, texts.words.source.count)
      text += Self.padded(sample.name, to: 20, atEnd: true)
      text += Self.padded(Self.nanoseconds(seconds, count), to: 12) + " ns/\(sample.unit.rawValue)"
      text += Self.padded(Self.nanoseconds(seconds, bytes), to: 12) + " ns/byte\n"
    }
  }

  private static func nanoseconds(_ seconds: Double, _ count: Int) -> String {
    let tenths = Int((seconds * 1e10 / Double(max(count, 1))).rounded())
    return "\(tenths / 10).\(abs(tenths) % 10)"
  }

  private static func padded(_ text: String, to width: Int, atEnd: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - text.count))
    return atEnd ? text + blanks : blanks + text
  }
}
