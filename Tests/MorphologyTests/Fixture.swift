import FoundationEssentials
import Morphology
import TextModel

/// Tables and rule files that the tests read from the checkout.
enum Fixture {
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/")

  /// The checkout's morphology for Kazakh.
  static let kazakh: Morphology = {
    do throws(DiagnosticList) {
      return try Morphology.compile(rules)
    } catch {
      fatalError(error.diagnostics.map(\.rendered).joined())
    }
  }()

  /// The checkout's data files.
  static let rules = ["alphabet", "nominal", "stems"].map {
    file("Rules/morphology/\($0).morph")
  }

  private static func file(_ path: String) -> SourceFile {
    guard let data = FileManager.default.contents(atPath: "\(root)/\(path)") else {
      fatalError("\(path) is missing")
    }
    return SourceFile(name: path, bytes: Array(data))
  }

  /// The rows of a table without its comments and its line of columns.
  static func rows(_ name: String) -> [[String]] {
    let file = file("Tests/Fixtures/morphology/\(name).tsv")
    return (0..<file.lineCount).map(file.text(ofLine:))
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
      .dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}

extension Morphology {
  func readings(_ form: String) -> [Reading] {
    var readings: [Reading] = []
    Array(form.utf8).withUnsafeBufferPointer { self.readings(of: $0, into: &readings) }
    return readings
  }

  func suffixReadings(_ suffix: String, after stem: String?) -> [Reading] {
    var readings: [Reading] = []
    Array(suffix.utf8).withUnsafeBufferPointer { suffix in
      guard let stem else { return suffixReadings(of: suffix, after: nil, into: &readings) }
      Array(stem.utf8).withUnsafeBufferPointer {
        suffixReadings(of: suffix, after: $0, into: &readings)
      }
    }
    return readings
  }

  func inflected(_ base: String, _ features: FeatureSet) -> String? {
    Array(base.utf8).withUnsafeBufferPointer { inflect($0, features) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  func nominative(_ reading: Reading, in form: String) -> String {
    let bytes = Array(form.utf8).withUnsafeBufferPointer { nominative(of: reading, in: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The set of a list such as `pl+gen`; nil where a name is unknown.
  func features(_ list: String) -> FeatureSet? {
    var features: FeatureSet = []
    for name in list.split(separator: "+") {
      guard let feature = feature(named: String(name)) else { return nil }
      features.formUnion(feature)
    }
    return features
  }
}

extension Morphology.Reading {
  var baseText: String { String(decoding: base, as: UTF8.self) }
}
