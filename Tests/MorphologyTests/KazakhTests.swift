import Morphology
import Testing
import TextModel

@Suite("Kazakh word forms")
struct KazakhTests {
  let kazakh = Fixture.kazakh

  @Test("a form has its base and features among its readings", arguments: Fixture.rows("readings"))
  func reads(row: [String]) throws {
    let features = try #require(kazakh.features(row[2]))
    let readings = kazakh.readings(row[0])
    let reading = readings.first { $0.baseText == row[1] && $0.features == features }
    let found = try #require(
      reading, "\(readings.map { "\($0.baseText) \(kazakh.names(of: $0.features))" })")
    #expect(kazakh.nominative(found, in: row[0]) == row[3])
  }

  @Test("the likeliest reading comes first", arguments: Fixture.rows("best"))
  func ranks(row: [String]) throws {
    let best = try #require(kazakh.readings(row[0]).first)
    #expect(best.baseText == row[1])
    #expect(best.features == kazakh.features(row[2]))
  }

  @Test(
    "behind an abbreviation a suffix is written as its last letter is read",
    arguments: [
      ("ұқк", "ның", "нің"), ("ұқк", "ға", "ге"), ("ұқк", "дағы", "дегі"), ("ұқк", "нің", "нің"),
      ("бұұ", "ның", "ның"), ("тмд", "ға", "ға"), ("", "ның", "ның"),
    ])
  func writesSuffix(abbreviation: String, suffix: String, written: String) {
    let found = Fixture.kazakh.spelt(Array(suffix.utf8), behind: Array(abbreviation.utf8))
    #expect(String(decoding: found, as: UTF8.self) == written)
  }

  @Test("suffixes that don't go together make no reading", arguments: Fixture.rows("wrong"))
  func refusesReading(row: [String]) throws {
    let features = try #require(kazakh.features(row[2]))
    let readings = kazakh.readings(row[0])
    #expect(!readings.contains { $0.baseText == row[1] && $0.features == features })
  }

  @Test("the likelier of two bases comes first", arguments: Fixture.rows("order"))
  func orders(row: [String]) throws {
    let bases = kazakh.readings(row[0]).map(\.baseText)
    let likelier = try #require(bases.firstIndex(of: row[1]))
    let less = try #require(bases.firstIndex(of: row[2]))
    #expect(likelier < less)
  }

  @Test("a base is written with its suffixes", arguments: Fixture.rows("forms"))
  func writes(row: [String]) throws {
    let features = try #require(kazakh.features(row[1]))
    #expect(kazakh.inflected(row[0], features) == row[2])
  }

  @Test("a chain of suffixes is known behind its stem", arguments: Fixture.rows("suffixes"))
  func readsSuffixes(row: [String]) throws {
    let readings = kazakh.suffixReadings(row[0], after: row[1] == "-" ? nil : row[1])
    if row[2].isEmpty {
      #expect(readings.isEmpty)
    } else {
      let features = try #require(kazakh.features(row[2]))
      #expect(readings.contains { $0.features == features })
    }
  }

  /// Number, possession and case in all combinations, some with more behind them.
  static let paradigm: [String] = {
    let numbers = ["", "pl"]
    let owners = ["", "poss1sg", "poss2sg", "poss2pol", "poss3", "poss1pl"]
    let cases = ["", "gen", "dat", "acc", "loc", "abl", "ins", "loc+attr", "eq", "own", "sim"]
    return numbers.flatMap { number in
      owners.flatMap { owner in
        cases.map { [number, owner, $0].filter { !$0.isEmpty }.joined(separator: "+") }
      }
    } + ["rel", "rel+pl+gen", "without", "with", "agent+pl", "attr", "pred1sg", "pred3"]
  }()

  @Test("what is written is read back", arguments: Fixture.rows("lemmas"))
  func roundTrips(row: [String]) throws {
    for list in Self.paradigm {
      let features = try #require(kazakh.features(list))
      let form = try #require(kazakh.inflected(row[0], features), "\(row[0]) \(list)")
      let readings = kazakh.readings(form)
      let reading = try #require(
        readings.first { $0.baseText == row[0] && $0.features == features },
        "\(form) is not read as \(row[0]) \(list)")
      let kept = features.intersection(kazakh.keptFeatures)
      if !list.contains("attr"), !list.contains("own") {
        #expect(kazakh.nominative(reading, in: form) == kazakh.inflected(row[0], kept))
      }
    }
  }

  @Test("every form is its own base among its readings", arguments: Fixture.rows("readings"))
  func keepsTheForm(row: [String]) {
    let readings = kazakh.readings(row[0])
    #expect(readings.contains { $0.baseText == row[0] && $0.features.isEmpty })
    #expect(readings.map(\.cost) == readings.map(\.cost).sorted())
    #expect(Set(readings.map { [$0.baseText, "\($0.features.rawValue)"] }).count == readings.count)
  }

  @Test("features are named in order and found by name")
  func namesFeatures() throws {
    #expect(kazakh.featureNames.prefix(2) == ["pl", "poss1sg"])
    #expect(kazakh.featureNames.count <= 64)
    for name in kazakh.featureNames {
      let feature = try #require(kazakh.feature(named: name))
      #expect(kazakh.names(of: feature) == [name])
    }
    #expect(kazakh.feature(named: "none") == nil)
  }

  @Test("features that no chain says give no form")
  func refuses() throws {
    let features = try #require(kazakh.features("gen+dat"))
    #expect(kazakh.inflected("\u{430}\u{43B}\u{43C}\u{430}", features) == nil)
    #expect(kazakh.inflected("", features) == nil)
    #expect(kazakh.inflected("NATO", features) == nil)
    #expect(kazakh.inflected("NATO", []) == "NATO")
  }

  @Test("a suffix behind letters that no data file names is held to no sound")
  func readsBehindUnknownLetters() throws {
    let genitive = try #require(kazakh.feature(named: "gen"))
    for row in Fixture.rows("suffixes") where row[2] == "gen" {
      let readings = kazakh.suffixReadings(row[0], after: "Google")
      #expect(readings.contains { $0.features == genitive })
    }
  }
}
