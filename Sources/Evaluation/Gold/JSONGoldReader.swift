import Tanba

/// Reads gold as JSON Lines: a document with its mentions a line, or a mention of one text a line.
///
/// A document is `{"id", "text", "ref", "entities": […], "timex": […]}`; entities have `start`,
/// `end`, `label`, `canonical`, `alt_canonical`, times `start`, `end`, `type`, `value`, `alt`; both
/// may have `alt_span`, `alt_label`, `optional`. A layer whose key is absent is not scored.
/// Offsets count Unicode scalars.
struct JSONGoldReader {
  private let file: SourceFile
  private let text: SourceFile?
  private var errors: [Diagnostic] = []
  private var documents: [GoldDocument] = []
  private var ids: [String: Int] = [:]
  /// Where the current line starts: trees count from there.
  private var lineStart = 0

  private static let maximumErrors = 50
  private static let timexTypes = ["DATE", "TIME", "DURATION", "SET"]

  init(file: SourceFile, text: SourceFile?) {
    self.file = file
    self.text = text
  }

  /// Reads the file.
  mutating func read() throws(GoldError) -> GoldSet {
    var loose: [GoldLayer: [GoldMention]] = [:]
    let whole = text.map {
      GoldDocument(id: $0.name, text: String(decoding: $0.bytes, as: UTF8.self), layers: [:])
    }
    for line in 0..<file.lineCount where errors.count < Self.maximumErrors {
      let range = file.range(ofLine: line)
      lineStart = range.lowerBound
      guard let tree = tree(range) else { continue }
      if let whole {
        if let (layer, mention) = mention(tree, of: whole) {
          loose[layer, default: []].append(mention)
        }
      } else {
        readDocument(tree)
      }
    }
    guard errors.isEmpty else { throw GoldError(errors) }
    if var whole, !loose.isEmpty {
      whole.layers = loose
      documents = [whole]
    }
    return GoldSet(name: file.name, format: .jsonLines, documents: documents)
  }

  private mutating func report(_ message: String, _ range: Range<Int>) {
    errors.append(
      Diagnostic(
        message, in: file, at: range.lowerBound + lineStart..<range.upperBound + lineStart))
  }

  private mutating func tree(_ range: Range<Int>) -> JSONTree? {
    do throws(JSONScanner.Failure) {
      let tree = try file.bytes.withUnsafeBufferPointer { bytes throws(JSONScanner.Failure) in
        try JSONTree.read(UnsafeBufferPointer(rebasing: bytes[range]))
      }
      if let tree, case .object = tree.content { return tree }
      if let tree { report("expected an object", tree.range) }
    } catch {
      report(error.message, error.offset..<error.offset + 1)
    }
    return nil
  }

  private mutating func readDocument(_ tree: JSONTree) {
    guard let text = tree["text"]?.string else {
      return report("no field “text”", tree.range.lowerBound..<tree.range.lowerBound + 1)
    }
    if tree["doc_start"] != nil {
      let message = "this line is a mention of another text: name it with --text"
      return report(message, tree.range.lowerBound..<tree.range.lowerBound + 1)
    }
    let id = tree["id"].flatMap { $0.string ?? $0.integer.map(String.init) }
    var document = GoldDocument(
      id: id ?? "\(file.name):\(file.line(at: lineStart) + 1)", text: text, layers: [:])
    if let id, let tree = tree["id"] {
      let line = file.line(at: lineStart) + 1
      if let first = ids[id] {
        report("the id “\(id)” stands in line \(first) already", tree.range)
      }
      ids[id] = line
    }
    if let day = tree["ref"] {
      document.referenceDate = day.string.flatMap { Document.ReferenceDate(iso8601: $0) }
      if document.referenceDate == nil {
        report("no day of the calendar written as YYYY-MM-DD", day.range)
      }
    }
    document.groups = tree["source"]?.string.map { ["source " + $0] } ?? []
    document.groups += (tree["tags"]?.items ?? []).compactMap { $0.string.map { "tag " + $0 } }
    for (key, layer) in [("entities", GoldLayer.names), ("timex", .times)] {
      guard let list = tree[key] else { continue }
      guard let items = list.items else {
        report("“\(key)” must be an array", list.range)
        continue
      }
      let mentions = items.compactMap { mention($0, in: layer, of: document) }
      document.layers[layer] = mentions
    }
    guard !document.layers.isEmpty else {
      return report(
        "neither “entities” nor “timex” is annotated",
        tree.range.lowerBound..<tree.range.lowerBound + 1)
    }
    documents.append(document)
  }

  /// A mention of a whole text: its layer shows in its type.
  private mutating func mention(
    _ tree: JSONTree, of document: GoldDocument
  ) -> (GoldLayer, GoldMention)? {
    let isTime = Self.timexTypes.contains(label(of: tree) ?? "") && tree["canonical"] == nil
    let layer: GoldLayer = isTime ? .times : .names
    return mention(tree, in: layer, of: document).map { (layer, $0) }
  }

  private func label(of tree: JSONTree) -> String? { (tree["label"] ?? tree["type"])?.string }

  private mutating func mention(
    _ tree: JSONTree, in layer: GoldLayer, of document: GoldDocument
  ) -> GoldMention? {
    guard let range = range(of: tree, in: document) else { return nil }
    guard let label = label(of: tree) else {
      report("a mention needs a “label”", tree.range)
      return nil
    }
    if layer == .times, !Self.timexTypes.contains(label) {
      report("“\(label)” is no TIMEX3 type", (tree["label"] ?? tree["type"] ?? tree).range)
      return nil
    }
    var mention = GoldMention(range: range, label: label)
    mention.isOptional = tree["optional"]?.isTrue == true || tree["nested"]?.isTrue == true
    mention.alternativeLabels = strings(tree["alt_label"]) + strings(tree["alt_type"])
    if layer == .times {
      mention.values = strings(tree["value"])
      if !mention.values.isEmpty { mention.values += strings(tree["alt"]) }
    } else {
      mention.canonicals = strings(tree["canonical"])
      mention.canonicals += strings(tree["alt_canonical"]) + strings(tree["expansion"])
    }
    if let other = tree["alt_span"] {
      // In a file of mentions, offsets other than `doc_…` count from the line's start.
      let shift = tree["doc_start"] == nil ? 0 : range.lowerBound - (tree["start"]?.integer ?? 0)
      guard let items = other.items, items.count == 2, let start = items[0].integer,
        let end = items[1].integer, start >= 0, start < end,
        end + shift <= document.scalars.count
      else {
        report("“alt_span” must be two offsets inside the text", other.range)
        return nil
      }
      mention.alternative = start + shift..<end + shift
    }
    return mention
  }

  private mutating func range(of tree: JSONTree, in document: GoldDocument) -> Range<Int>? {
    let first = tree["doc_start"] ?? tree["start"]
    let last = tree["doc_end"] ?? tree["end"]
    guard let first, let last, let start = first.integer, let end = last.integer else {
      report("a mention needs the whole numbers “start” and “end”", tree.range)
      return nil
    }
    guard start >= 0, start < end, end <= document.scalars.count else {
      let count = document.scalars.count
      report("\(start)..<\(end) is no part of a text of \(count) characters", first.range)
      return nil
    }
    if let text = tree["text"], let expected = text.string, expected != document.text(start..<end) {
      report("“\(document.text(start..<end))” stands there, not “\(expected)”", text.range)
      return nil
    }
    return start..<end
  }

  private func strings(_ tree: JSONTree?) -> [String] {
    guard let tree else { return [] }
    if let items = tree.items { return items.compactMap(\.string) }
    return tree.string.map { [$0] } ?? []
  }
}
