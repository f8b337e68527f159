import ArgumentParser
import Tanba

extension InputFormat: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}
extension OffsetUnit: ExpressibleByArgument {}
extension ExtractionOptions.Convention: ExpressibleByArgument {}
extension ExtractionOptions.DateFormat: ExpressibleByArgument {}
extension TemporalPreference: ExpressibleByArgument {}

/// The labels of `--labels`, as `DATE,PERSON`.
struct LabelList {
  var labels: Set<EntityLabel> = []

  /// Reads names between commas.
  init(_ argument: String) throws {
    for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let label = EntityLabel(rawValue: String(name)) else {
        throw ValidationError(Self.complaint(about: String(name)))
      }
      labels.insert(label)
    }
  }

  private static func complaint(about name: String) -> String {
    if let nearest = EntityLabel.nearest(to: name) {
      return "there is no label “\(name)”; did you mean \(nearest.rawValue)?"
    }
    let all = EntityLabel.allCases.map(\.rawValue).joined(separator: ", ")
    return "there is no label “\(name)”; there are \(all)"
  }
}

/// The day of `--reference-date`.
struct ReferenceDateArgument {
  var date: Document.ReferenceDate

  /// Reads `YYYY-MM-DD`.
  init(_ argument: String) throws {
    guard let date = Document.ReferenceDate(iso8601: argument) else {
      throw ValidationError("“\(argument)” is no day of the calendar written as YYYY-MM-DD")
    }
    self.date = date
  }
}

extension ParsableArguments {
  /// Refuses inputs that name no file, or one that can be read only once twice.
  func validate(inputs paths: [String]) throws {
    guard !paths.contains("") else { throw ValidationError("an empty path names no file") }
    guard paths.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("standard input can be read only once")
    }
  }
}
