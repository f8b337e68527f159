import FoundationEssentials
import Morphology
import Testing
import TextModel

/// Measures the morphology against a list of noun forms, if one is at hand: the variable
/// `TANBA_PARADIGMS` names a file in UniMorph's form, a line `lemma TAB form TAB N;CASE;NUMBER`.
/// Such lists have licences of their own, so none is part of the project.
@Suite("A list of noun forms")
struct ParadigmListTests {
  static let path = ProcessInfo.processInfo.environment["TANBA_PARADIGMS"]

  struct Row: Hashable {
    var lemma: String
    var form: String
    var features: FeatureSet
  }

  /// What a tag of the list is called here; what is not among them says nothing.
  static let names = [
    "PL": "pl", "GEN": "gen", "DAT": "dat", "ACC": "acc", "LOC": "loc", "ABL": "abl",
    "INST": "ins", "PSS1S": "poss1sg", "PSS1P": "poss1pl", "PSS3S": "poss3",
  ]

  /// Latin letters that stand in such lists for Cyrillic ones.
  static let folded: [Character: Character] = [
    "a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "y": "у", "x": "х", "i": "і", "h": "һ",
    "k": "к", "m": "м", "t": "т", "ə": "ә", "ǝ": "ә", "ӊ": "ң",
  ]

  static let rows: [Row] = {
    guard let path, let data = FileManager.default.contents(atPath: path) else { return [] }
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap {
      line in
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 3 else { return nil }
      let tags = cells[2].split(separator: ";").map(String.init)
      var list = tags.compactMap { names[$0] }
      if tags.contains("PSS2S") { list.append(tags.contains("LSSPEC2") ? "poss2pol" : "poss2sg") }
      guard let features = Fixture.kazakh.features(list.joined(separator: "+")) else { return nil }
      return Row(lemma: fold(cells[0]), form: fold(cells[1]), features: features)
    }
  }()

  static func fold(_ text: String) -> String {
    String(text.lowercased().map { folded[$0] ?? $0 })
  }

  @Test("has its readings, its likeliest lemmas and its forms", .enabled(if: path != nil))
  func measures() {
    let kazakh = Fixture.kazakh
    var among = 0
    var first = 0
    var written = 0
    var missed: [String: [String]] = [:]
    for row in Self.rows {
      let readings = kazakh.readings(row.form)
      let reads = readings.contains { $0.baseText == row.lemma && $0.features == row.features }
      let leads = readings.first?.baseText == row.lemma
      let form = kazakh.inflected(row.lemma, row.features)
      among += reads ? 1 : 0
      first += leads ? 1 : 0
      written += form == row.form ? 1 : 0
      if !reads { missed["no reading", default: []].append("\(row.lemma) \(row.form)") }
      if !leads {
        let other = readings.first.map { "\($0.baseText) \(kazakh.names(of: $0.features))" } ?? ""
        missed["other lemma", default: []].append("\(row.lemma) \(row.form): \(other)")
      }
      if form != row.form {
        missed["other form", default: []].append("\(row.lemma) \(row.form): \(form ?? "none")")
      }
    }
    for (kind, list) in missed.sorted(by: { $0.key < $1.key }) {
      print("\(kind): \(list.count)\n  " + list.prefix(200).joined(separator: "\n  "))
    }
    let count = Double(Self.rows.count)
    print("\(Self.rows.count) forms: readings \(Double(among) / count), first lemma")
    print("\(Double(first) / count), written \(Double(written) / count)")
    #expect(!Self.rows.isEmpty)
    #expect(Double(among) >= 0.98 * count)
    #expect(Double(first) >= 0.95 * count)
    #expect(Double(written) >= 0.98 * count)
  }
}
