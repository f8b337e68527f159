import TextModel

/// Gives dictionary forms in the text's own alphabet, beside those in the alphabet of the rules.
struct ScriptWriter: Processor {
  let rules: RuleSet

  var name: String { "write" }
  var requires: Set<Layer> { [.mentions, .scripts] }
  var provides: Set<Layer> { [] }

  func process(_ document: inout Document, with worker: Worker) throws {
    guard let script = document.script,
      let number = rules.writingSystems.number(of: script.tag)
    else { return }
    let words = try WorkerWords.of(worker, rules)
    let writer = words.scripts.writer(number)
    let letters = rules.writingSystems.all[number].script
    for index in document.mentions.indices {
      let mention = document.mentions[index]
      // A name in the rules' alphabet keeps its form.
      guard let canonical = mention.canonical,
        document.text(mention.span).unicodeScalars.contains(where: { LetterScript($0) == letters })
      else { continue }
      document.mentions[index].canonicalCyrillic = canonical
      document.mentions[index].canonical = Self.written(canonical, by: writer)
    }
  }

  /// A text carried over word by word; words in other scripts stay as they are.
  static func written(_ text: String, by writer: WordConverter) -> String {
    var result = ""
    var word: [UInt8] = []
    func finish() {
      guard !word.isEmpty else { return }
      let isNative = LetterScript.wordClass(of: word[...]) == .native
      result += String(decoding: isNative ? writer.convert(word) : word, as: UTF8.self)
      word.removeAll()
    }
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
        word += UTF8.encode(scalar)!
      } else {
        finish()
        result.unicodeScalars.append(scalar)
      }
    }
    finish()
    return result
  }
}
