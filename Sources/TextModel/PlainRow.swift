/// A read-only row of plain values, shared and never copied: in memory of its own, or inside a file
/// that is mapped.
///
/// What a compiled rule set holds lies in such rows, so that it is there as soon as its file is
/// mapped. All unsafe memory of theirs lies in here, behind these checks: no index outside the row
/// is ever read, and the memory lives as long as a row of it.
public struct PlainRow<Element: BitwiseCopyable>: RandomAccessCollection, @unchecked Sendable {
  @usableFromInline let base: UnsafePointer<Element>
  /// What the memory belongs to.
  @usableFromInline let memory: RowMemory
  /// The number of values.
  public let count: Int

  /// Copies values into memory of the row's own.
  ///
  /// - Complexity: O(number of values).
  public init(_ values: some Collection<Element>) {
    count = values.count
    let size = count * MemoryLayout<Element>.stride
    memory = RowMemory(byteCount: size, alignment: MemoryLayout<Element>.alignment)
    let place = memory.bytes.bindMemory(to: Element.self)
    var index = 0
    for value in values {
      place.initializeElement(at: index, to: value)
      index += 1
    }
    precondition(index == count, "a collection of another length than it says")
    base = UnsafePointer(place.baseAddress!)
  }

  /// An empty row.
  public init() { self.init([]) }

  /// The bytes of a mapped file, or what else lies in memory.
  init(memory: RowMemory) where Element == UInt8 {
    self.memory = memory
    count = memory.byteCount
    base = UnsafePointer(memory.bytes.bindMemory(to: UInt8.self).baseAddress!)
  }

  /// A part of a row of bytes as a row of values: not copied where it lies as such values must.
  ///
  /// - Returns: nil where the bytes are no whole number of values.
  init?(_ bytes: Range<Int>, of row: PlainRow<UInt8>) {
    precondition(bytes.lowerBound >= 0 && bytes.upperBound <= row.count, "a part outside the row")
    guard bytes.count % MemoryLayout<Element>.stride == 0 else { return nil }
    count = bytes.count / MemoryLayout<Element>.stride
    let start = UnsafeRawPointer(row.base + bytes.lowerBound)
    guard Int(bitPattern: start) % MemoryLayout<Element>.alignment != 0 else {
      memory = row.memory
      base = start.assumingMemoryBound(to: Element.self)
      return
    }
    memory = RowMemory(byteCount: bytes.count, alignment: MemoryLayout<Element>.alignment)
    memory.bytes.copyMemory(from: UnsafeRawBufferPointer(start: start, count: bytes.count))
    base = UnsafePointer(memory.bytes.bindMemory(to: Element.self).baseAddress!)
  }

  /// 0.
  @inlinable public var startIndex: Int { 0 }
  /// The number of values.
  @inlinable public var endIndex: Int { count }

  /// A value by its index, which must be inside the row.
  @inlinable public subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an index outside the row")
    return base[index]
  }

  /// Calls `body` with the values in place.
  @inlinable public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    try withValues(body)
  }

  /// Calls `body` with the values in place.
  @inlinable public func withValues<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result {
    defer { withExtendedLifetime(memory) {} }
    return try body(UnsafeBufferPointer(start: base, count: count))
  }
}
