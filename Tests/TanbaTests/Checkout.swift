import Foundation
import Testing
import TextModel

@testable import Tanba

/// The checkout that these tests stand in, and its rule set.
enum Checkout {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Read and compiled once for all tests.
  static let rules = Result { try RuleSet(folder: root.appending(path: "Rules").path) }

  static func pipeline(_ options: ExtractionOptions = ExtractionOptions()) throws -> Pipeline {
    try makePipeline(rules: rules.get(), options: options)
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The paths below a folder, relative to it, sorted.
  static func files(in folder: String, withSuffix suffix: String) throws -> [String] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
    return all.filter { $0.hasSuffix(suffix) }.sorted()
  }

  static let seed = "seeds/cica-article.txt"
}

extension Document {
  /// The first mention whose words in the source are these.
  func mention(of words: String) throws -> Mention {
    try #require(mentions.first { text($0.span) == words }, "\(mentions)")
  }
}
