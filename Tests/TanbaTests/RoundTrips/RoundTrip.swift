import Foundation
import ICUText
import Morphology
import Tanba
import TextModel

/// The project's rules, and the texts that ICU and the morphology write for them to read.
enum RoundTrip {
  static let locale = "kk"

  /// Every case where the environment asks for it, else one of so many.
  static func step(_ sample: Int) -> Int {
    ProcessInfo.processInfo.environment["TANBA_ROUND_TRIPS"] == "all" ? 1 : sample
  }

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Rules").path

  static let rules = Result { try RuleSet(folder: folder) }

  static let morphology = Result {
    try Morphology.compile(
      ["alphabet", "nominal", "stems"].map { name in
        let path = folder + "/morphology/\(name).morph"
        return SourceFile(
          name: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
      })
  }

  /// The day that relative times are counted from: a Wednesday.
  static let reference = Document.ReferenceDate(year: 2021, month: 5, day: 12)
  static let referenceDay = 18_759

  /// A form of a word with all of these features.
  static func form(_ word: String, _ features: [String]) throws -> String {
    let morphology = try morphology.get()
    var set = FeatureSet()
    for name in features { set.formUnion(morphology.feature(named: name)!) }
    let form = Array(word.utf8).withUnsafeBufferPointer { morphology.inflect($0, set) }
    return String(decoding: form ?? [], as: UTF8.self)
  }

  /// A number in digits with the suffixes that its name takes: 5-інде.
  static func digits(_ number: Int, named name: String, _ features: [String]) throws -> String {
    let word = try form(name, features)
    let shared = zip(name.unicodeScalars, word.unicodeScalars).prefix { $0 == $1 }.count
    return "\(number)-" + String(word.unicodeScalars.dropFirst(shared))
  }

  static func iso(day: Int) -> String {
    let date = date(day: day)
    return "\(date.year)-\(padded(date.month))-\(padded(date.day))"
  }

  /// The day of the Gregorian calendar, counted from 1970-01-01.
  static func date(day: Int) -> (year: Int, month: Int, day: Int) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents(
      [.year, .month, .day], from: Date(timeIntervalSince1970: Double(day) * 86_400))
    return (parts.year!, parts.month!, parts.day!)
  }

  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// Reads texts and keeps what came out otherwise than written.
final class RoundTripReader {
  private let pipeline: Pipeline
  private let worker = Worker()
  private(set) var count = 0
  private(set) var failures: [String] = []

  init(_ convention: ExtractionOptions.Convention = .full) throws {
    var options = ExtractionOptions()
    options.convention = convention
    pipeline = try makePipeline(rules: try RoundTrip.rules.get(), options: options)
  }

  /// Notes a failure where a text's one time is not the whole of it with this value.
  func expect(_ text: String, _ value: String?, in sentence: (String) -> String = { $0 }) throws {
    count += 1
    let found = try pipeline.extract(
      sentence(text), referenceDate: RoundTrip.reference, with: worker)
    let times = found.mentions.filter { $0.timex != nil }
    guard times.count == 1, found.text(times[0].span) == text, times[0].timex?.value == value else {
      let report = times.map { "\(found.text($0.span)) = \($0.timex?.value ?? "?")" }
      failures.append("\(text): \(value ?? "?"), not \(report.joined(separator: "; "))")
      return
    }
  }

  /// Notes a failure where a text's one number is not the whole of it with this value.
  func expectNumber(_ text: String, _ label: EntityLabel, _ value: Int) throws {
    count += 1
    let found = try pipeline.extract(text + " .", with: worker)
    let numbers = found.mentions.filter { $0.label == label.rawValue }
    guard found.mentions.count == 1, numbers.count == 1, found.text(numbers[0].span) == text,
      numbers[0].value == String(value)
    else {
      let report = found.mentions.map { "\($0.label) \(found.text($0.span)) = \($0.value ?? "?")" }
      failures.append("\(text): \(value), not \(report.joined(separator: "; "))")
      return
    }
  }

  /// The first failures, for a message.
  var report: String {
    "\(failures.count) of \(count) failed:\n" + failures.prefix(20).joined(separator: "\n")
  }
}
