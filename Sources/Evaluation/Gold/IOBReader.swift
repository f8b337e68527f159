import Tanba

/// Reads a token and its tag a line, an empty line between sentences: IOB2 as KazNERD has it.
///
/// The first token of a sentence may be its id, as `AID283875`. A tag that continues what did not
/// begin is read as a beginning, and warned of.
struct IOBReader {
  private let file: SourceFile
  private var sentence: [Line] = []
  private var id: String?
  private var documents: [GoldDocument] = []
  private var warnings: [Diagnostic] = []
  private var errors: [Diagnostic] = []
  private var unknownLabels: Set<String> = []

  private struct Line {
    var token: String
    /// Nil outside of all mentions.
    var label: String?
    var begins: Bool
  }

  private static let maximumErrors = 50

  init(file: SourceFile) { self.file = file }

  /// Reads the file.
  mutating func read() throws(GoldError) -> GoldSet {
    for line in 0..<file.lineCount {
      let fields = fields(of: line)
      if fields.isEmpty { endSentence() } else { readToken(fields, at: line) }
      if errors.count >= Self.maximumErrors { break }
    }
    endSentence()
    guard errors.isEmpty else { throw GoldError(errors) }
    var set = GoldSet(name: file.name, format: .iob, documents: documents)
    set.warnings = warnings
    return set
  }

  /// The ranges between white space.
  private func fields(of line: Int) -> [Range<Int>] {
    let range = file.range(ofLine: line)
    var fields: [Range<Int>] = []
    var start: Int?
    for offset in range {
      let isSpace = [0x20, 0x09, 0x0D].contains(file.bytes[offset])
      if isSpace, let begun = start {
        fields.append(begun..<offset)
        start = nil
      } else if !isSpace, start == nil {
        start = offset
      }
    }
    if let start { fields.append(start..<range.upperBound) }
    return fields
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: file.bytes[range], as: UTF8.self)
  }

  private mutating func readToken(_ fields: [Range<Int>], at line: Int) {
    guard fields.count >= 2, let last = fields.last else {
      errors.append(
        Diagnostic(
          "this token has no tag: expected “TOKEN TAG” or an empty line", in: file,
          at: fields[0]))
      return
    }
    let token = text(fields[0])
    let tag = text(last)
    if sentence.isEmpty, tag == "O", Self.isSentenceID(token) {
      id = token
      return
    }
    if tag == "O" {
      sentence.append(Line(token: token, label: nil, begins: false))
      return
    }
    let label = String(tag.dropFirst(2))
    guard tag.hasPrefix("B-") || tag.hasPrefix("I-"), !label.isEmpty,
      label.utf8.allSatisfy({ (0x41...0x5A).contains($0) || $0 == 0x5F })
    else {
      errors.append(
        Diagnostic("“\(tag)” is no tag: expected O, B-CLASS or I-CLASS", in: file, at: last))
      return
    }
    if EntityLabel(rawValue: label) == nil, unknownLabels.insert(label).inserted {
      let near = EntityLabel.nearest(to: label).map { "; did you mean \($0.rawValue)?" } ?? ""
      warnings.append(
        Diagnostic(.warning, "no rule gives the class “\(label)”\(near)", in: file, at: last))
    }
    var begins = tag.hasPrefix("B-")
    if !begins, sentence.last?.label != label {
      warnings.append(
        Diagnostic(
          .warning, "\(tag) continues no \(label): read as B-\(label)", in: file, at: last))
      begins = true
    }
    sentence.append(Line(token: token, label: label, begins: begins))
  }

  private static func isSentenceID(_ token: String) -> Bool {
    let bytes = Array(token.utf8)
    return bytes.count > 3 && (0x41...0x46).contains(bytes[0]) && bytes[1] == 0x49
      && bytes[2] == 0x44 && bytes[3...].allSatisfy { (0x30...0x39).contains($0) }
  }

  private mutating func endSentence() {
    defer {
      sentence.removeAll(keepingCapacity: true)
      id = nil
    }
    guard !sentence.isEmpty else { return }
    let (text, ranges) = Detokenizer.join(sentence.map(\.token))
    var mentions: [GoldMention] = []
    for (index, line) in sentence.enumerated() {
      guard let label = line.label else { continue }
      if line.begins {
        mentions.append(GoldMention(range: ranges[index], label: label))
      } else {
        let start = mentions[mentions.count - 1].range.lowerBound
        mentions[mentions.count - 1].range = start..<ranges[index].upperBound
      }
    }
    let name = id ?? "\(documents.count + 1)"
    documents.append(GoldDocument(id: name, text: text, layers: [.all: mentions]))
  }
}
