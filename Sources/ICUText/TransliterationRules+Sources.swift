import TextModel

extension TransliterationRules {
  /// For each scalar below a limit whether the rules may change it, by itself or in any context.
  ///
  /// A word of other scalars comes out as it is. What can't be told counts as changed.
  ///
  /// - Complexity: O(number of rules): some milliseconds.
  public func changes(below limit: Int) -> [Bool] {
    var changes = Array(repeating: false, count: limit)
    guard let passes = passes()?.files else {
      return Array(repeating: true, count: limit)
    }
    for pass in passes {
      guard let transliterator = try? Transliterator(rules: pass) else {
        return Array(repeating: true, count: limit)
      }
      for (value, isSource) in transliterator.sources(below: limit).enumerated() where isSource {
        changes[value] = true
      }
    }
    // Transforms that are named have no sources to tell of: they are asked.
    let whole = makeTransliterator()
    for value in 0..<limit where !changes[value] {
      guard let scalar = Unicode.Scalar(UInt32(value)), let form = UTF8.encode(scalar) else {
        changes[value] = true
        continue
      }
      changes[value] = !whole.transliterate(Array(form)).elementsEqual(form)
    }
    return changes
  }

  /// Passes that do one behind the other what the rules do: nil where a statement names a transform.
  var plainPasses: [SourceFile]? {
    guard let passes = passes(), !passes.nameTransforms else { return nil }
    return passes.files
  }

  /// The rules between the `::` statements, each run of them with the variables defined so far, and
  /// whether any of these statements does more than part them; nil where a statement stands in the
  /// middle of a line.
  private func passes() -> (files: [SourceFile], nameTransforms: Bool)? {
    var passes: [SourceFile] = []
    var nameTransforms = false
    var variables: [UInt8] = []
    var rules: [UInt8] = []
    func finish() {
      if !rules.isEmpty {
        passes.append(SourceFile(name: source.name, bytes: variables + rules))
        rules = []
      }
    }
    for line in 0..<source.lineCount {
      let bytes = source.bytes[source.range(ofLine: line)]
      let text = bytes.drop { $0 <= 0x20 }
      guard let first = text.first, first != UInt8(ascii: "#") else { continue }
      let isStatement = text.starts(with: [0x3A, 0x3A])
      let behind = isStatement ? text.dropFirst(2) : text
      let hasMore = zip(behind, behind.dropFirst()).contains { $0 == 0x3A && $1 == 0x3A }
      guard !hasMore else { return nil }
      if isStatement {
        finish()
        let name = behind.filter { $0 > 0x20 && $0 != UInt8(ascii: ";") }
        if !name.elementsEqual("Null".utf8) { nameTransforms = true }
      } else if first == UInt8(ascii: "$"), text.contains(UInt8(ascii: "=")) {
        variables += bytes + [0x0A]
      } else {
        rules += bytes + [0x0A]
      }
    }
    finish()
    return (passes, nameTransforms)
  }
}
