/// The end of a segment of a text.
public struct Boundary: Hashable, Sendable {
  /// UTF-8 bytes from the start of the text to the end of the segment.
  public var offset: UInt32
  /// The status of the break rule that matched.
  public var status: Int32

  /// Creates a boundary.
  public init(offset: UInt32, status: Int32) {
    self.offset = offset
    self.status = status
  }
}
