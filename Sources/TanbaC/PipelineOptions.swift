import Tanba

/// What a caller may choose about a pipeline, read from JSON.
struct PipelineOptions {
  var extraction = ExtractionOptions()
  var offsets = OffsetUnit.scalar
  var includesText = true
  var referenceDate: Document.ReferenceDate?
  /// The most bytes of a text. Work on a text takes about ten times its size in memory.
  var textLimit = 256 << 20

  /// The keys that there are.
  private static let keys = [
    "rules", "labels", "convention", "script", "offsets", "text", "referenceDate", "prefer",
    "dateFormat", "reportRepairs", "textLimit",
  ]

  init() {}

  /// Reads a JSON object.
  ///
  /// - Throws: what is wrong with it and what would be right.
  init(json: UnsafeBufferPointer<UInt8>) throws(ArgumentFailure) {
    if let offset = UTF8Validation.firstInvalidOffset(in: json) {
      throw ArgumentFailure("the options are no UTF-8 from byte \(offset)")
    }
    let tree: JSONTree?
    do {
      tree = try JSONTree.read(json)
    } catch {
      throw ArgumentFailure("the options are no JSON at byte \(error.offset): \(error.message)")
    }
    guard let tree else { return }
    guard case .object(let members) = tree.content else {
      throw ArgumentFailure("the options are no JSON object")
    }
    for (key, value) in members {
      if case .null = value.content { continue }
      try read(key, value)
    }
  }

  private mutating func read(_ key: String, _ value: JSONTree) throws(ArgumentFailure) {
    switch key {
    case "rules": extraction.rulesDirectories = try strings(value, of: key)
    case "labels":
      var labels: Set<EntityLabel> = []
      for name in try strings(value, of: key) {
        labels.insert(try choice(name, of: "label", among: EntityLabel.allCases))
      }
      extraction.labels = labels
    case "convention":
      let name = try string(value, of: key)
      extraction.convention = try choice(
        name, of: key, among: ExtractionOptions.Convention.allCases)
    case "script": extraction.script = try string(value, of: key)
    case "offsets":
      let name = try string(value, of: key)
      offsets = try choice(name, of: "unit of offsets", among: OffsetUnit.allCases)
    case "text": includesText = try flag(value, of: key)
    case "referenceDate":
      referenceDate = try Document.ReferenceDate(argument: string(value, of: key))
    case "prefer":
      let name = try string(value, of: key)
      extraction.preference = try choice(
        name, of: "preference", among: TemporalPreference.allCases)
    case "dateFormat":
      let name = try string(value, of: key)
      extraction.dateFormat = try choice(
        name, of: "format of dates", among: ExtractionOptions.DateFormat.allCases)
    case "textLimit":
      guard let limit = value.integer, (0...Document.maximumByteCount).contains(limit) else {
        throw ArgumentFailure(
          "the option “\(key)” is no number from 0 to \(Document.maximumByteCount)")
      }
      textLimit = limit
    case "reportRepairs": extraction.reportsRepairs = try flag(value, of: key)
    default:
      let hint = Spelling.nearest(to: key, among: Self.keys).map { "; did you mean “\($0)”?" }
      throw ArgumentFailure(
        "there is no option “\(key)”" + (hint ?? "; there are \(Self.keys.joined(separator: ", "))")
      )
    }
  }

  private func string(_ value: JSONTree, of key: String) throws(ArgumentFailure) -> String {
    guard let string = value.string else {
      throw ArgumentFailure("the option “\(key)” is not a string")
    }
    return string
  }

  private func flag(_ value: JSONTree, of key: String) throws(ArgumentFailure) -> Bool {
    guard case .bool(let flag) = value.content else {
      throw ArgumentFailure("the option “\(key)” is neither true nor false")
    }
    return flag
  }

  private func strings(_ value: JSONTree, of key: String) throws(ArgumentFailure) -> [String] {
    guard let items = value.items else { return [try string(value, of: key)] }
    var strings: [String] = []
    for item in items { strings.append(try string(item, of: key)) }
    return strings
  }

  private func choice<Choice: RawRepresentable<String>>(
    _ name: String, of kind: String, among all: [Choice]
  ) throws(ArgumentFailure) -> Choice {
    if let choice = Choice(rawValue: name) { return choice }
    let names = all.map(\.rawValue)
    let hint = Spelling.nearest(to: name, among: names).map { "; did you mean \($0)?" }
    throw ArgumentFailure(
      "there is no \(kind) “\(name)”" + (hint ?? "; there are \(names.joined(separator: ", "))"))
  }
}

extension Document.ReferenceDate {
  /// Reads `YYYY-MM-DD`.
  init(argument text: String) throws(ArgumentFailure) {
    guard let date = Self(iso8601: text) else {
      throw ArgumentFailure("“\(text)” is no day of the calendar written as YYYY-MM-DD")
    }
    self = date
  }
}
