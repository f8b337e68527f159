import Foundation

@testable import Tanba

/// A text with what formats get wrong: characters of two UTF-16 units, line breaks and tabs inside,
/// several spaces, markup, and a date inside the name of a law.
enum Sample {
  static let text =
    "\u{1F600} Қазақстан Республикасының 2003 жылғы 9 шілдедегі № 474 Заңы & «A<B».\r\n"
    + "Ол\t1941-1945 жылдары Қызылорда\nоблысында  тұрды;   ертең 5 \"кітап\" алады.\n"

  static func document(id: String = "d", _ text: String = text) throws -> Document {
    try Checkout.pipeline().extract(text, id: id)
  }

  /// What an encoder writes of texts, one of which may be no UTF-8, in three inputs of one line.
  static func output(_ encoder: any DocumentEncoder, _ inputs: [[UInt8]]) throws -> [UInt8] {
    let files = try inputs.map { try TemporaryFile($0, suffix: ".txt") }
    var bytes: [UInt8] = []
    try Runner(pipeline: try Checkout.pipeline()).run(
      InputReader(files.map { InputFile(path: $0.path, format: .lines) }),
      decoder: RecordDecoder(), encoder: encoder
    ) { bytes += $0.bytes }
    return bytes
  }

  /// The JSON value that bytes are.
  static func json(_ bytes: [UInt8]) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
  }
}
