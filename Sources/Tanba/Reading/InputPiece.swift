/// Some whole documents of one input, cut but not yet decoded.
public struct InputPiece: Sendable {
  /// What was read.
  public enum Content: Sendable {
    /// The bytes of one document, without a line break at their end.
    case document([UInt8])
    /// The bytes of whole lines; the last may lack its line break.
    case lines([UInt8])
    /// Why nothing could be read.
    case failure(String)
  }

  /// Where the first document stands.
  public var place: InputPlace
  /// How the bytes divide into documents.
  public var format: InputFormat
  /// The offset of the first byte in the input, a byte order mark counted.
  public var byteOffset: Int
  /// What was read.
  public var content: Content

  /// Creates a piece.
  public init(place: InputPlace, format: InputFormat, byteOffset: Int = 0, content: Content) {
    self.place = place
    self.format = format
    self.byteOffset = byteOffset
    self.content = content
  }

  /// The bytes that begin a file in UTF-8 and belong to no text.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
