import Foundation
import ICUText
import TextModel

/// Files of the checkout that these tests stand in.
enum Checkout {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appending(path: path)))
  }

  static func source(_ path: String) throws -> SourceFile {
    SourceFile(name: path, bytes: try bytes(path))
  }

  /// Compiled once for all tests.
  static let words = Result { try BreakRules(source: source("Rules/segmentation/words.rbbi")) }
  static let sentences = Result {
    try BreakRules(source: source("Rules/segmentation/sentences.rbbi"))
  }

  /// The segments of a text with their statuses.
  static func segments(_ text: String, _ rules: BreakRules) throws -> [(text: String, status: Int)]
  {
    let bytes = Array(text.utf8)
    var start = 0
    return try rules.makeIterator().boundaries(of: bytes).map { boundary in
      let end = Int(boundary.offset)
      defer { start = end }
      return (String(decoding: bytes[start..<end], as: UTF8.self), Int(boundary.status))
    }
  }
}
