/// The unit in which offsets into a text are counted.
public enum OffsetUnit: String, CaseIterable, Sendable {
  /// Unicode scalars, as Python counts.
  case scalar
  /// UTF-16 code units, as JavaScript and Java count.
  case utf16
  /// UTF-8 bytes.
  case utf8
}

/// Turns UTF-8 offsets into another unit, walking forward through the text once.
public struct OffsetConverter {
  private let unit: OffsetUnit
  private var byte = 0
  private var count = 0

  /// Creates a converter at the start of a text.
  public init(unit: OffsetUnit) { self.unit = unit }

  /// The offset in the converter's unit of a UTF-8 offset that lies on a scalar boundary.
  ///
  /// - Complexity: O(distance from the offset asked for before); a step back starts anew.
  public mutating func offset(atByte offset: Int, in source: UnsafeBufferPointer<UInt8>) -> Int {
    if unit == .utf8 { return offset }
    if offset < byte {
      byte = 0
      count = 0
    }
    while byte < offset {
      let lead = source[byte]
      // Count a scalar at its lead byte; one of four bytes is two UTF-16 units.
      if lead & 0xC0 != 0x80 { count += (unit == .utf16 && lead >= 0xF0) ? 2 : 1 }
      byte += 1
    }
    return count
  }

  /// The offsets of a span's ends.
  ///
  /// - Complexity: O(distance from the offset asked for before + bytes of the span).
  public mutating func range(
    of span: SourceSpan, in source: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    // The end is counted from the start: converted itself it would send the converter back to the
    // front of the document for every span inside another.
    let start = offset(atByte: span.start, in: source)
    var length = OffsetConverter(unit: unit)
    let own = UnsafeBufferPointer(rebasing: source[span.start..<span.end])
    return start..<start + length.offset(atByte: own.count, in: own)
  }

  /// The same over an array.
  public mutating func offset(atByte offset: Int, in source: [UInt8]) -> Int {
    source.withUnsafeBufferPointer { self.offset(atByte: offset, in: $0) }
  }
}
